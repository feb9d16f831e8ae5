import { Point } from '../engine/MapLayout';

/**
 * Where something stands. On the page as a style, which can be animated; in a
 * file as an attribute, which every program understands.
 */
export const placed = ({ x, y }: Point, still: boolean) =>
  still
    ? { transform: `translate(${x} ${y})` }
    : { style: { transform: `translate(${x}px,${y}px)` } };
