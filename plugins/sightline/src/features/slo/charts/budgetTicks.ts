import { niceCeiling } from '../../../ui/charts/scale';

/**
 * What is named on the scale of a budget: always all of it and none of it, and
 * below that as deep as it went.
 *
 * @example `budgetTicks([0.7])` is `[1, 0.5, 0]`, `budgetTicks([0.2, -1.3])` is `[1, 0, -1.5]`
 */
export const budgetTicks = (values: number[]): number[] => {
  const least = Math.min(0, ...values);
  if (least === 0) {
    return [1, 0.5, 0];
  }
  const deepest = -niceCeiling(Math.max(0.1, -least));
  return deepest > -0.3 ? [1, 0.5, 0, deepest] : [1, 0, deepest];
};
