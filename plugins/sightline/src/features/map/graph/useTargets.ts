import { PointerEvent, SyntheticEvent, useCallback, useState } from 'react';
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

/** What the pointer is on. While something is pulled it is on nothing. */
export function useHover() {
  const [hovered, setHovered] = useState<Chosen>();
  const onPointerOver = useCallback((event: PointerEvent) => {
    const target = event.buttons > 0 ? undefined : targetOf(event);
    const next =
      target?.kind === 'node' || target?.kind === 'edge' ? target : undefined;
    setHovered(was => (isSame(was, next) ? was : next));
  }, []);
  const onPointerLeave = useCallback(() => setHovered(undefined), []);
  return { hovered, onPointerOver, onPointerLeave };
}
