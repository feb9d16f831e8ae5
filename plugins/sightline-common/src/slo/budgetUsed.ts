import { Millis } from '../units/time';

/**
 * What part of a period's budget a stretch of it uses at a steady speed:
 * `burn × window ÷ period`.
 *
 * Source: Site Reliability Workbook, chapter 5.
 * Domain: burn ≥ 0, 0 ≤ window ≤ period. Above 1 more than all of it is gone.
 *
 * @example an hour at 14.4 in a period of 30 days uses 0.02
 * @public
 */
export const budgetUsed = (of: {
  burn: number;
  window: Millis;
  period: Millis;
}): number => (of.burn * of.window) / of.period;
