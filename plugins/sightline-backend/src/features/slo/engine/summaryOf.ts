import {
  ObjectiveStatus,
  SloSummary,
} from '@sightline/backstage-plugin-sightline-common';
import { worstBurn } from './sortKeys';

/** A service by the worst of its objectives, which come worst first. */
export const summaryOf = (statuses: readonly ObjectiveStatus[]): SloSummary => {
  const [worst] = statuses;
  const burn = worstBurn(worst);
  return {
    state: worst.state,
    objective: worst.objective.title,
    words: worst.words,
    ...(worst.budget && { remaining: worst.budget.remaining }),
    ...(burn !== undefined && { burn }),
    objectives: statuses.length,
    ...(worst.unknown && { unknown: worst.unknown }),
    ...(worst.evidence && { evidence: worst.evidence }),
  };
};
