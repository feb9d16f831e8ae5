const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How much more comes at the busiest hour, and less at the quietest, than in the mean. */
const SWING = 0.3;

/** In the middle of the rise: the busiest hour is six hours later, at 15:00 UTC. */
const RISING = 9 * HOUR;

/**
 * How many mean seconds of a day's traffic pass between two moments: a second at
 * three in the afternoon is worth 1.3, one at three at night 0.7.
 *
 *     ∫ 1 + 0.3 · sin(2π · (t - 9 h) / 24 h)  =  t - 0.3 · 24 h / 2π · cos(…)
 */
export const worthBetween = (fromMs: number, toMs: number): number =>
  (toMs - fromMs + swing(fromMs) - swing(toMs)) / 1000;

const swing = (ms: number) =>
  ((SWING * DAY) / (2 * Math.PI)) *
  Math.cos((2 * Math.PI * ((ms - RISING) % DAY)) / DAY);
