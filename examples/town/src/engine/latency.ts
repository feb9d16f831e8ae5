import type { Random } from './random.ts';
import { meanCalls } from './retries.ts';
import type { CallTree } from './Truth.ts';

/** Milliseconds that half of all calls, and that 95 of a hundred, stay under. */
export type Spread = { p50: number; p95: number };

/** The standard normal distribution's 95th percentile. */
const Z95 = 1.6449;

/** How much the calls of one visit are slow or quick together. */
const TOGETHER = 0.9;

/** How slow a visit is altogether, in standard deviations. */
export type Pace = number;

/**
 * Microseconds of one piece of work: log-normal, as answers of servers nearly are.
 * Pieces of one visit share most of their luck, because the truth adds up 95th
 * percentiles along a path.
 */
export function drawMicros(
  { p50, p95 }: Spread,
  pace: Pace,
  random: Random,
): number {
  const ownLuck = Math.sqrt(1 - TOGETHER * TOGETHER) * random.gaussian();
  const z = TOGETHER * pace + ownLuck;
  const sigma = Math.log(p95 / p50) / Z95;
  return Math.max(1, Math.round(1000 * p50 * Math.exp(sigma * z)));
}

/** Times in the truth are totals: what a callee needs itself is what its own calls leave over. */
export function ownTime(total: Spread, calls: CallTree[]): Spread {
  const left = (of: keyof Spread) =>
    calls.reduce(
      (rest, { call }) => rest - call[of] * meanCalls(call),
      total[of],
    );
  const p50 = Math.max(left('p50'), total.p50 / 50);
  return { p50, p95: Math.max(left('p95'), p50 * 1.2) };
}
