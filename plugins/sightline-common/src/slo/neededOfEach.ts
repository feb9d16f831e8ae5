import { Ratio } from '../units/ratio';

/**
 * What each of `count` dependencies must give, were they all alike, for their
 * product to be `target`: its `count`-th root.
 *
 * Source: the product of "The Calculus of Service Availability", turned round.
 * Domain: target 0..1, count ≥ 1; `undefined` where there is none to need.
 *
 * @example 0.995 out of six: 0.99916493
 * @public
 */
export const neededOfEach = (target: Ratio, count: number): Ratio | undefined =>
  count >= 1 ? target ** (1 / count) : undefined;
