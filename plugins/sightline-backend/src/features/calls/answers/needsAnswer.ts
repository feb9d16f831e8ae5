import {
  Evidence,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { NeededParty, neededParties } from '../engine/impact/neededParties';
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
  const evidence = await context.graphs.evidence();
  if (!evidence) return { of: () => undefined };
  const graph = await graphOf(context, {});
  return {
    evidence,
    of: service =>
      graph.parties.has(service) ? neededParties(graph, service) : undefined,
  };
};
