import { Ratio } from '../units/ratio';
import { errorBudget } from './errorBudget';

/**
 * How many of so many events, or slices of time, may go wrong:
 * `total × (1 − target)`. No whole number as a rule; whoever shows it rounds.
 *
 * Source: Site Reliability Engineering, chapter 3; OpenSLO's `Timeslices`.
 * Domain: total ≥ 0, 0 ≤ target < 1.
 *
 * @example 2,500,000 requests at 99.99 %: 250; 10,080 minutes at 99.95 %: 5.04
 * @public
 */
export const allowedBad = (total: number, target: Ratio): number =>
  total * errorBudget(target);
