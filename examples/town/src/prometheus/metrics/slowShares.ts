import { either, newlyFailing } from '../../engine/incidents.ts';
import type { Spread } from '../../engine/latency.ts';
import { shareOver } from './spread.ts';

/** A promise about time, and what share breaks it while nothing else goes wrong. */
export type SlowShare = { thresholdMs: number; share: number };

/**
 * The share of requests that take longer than a bound. Where the truth knows how many
 * take longer than a threshold, the curve is bent so that it passes through there:
 *
 *     over 1 ┤──╮                 log-normal on either side, each drawn
 *            │   ╰──╮             out or in to meet the point
 *      share ┤       ●──────╮
 *          0 ┼───────┴──────╰──▶ ms
 *                threshold
 */
export function slowerThan(options: {
  boundMs: number;
  spread: Spread;
  /** while no incident lasts */
  calm: Spread;
  known?: SlowShare;
}): number {
  const { boundMs, spread, calm, known } = options;
  const over = shareOver(boundMs, spread);
  if (!known) return over;
  const { thresholdMs } = known;
  const overThreshold = shareOver(thresholdMs, spread);
  const newly = newlyFailing(shareOver(thresholdMs, calm), overThreshold);
  const share = either(known.share, Math.max(0, newly));
  if (boundMs === thresholdMs) return share;
  return boundMs > thresholdMs
    ? over * (share / overThreshold)
    : 1 - (1 - over) * ((1 - share) / (1 - overThreshold));
}
