import { Point, Rect } from '../engine/MapLayout';

/** How the drawing lies under the window: moved by x and y px, magnified by k. */
export type View = { x: number; y: number; k: number };
export type Room = { width: number; height: number };

const [LEAST, MOST] = [0.08, 2.5];
const MARGIN = 28;
/** Beyond its true size a small map only looks coarse. */
const NEAREST_FIT = 1.15;

const between = (least: number, value: number, most: number) =>
  Math.max(least, Math.min(most, value));

/** Magnifies, and what is under a point stays under it. */
export function zoomedAt(view: View, factor: number, at: Point): View {
  const k = between(LEAST, view.k * factor, MOST);
  const grown = k / view.k;
  return {
    k,
    x: at.x - (at.x - view.x) * grown,
    y: at.y - (at.y - view.y) * grown,
  };
}

/** px; below this nothing could be read of a whole map */
const SMALL_ROOM = 600;
const READABLE = 0.5;

/**
 * All of a rectangle, in the middle; in a small room as much of it as can be
 * read, around what matters most.
 */
export function seen(rect: Rect, room: Room, around?: Rect): View {
  const all = fitted(rect, room);
  if (room.width >= SMALL_ROOM || all.k >= READABLE) {
    return all;
  }
  const { x, y, width, height } = around ?? { ...rect, width: 0 };
  return {
    k: READABLE,
    x: around
      ? room.width / 2 - (x + width / 2) * READABLE
      : MARGIN - x * READABLE,
    y: room.height / 2 - (y + height / 2) * READABLE,
  };
}

/** All of a rectangle, in the middle. */
export function fitted(rect: Rect, room: Room): View {
  const k = between(
    LEAST,
    Math.min(
      (room.width - 2 * MARGIN) / Math.max(1, rect.width),
      (room.height - 2 * MARGIN) / Math.max(1, rect.height),
    ),
    NEAREST_FIT,
  );
  return {
    k,
    x: room.width / 2 - (rect.x + rect.width / 2) * k,
    y: room.height / 2 - (rect.y + rect.height / 2) * k,
  };
}

/** Moves just so far that a rectangle is in sight; what is too large for it is shrunk. */
export function bringingIn(view: View, rect: Rect, room: Room): View {
  const fits =
    rect.width * view.k <= room.width - 2 * MARGIN &&
    rect.height * view.k <= room.height - 2 * MARGIN;
  if (!fits) {
    return fitted(rect, room);
  }
  const shift = (start: number, length: number, most: number) =>
    Math.max(0, MARGIN - start) + Math.min(0, most - MARGIN - start - length);
  return {
    k: view.k,
    x:
      view.x + shift(rect.x * view.k + view.x, rect.width * view.k, room.width),
    y:
      view.y +
      shift(rect.y * view.k + view.y, rect.height * view.k, room.height),
  };
}

/** What was at one place of the drawing and is now at another stays where it is in the window. */
export const anchored = (view: View, was: Point, is: Point): View => ({
  k: view.k,
  x: view.x + (was.x - is.x) * view.k,
  y: view.y + (was.y - is.y) * view.k,
});

/** A step of the way from one view to another; zooming is even in its logarithm. */
export const onTheWay = (from: View, to: View, share: number): View => {
  const mix = (a: number, b: number) => a + (b - a) * share;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    k: Math.exp(mix(Math.log(from.k), Math.log(to.k))),
  };
};

/** How much can be read at a magnification. */
export type Detail = 'near' | 'middle' | 'far';

export const detailAt = (k: number): Detail => {
  if (k >= 0.62) {
    return 'near';
  }
  return k >= 0.34 ? 'middle' : 'far';
};

export const transformOf = ({ x, y, k }: View): string =>
  `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${k.toFixed(4)})`;

/** What is still to be done to a drawing made for one view to show another. */
export const correction = (made: View, wanted: View): View => {
  const k = wanted.k / made.k;
  return { k, x: wanted.x - made.x * k, y: wanted.y - made.y * k };
};

/** So much of a correction, and it must be drawn anew: it is coarse, or too little of it. */
export const isFar = ({ k }: View): boolean => k > 2.6 || k < 0.38;
