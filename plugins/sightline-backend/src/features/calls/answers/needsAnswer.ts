import {
  Evidence,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { NeededParty, neededParties } from '../engine/impact/neededParties';
import { stepsByCallee, waitsBelow, waitsIn } from '../engine/impact/waits';
import { TreeStep } from '../engine/journeys/JourneyTree';
import { AnswerContext, graphOf } from './AnswerContext';

/** Whom services wait for, as of the last hour. */
export type CallNeeds = {
  /** undefined while nobody ever reported calls */
  evidence?: Evidence;
  /** undefined for a service that was never seen calling or being called */
  of(service: ServiceRef): NeededParty[] | undefined;
};

export const needsAnswer = async (
  context: AnswerContext,
): Promise<CallNeeds> => {
  const { graphs, journeys } = context;
  const evidence = await graphs.evidence();
  if (!evidence) return { of: () => undefined };
  const { parties, ...graph } = await graphOf(context, {});
  const named = (await graphs.material()).parties;
  const partyOf = ({ step }: TreeStep) => named.get(step.callee)?.id;
  const steps = stepsOf(await journeys.trees(), named, partyOf);
  const otherwise = waitsIn(graph);
  return {
    evidence,
    of: service => {
      if (!parties.has(service)) return undefined;
      const own = steps.get(service) ?? [];
      const waits = waitsBelow({ service, steps: own, partyOf, otherwise });
      return neededParties({ parties, waits }, service);
    },
  };
};

type Steps = ReturnType<typeof stepsByCallee>;

/** Trees are kept for a while, and many ask about them. */
const gathered = new WeakMap<object, { named: object; steps: Steps }>();

const stepsOf = (
  trees: readonly TreeStep[],
  named: object,
  partyOf: (tree: TreeStep) => string | undefined,
): Steps => {
  const before = gathered.get(trees);
  if (before?.named === named) return before.steps;
  const steps = stepsByCallee(trees, partyOf);
  gathered.set(trees, { named, steps });
  return steps;
};
