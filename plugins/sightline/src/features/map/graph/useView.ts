import {
  RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Point, Rect } from '../engine/MapLayout';
import {
  Detail,
  Room,
  View,
  anchored,
  bringingIn,
  correction,
  detailAt,
  isFar,
  onTheWay,
  seen,
  transformOf,
  zoomedAt,
} from './view';

const WAY = 220;
/** ms of rest after which the drawing is made anew, sharp */
const REST = 140;

const prefersStillness = () =>
  window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

const ease = (share: number) => 1 - (1 - share) ** 3;

type FitOptions = {
  gently?: boolean;
  /** what is shown where there is no room for all */
  around?: Rect;
};

export type Canvas = {
  /** stays where it is */
  frame: RefObject<HTMLDivElement>;
  /** is moved as a picture while somebody pulls or zooms */
  picture: RefObject<SVGSVGElement>;
  /** is moved when the picture is made */
  content: RefObject<SVGGElement>;
};

/**
 * Shows a view past React, in two steps. While it changes, the picture that is
 * there is moved and magnified, which costs next to nothing however much is on
 * it; once it rests, the picture is made anew, and React hears of it when more
 * or less can be read.
 */
function useShown({ picture, content }: Canvas) {
  const view = useRef<View>({ x: 0, y: 0, k: 1 });
  const made = useRef<View>({ x: 0, y: 0, k: 1 });
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [detail, setDetail] = useState<Detail>('near');

  const make = useCallback(() => {
    made.current = view.current;
    content.current?.setAttribute('transform', transformOf(view.current));
    picture.current?.style.removeProperty('transform');
  }, [content, picture]);

  const settle = useCallback(() => {
    clearTimeout(timer.current);
    make();
    setDetail(detailAt(view.current.k));
  }, [make]);

  const show = useCallback(
    (next: View) => {
      view.current = next;
      const missing = correction(made.current, next);
      if (isFar(missing)) {
        make();
      } else {
        const { x, y, k } = missing;
        picture.current?.style.setProperty(
          'transform',
          `translate(${x}px,${y}px) scale(${k})`,
        );
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(settle, REST);
    },
    [make, picture, settle],
  );

  useEffect(() => () => clearTimeout(timer.current), []);
  return { view, show, settle, detail };
}

/** Where one looks at the drawing, and all ways to look elsewhere. */
export function useView(canvas: Canvas) {
  const { frame } = canvas;
  const { view, show, settle, detail } = useShown(canvas);
  /** somebody has chosen where to look: it is no longer ours to choose */
  const byHand = useRef(false);
  const moving = useRef(0);

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
        settle();
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
    [show, settle, view],
  );

  useEffect(() => () => cancelAnimationFrame(moving.current), []);

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
      follow: (was: Point, is: Point) => {
        show(anchored(view.current, was, is));
        settle();
      },
      /** the point of the drawing in the middle of the window */
      middle: (): Point => {
        const { x, y, k } = view.current;
        const { width, height } = room();
        return { x: (width / 2 - x) / k, y: (height / 2 - y) / k };
      },
      isByHand: () => byHand.current,
      magnification: () => view.current.k,
    }),
    [go, room, show, settle, view],
  );
  return { ...moves, detail };
}

export type ViewMoves = ReturnType<typeof useView>;
