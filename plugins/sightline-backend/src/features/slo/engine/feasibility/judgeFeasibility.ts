import {
  errorBudget,
  Evidence,
  extraNine,
  Feasibility,
  NeededDependency,
  neededOfEach,
  Objective,
  Ratio,
  seriesAvailability,
  unknown,
  Unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { assumptionsOf, isHidden } from './assumptionsOf';
import { NeededInput } from './NeededInput';
import { uniqueNeeds } from './uniqueNeeds';

export type FeasibilityInput = {
  objective: Objective;
  needed: readonly NeededInput[];
  /** of the calls that tell whom it waits for; left out when nobody has looked */
  evidence?: Evidence;
};

/**
 * Whether an objective of availability can be held at all by somebody who waits
 * for others, after "The Calculus of Service Availability" (Treynor, Dahlin, Rau,
 * Beyer, ACM Queue 2017):
 *
 * ```
 *   orders 0.995 ─┬─▶ cart      0.9992 ┐
 *                 ├─▶ payments  0.9997 ├─ × ─▶ ceiling 0.9979
 *                 └─▶ pricing   0.9990 ┘         each counts once, at any depth
 *                       └─▶ payments
 * ```
 *
 * A dependency counts at what it gave; at what it promises where nobody measured
 * it. A promise is what it may fall to, and says less about what can be reached.
 */
export const judgeFeasibility = (input: FeasibilityInput): Feasibility => {
  const { objective, evidence } = input;
  const { target } = objective;
  const needs = uniqueNeeds(input.needed, objective.service);
  const counted = new Map(
    needs.flatMap(({ party, counted: each }) =>
      each === undefined ? [] : [[party.id, each] as const],
    ),
  );
  const hasLooked = evidence !== undefined || needs.length > 0;
  const isKnown = hasLooked && (needs.length === 0 || counted.size > 0);
  const ceiling = isKnown ? seriesAvailability(counted) : undefined;
  const each = neededOfEach(target, needs.length);
  return {
    ...{ objective: objective.id, target },
    ...(ceiling !== undefined && { ceiling }),
    ...verdictOf({ target, ceiling, needs, hasLooked }),
    ...(each !== undefined && { neededOfEach: each }),
    dependencies: withCosts(needs, target),
    assumptions: hasLooked ? assumptionsOf(needs) : [],
    ...(evidence && { evidence }),
  };
};

/**
 * Half of the budget is for the service itself: that is what one more nine from
 * each of five dependencies leaves it.
 */
const ownPart = 0.5;

type Verdict = Pick<Feasibility, 'verdict' | 'unknown'>;

const verdictOf = (of: {
  target: Ratio;
  ceiling: Ratio | undefined;
  needs: readonly NeededDependency[];
  hasLooked: boolean;
}): Verdict => {
  const { target, ceiling, needs } = of;
  if (ceiling === undefined) return notTold(whyNoCeiling(of));
  // What is not known can only take away from it.
  if (ceiling < target) return { verdict: 'infeasible' };
  const missing = needs.filter(need => need.counted === undefined);
  if (missing.length > 0) return notTold(whyMissing(missing));
  const spends = errorBudget(ceiling) / errorBudget(target);
  const isTight = spends > ownPart || promisedCeiling(needs) < target;
  return { verdict: isTight ? 'tight' : 'feasible' };
};

const notTold = (why: Unknown): Verdict => ({
  verdict: 'unknown',
  unknown: why,
});

/** What may not be seen comes first: everything else, somebody may still find out. */
const whyMissing = (missing: readonly NeededDependency[]): Unknown => {
  const namesOf = (needs: readonly NeededDependency[]) =>
    needs.map(({ party }) => party.name).join(', ');
  const hidden = missing.filter(isHidden);
  return hidden.length > 0
    ? unknown('not-permitted', `You may not see ${namesOf(hidden)}`)
    : unknown('no-data', `Nothing is known of ${namesOf(missing)}`);
};

const whyNoCeiling = (of: {
  needs: readonly NeededDependency[];
  hasLooked: boolean;
}): Unknown => {
  if (!of.hasLooked) {
    return unknown('no-data', 'Nobody has seen whom it waits for');
  }
  return of.needs.some(isHidden)
    ? whyMissing(of.needs)
    : unknown('no-data', 'Nothing is known of any of its dependencies');
};

/** What is left if each falls to what it promises. */
const promisedCeiling = (needs: readonly NeededDependency[]): Ratio =>
  needs.reduce((all, { promised, counted = 1 }) => {
    return all * Math.min(counted, promised ?? counted);
  }, 1);

const withCosts = (
  needs: readonly NeededDependency[],
  target: Ratio,
): NeededDependency[] => {
  const lossOf = ({ counted = 1 }: NeededDependency) => 1 - counted;
  const loss = needs.reduce((sum, need) => sum + lossOf(need), 0);
  return needs
    .map(need => ({
      ...need,
      ...(need.counted !== undefined && {
        ...(loss > 0 && { costs: lossOf(need) / loss }),
        keepsExtraNine: need.counted >= extraNine(target),
      }),
    }))
    .sort(costliestFirst);
};

/** What nobody knows may cost anything, and is listed last. */
const costliestFirst = (a: NeededDependency, b: NeededDependency): number =>
  (a.counted ?? 2) - (b.counted ?? 2) ||
  a.depth - b.depth ||
  (a.party.id < b.party.id ? -1 : 1);
