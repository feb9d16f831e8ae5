import { Ratio } from '../units/ratio';
import { burnRate } from './burnRate';

/**
 * What is left of the budget after a whole window in which this share went
 * wrong: `1 − errors ÷ (1 − target)`. 1 is untouched, 0 spent, below 0 overdrawn.
 *
 * Source: Site Reliability Workbook, chapter 5.
 * Domain: errors 0..1, 0 ≤ target < 1.
 *
 * @example 6 bad ones of 887 against 99 %: 0.3236; 59 of 887: −5.6516
 * @public
 */
export const budgetRemaining = (errors: Ratio, target: Ratio): number =>
  1 - burnRate(errors, target);
