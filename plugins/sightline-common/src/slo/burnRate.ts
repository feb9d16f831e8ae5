import { Ratio } from '../units/ratio';
import { errorBudget } from './errorBudget';

/**
 * How fast the budget is spent: `errors ÷ (1 − target)`. At 1 it is used up
 * exactly when the period ends; at 2 in half of the period.
 *
 * Source: Site Reliability Workbook, chapter 5, "Alert on Burn Rate".
 * Domain: errors 0..1, 0 ≤ target < 1.
 *
 * @example 1.44 % of errors against 99.9 %: `burnRate(0.0144, 0.999)` is 14.4
 * @public
 */
export const burnRate = (errors: Ratio, target: Ratio): number =>
  errors / errorBudget(target);
