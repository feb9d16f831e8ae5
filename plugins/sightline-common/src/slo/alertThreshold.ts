import { Ratio } from '../units/ratio';
import { Millis } from '../units/time';

/**
 * The burn rate at which a window uses a given share of the period's budget:
 * `share × period ÷ window`. It belongs to the period: the well-known 14.4 is
 * 2 % in an hour of 30 days, and in an hour of 7 days 2 % are 3.36.
 *
 * Source: Site Reliability Workbook, chapter 5, "Multiple Burn Rate Alerts".
 * Domain: share 0..1, 0 < window ≤ period.
 *
 * @example 5 % in 6 hours of 30 days: 6
 * @public
 */
export const alertThreshold = (of: {
  budgetShare: Ratio;
  window: Millis;
  period: Millis;
}): number => (of.budgetShare * of.period) / of.window;
