import {
  PointerEvent,
  SyntheticEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { Chosen } from '../mapQuery';

export type Target = Chosen | { kind: 'box' | 'go'; id: string };

/** What of the drawing an event is about. */
export function targetOf(event: SyntheticEvent): Target | undefined {
  const element = (event.target as Element).closest(
    '[data-go],[data-node],[data-box],[data-edge]',
  );
  const data = (element as SVGElement | null)?.dataset ?? {};
  for (const kind of ['go', 'node', 'box', 'edge'] as const) {
    const id = data[kind];
    if (id) {
      return { kind, id };
    }
  }
  return undefined;
}

const isSame = (one?: Target, other?: Target) =>
  one?.id === other?.id && one?.kind === other?.kind;

/** ms the pointer must rest: what it only passes need not light up */
const REST = 60;

/** What the pointer rests on. While something is pulled it is on nothing. */
export function useHover() {
  const [hovered, setHovered] = useState<Chosen>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const later = useCallback((next?: Chosen) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => setHovered(was => (isSame(was, next) ? was : next)),
      REST,
    );
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onPointerOver = useCallback(
    (event: PointerEvent) => {
      const target = event.buttons > 0 ? undefined : targetOf(event);
      later(
        target?.kind === 'node' || target?.kind === 'edge' ? target : undefined,
      );
    },
    [later],
  );
  const onPointerLeave = useCallback(() => later(), [later]);
  return { hovered, onPointerOver, onPointerLeave };
}
