import { Ratio } from '../units/ratio';

/**
 * The share of events that may go wrong: `1 − target`.
 *
 * Computed as the decimal that people mean. `1 - 0.999` is
 * 0.0010000000000000009 in floating point, and `100 - 99.9` divided by 100 is
 * 0.0009999999999999432: burn rates and thresholds would inherit the rest.
 *
 * Source: Site Reliability Workbook, chapter 5.
 * Domain: 0 ≤ target < 1, exact for targets of up to 15 decimals.
 *
 * @example `errorBudget(0.999)` is 0.001
 * @public
 */
export const errorBudget = (target: Ratio): Ratio =>
  // Beyond 15 decimals rounding would give a budget of 0, and a division by it.
  Math.round((1 - target) * 1e15) / 1e15 || 1 - target;
