import {
  BudgetReading,
  Millis,
  ObjectivePoint,
} from '@sightline/backstage-plugin-sightline-common';

/** A point of the past, with what it used of the budget and what it left. */
export type SpentPoint = ObjectivePoint & {
  /** share of the whole window's budget that went in it */
  spent?: number;
  /** share of the whole window's budget that was left at its end */
  left?: number;
};

type BurnDownInput = {
  points: ObjectivePoint[];
  /** how long each point is */
  width: Millis;
  /** how long the window is */
  period: Millis;
  budget: BudgetReading;
};

/** By counts where they are known; else as if traffic were even. */
const spentIn = (
  { bad, burn }: ObjectivePoint,
  { width, period, budget }: BurnDownInput,
): number | undefined => {
  const allowed =
    budget.bad === undefined || budget.badLeft === undefined
      ? 0
      : budget.bad + budget.badLeft;
  if (bad !== undefined && allowed > 0) {
    return bad / allowed;
  }
  return burn === undefined ? undefined : (burn * width) / period;
};

/**
 * When the budget of the present window was spent. It is reckoned backwards from
 * what was left last, so that it ends where every other figure on the page stands,
 * and what happened while nobody counted is not taken for good:
 *
 * ```
 *   left  1 ┤━━━┓              bad        .  2  .  ?  1
 *           │   ┗━━━━━┓        allowed    10 in the whole window
 *           │     (?) ┗━━ .7   left, ◀──  1 .8 .8  ? .7
 *           └────────────
 * ```
 */
export const burnDown = (input: BurnDownInput): SpentPoint[] => {
  const { points, budget } = input;
  const told: SpentPoint[] = [];
  let left = points.at(-1)?.remaining ?? budget.remaining;
  for (const point of [...points].reverse()) {
    const spent = spentIn(point, input);
    told.push(spent === undefined ? point : { ...point, spent, left });
    left = Math.min(1, left + (spent ?? 0));
  }
  return told.reverse();
};
