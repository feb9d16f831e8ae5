import {
  RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';
import { MapLayout, Point, Rect } from '../engine/MapLayout';
import { DrawnMap } from '../layout/useLayout';
import { ViewMoves } from './useView';

const placesOf = ({ nodes, groups }: MapLayout): Record<string, Rect> => ({
  ...nodes,
  ...groups,
});

/** What both layouts have and was nearest to a point; the preferred one before all others. */
function commonPlace(
  was: Record<string, Rect>,
  is: Record<string, Rect>,
  at: Point,
  preferred?: string,
): string | undefined {
  if (preferred && was[preferred] && is[preferred]) {
    return preferred;
  }
  const distance = (id: string) =>
    Math.hypot(
      was[id].x + was[id].width / 2 - at.x,
      was[id].y + was[id].height / 2 - at.y,
    );
  return Object.keys(was)
    .filter(id => is[id])
    .sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))[0];
}

/**
 * ms before a new size is filled: a press brings the panel, and what was pressed
 * must not move away under a second press.
 */
const CALM = 450;

type FollowingOptions = {
  drawn: DrawnMap;
  /** what should stay where it is, if it does */
  anchor?: string;
  focus?: string;
};

/**
 * Where one looks after something has changed: at all of it, as long as nobody
 * has chosen otherwise; then at what was looked at, which stays where it was.
 */
export function useFollowing(
  frame: RefObject<HTMLElement>,
  view: ViewMoves,
  { drawn, anchor, focus }: FollowingOptions,
) {
  const { layout, arrangement } = drawn;
  const { fit, follow, isByHand, middle } = view;
  const last = useRef<DrawnMap>();
  const preferred = useRef(anchor);
  preferred.current = anchor;

  const onFit = useCallback(
    (gently = true) =>
      fit(
        { x: 0, y: 0, width: layout.width, height: layout.height },
        { gently, around: focus ? layout.nodes[focus] : undefined },
      ),
    [fit, layout, focus],
  );

  useLayoutEffect(() => {
    const before = last.current;
    last.current = drawn;
    if (before?.layout === layout) {
      return;
    }
    if (!before || before.arrangement !== arrangement || !isByHand()) {
      onFit(before?.arrangement === arrangement);
      return;
    }
    const [was, is] = [placesOf(before.layout), placesOf(layout)];
    const id = commonPlace(was, is, middle(), preferred.current);
    if (id) {
      follow(was[id], is[id]);
    }
  }, [drawn, layout, arrangement, isByHand, middle, follow, onFit]);

  const latest = useRef(onFit);
  latest.current = onFit;
  useEffect(() => {
    const node = frame.current;
    if (!node || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout>;
    // It calls at once, about the size that is known already.
    let isFirst = true;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      if (!isFirst) {
        timer = setTimeout(() => isByHand() || latest.current(), CALM);
      }
      isFirst = false;
    });
    observer.observe(node);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [frame, isByHand]);

  return onFit;
}
