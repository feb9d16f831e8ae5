import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** A piece of time from which one sample is taken; `to` belongs to the next. */
export type TimeWindow = { number: number; from: Instant; to: Instant };

export type WindowLengths = { window: Millis; settle: Millis };

/**
 * Windows lie end to end since 1970, so that every process numbers them alike,
 * whenever it was started.
 */
export const windowOf = (
  number: number,
  { window }: WindowLengths,
): TimeWindow => ({ number, from: number * window, to: (number + 1) * window });

/**
 * The last window whose traces have had time to arrive.
 *
 * ```
 *   1970 ─┬──── 17 ────┬──── 18 ────┬──── 19 ────┬─ ─
 *                                   ├─settle─┤
 *                                       │    └ from here on 18
 *                                       └ now: 17
 * ```
 */
export const windowAt = (now: Instant, lengths: WindowLengths): TimeWindow =>
  windowOf(Math.floor((now - lengths.settle) / lengths.window) - 1, lengths);
