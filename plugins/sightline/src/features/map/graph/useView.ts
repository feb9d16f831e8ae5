import { RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { Point, Rect } from '../engine/MapLayout';
import {
  Detail,
  Room,
  View,
  anchored,
  bringingIn,
  detailAt,
  onTheWay,
  seen,
  transformOf,
  zoomedAt,
} from './view';

const WAY = 220;

const prefersStillness = () =>
  window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

const ease = (share: number) => 1 - (1 - share) ** 3;

type FitOptions = {
  gently?: boolean;
  /** what is shown where there is no room for all */
  around?: Rect;
};

/**
 * Where one looks at the drawing. It is written to the document at once, past
 * React: a view that moves sixty times a second redraws nothing. React hears of
 * it only when more or less can be read.
 */
export function useView(
  frame: RefObject<SVGSVGElement>,
  content: RefObject<SVGGElement>,
) {
  const view = useRef<View>({ x: 0, y: 0, k: 1 });
  /** somebody has chosen where to look: it is no longer ours to choose */
  const byHand = useRef(false);
  const moving = useRef(0);
  const [detail, setDetail] = useState<Detail>('near');

  const show = useCallback(
    (next: View) => {
      view.current = next;
      content.current?.setAttribute('transform', transformOf(next));
      setDetail(detailAt(next.k));
    },
    [content],
  );

  const room = useCallback((): Room => {
    const node = frame.current;
    return {
      width: node?.clientWidth || 960,
      height: node?.clientHeight || 600,
    };
  }, [frame]);

  const go = useCallback(
    (to: View, gently = true) => {
      cancelAnimationFrame(moving.current);
      if (!gently || prefersStillness()) {
        show(to);
        return;
      }
      const from = view.current;
      let begun: number | undefined;
      const step = (now: number) => {
        begun ??= now;
        const share = Math.min(1, (now - begun) / WAY);
        show(share === 1 ? to : onTheWay(from, to, ease(share)));
        if (share < 1) {
          moving.current = requestAnimationFrame(step);
        }
      };
      moving.current = requestAnimationFrame(step);
    },
    [show],
  );

  const moves = useMemo(
    () => ({
      panBy: (dx: number, dy: number) => {
        cancelAnimationFrame(moving.current);
        byHand.current = true;
        const { x, y, k } = view.current;
        show({ x: x + dx, y: y + dy, k });
      },
      zoomBy: (factor: number, at?: Point) => {
        byHand.current = true;
        const { width, height } = room();
        const middle = { x: width / 2, y: height / 2 };
        const next = zoomedAt(view.current, factor, at ?? middle);
        if (at) {
          cancelAnimationFrame(moving.current);
          show(next);
        } else {
          go(next);
        }
      },
      fit: (rect: Rect, { gently = true, around }: FitOptions = {}) => {
        byHand.current = false;
        go(seen(rect, room(), around), gently);
      },
      bringIn: (rect: Rect) => {
        const next = bringingIn(view.current, rect, room());
        if (next.x !== view.current.x || next.y !== view.current.y) {
          byHand.current = true;
          go(next);
        }
      },
      follow: (was: Point, is: Point) => show(anchored(view.current, was, is)),
      /** the point of the drawing in the middle of the window */
      middle: (): Point => {
        const { x, y, k } = view.current;
        const { width, height } = room();
        return { x: (width / 2 - x) / k, y: (height / 2 - y) / k };
      },
      isByHand: () => byHand.current,
      magnification: () => view.current.k,
    }),
    [go, room, show],
  );
  return { ...moves, detail };
}

export type ViewMoves = ReturnType<typeof useView>;
