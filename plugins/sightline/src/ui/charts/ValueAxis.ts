import { niceCeiling } from './scale';

/** The scale of a line: which values are named, and how high each is drawn. */
export type ValueAxis = {
  ticks: number[];
  /** as a part of the height: 0 at the bottom, 1 at the top */
  share: (value: number) => number;
  format: (value: number) => string;
};

const within = (share: number) => Math.max(0, Math.min(1, share));

/** Like distances for like differences. */
export const linearAxis = (
  ticks: number[],
  format: ValueAxis['format'],
): ValueAxis => {
  const least = Math.min(...ticks);
  const most = Math.max(...ticks);
  return {
    ticks,
    share: value => within((value - least) / (most - least)),
    format,
  };
};

/**
 * For what is near 1 most of the time and a hundred on a bad day: nearly linear
 * below 1, logarithmic above, and 0 has a place.
 *
 * ```
 *   share = ln(1 + value) / ln(1 + most)      most 20:  0 → 0   1 → .23   3 → .46   14.4 → .90
 * ```
 */
export const bentAxis = (
  largest: number,
  format: ValueAxis['format'],
): ValueAxis => {
  const most = niceCeiling(largest);
  const named = [0, 1, 3, 10, 30, 100, 300, 1_000].filter(
    // One that stands right below the end is not readable beside it.
    tick => tick * 1.6 < most,
  );
  return {
    ticks: [...named, most],
    share: value => within(Math.log1p(Math.max(0, value)) / Math.log1p(most)),
    format,
  };
};
