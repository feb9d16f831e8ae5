import { Millis } from '../units/time';

/**
 * How long what is left of a budget lasts at a steady speed:
 * `period × remaining ÷ burn`. 0 when nothing is left; `undefined` when nothing
 * burns, for then it lasts for ever.
 *
 * Source: Site Reliability Workbook, chapter 5.
 * Domain: burn ≥ 0, period > 0. What leaves a rolling window meanwhile is not
 * counted as regained.
 *
 * @example a whole budget of 30 days at 14.4 lasts 50 hours
 * @public
 */
export const timeToExhaustion = (of: {
  remaining: number;
  burn: number;
  period: Millis;
}): Millis | undefined => {
  if (of.remaining <= 0) return 0;
  return of.burn > 0 ? (of.period * of.remaining) / of.burn : undefined;
};
