import { Ratio } from '../units/ratio';
import { Millis } from '../units/time';

/**
 * For how long of a period things may stand at `during` before the mean falls to
 * the target, when they are at `normally` else:
 *
 * ```
 *   normally ─────────┐        ┌───────────
 *                     │        │               mean of it all: target
 *   during            └────────┘
 *                     ◀ allowed ▶
 *
 *   period × (normally − target) ÷ (normally − during)
 * ```
 *
 * Without the two it is how long nothing at all may work:
 * `period × (1 − target)`.
 *
 * Source: Site Reliability Engineering, chapter 3; OpenSLO's `RatioTimeslices`.
 * Domain: 0 ≤ during < normally ≤ 1; 0 when `normally` does not reach the target,
 * the whole period when even `during` does.
 *
 * @example 30 days at 99.9 %: 43.2 minutes
 * @public
 */
export const allowedTime = (of: {
  period: Millis;
  target: Ratio;
  normally?: Ratio;
  during?: Ratio;
}): Millis => {
  const { period, target, normally = 1, during = 0 } = of;
  // As decimals, like the budget: 1 - 0.999 is none.
  const spare = Number((normally - target).toFixed(15));
  const loss = Number((normally - during).toFixed(15));
  return Math.min(period, Math.max(0, (period * spare) / loss));
};
