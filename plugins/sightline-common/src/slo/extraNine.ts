import { Ratio } from '../units/ratio';
import { errorBudget } from './errorBudget';

/**
 * What a critical dependency should offer to somebody who promises `target`: one
 * nine more, a tenth of the errors. The same for every unique dependency, at
 * whatever depth: no further nine for each step.
 *
 * Source: "The Calculus of Service Availability", rule of the extra 9.
 * Domain: 0 ≤ target < 1, up to 14 decimals.
 *
 * @example `extraNine(0.9999)` is 0.99999
 * @public
 */
export const extraNine = (target: Ratio): Ratio =>
  Math.round((1 - errorBudget(target) / 10) * 1e15) / 1e15;
