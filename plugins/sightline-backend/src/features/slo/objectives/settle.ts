import {
  Objective,
  ObjectiveProblem,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Indicator,
  IndicatorSource,
} from '@sightline/backstage-plugin-sightline-node';
import type { AlertRule } from '../engine/judging';
import { chooseMeasurer } from './engine/chooseMeasurer';
import { byService, competeForService } from './engine/compete';
import { Candidate } from './engine/Statement';
import { toObjective } from './engine/toObjective';
import { ObjectivesInForce } from './ObjectiveBook';
import { undated } from './sinceBook';
import { SloConfig } from './SloConfig';

type Settled = Pick<ObjectivesInForce, 'indicators' | 'rules'> & {
  objectives: Objective[];
  leftOut: ObjectiveProblem[];
};

/** Always in one order, so that what is kept of it compares. */
const byRef = ([a]: [string, unknown], [b]: [string, unknown]) =>
  a < b ? -1 : 1;

/** Lets statements compete, and says of each that holds who measures it. */
export const settle = (
  candidates: readonly Candidate[],
  {
    config,
    measurers,
  }: {
    config: SloConfig;
    measurers: readonly Pick<IndicatorSource, 'id' | 'measures'>[];
  },
): Settled => {
  const settled: Settled = {
    objectives: [],
    indicators: new Map<string, Indicator>(),
    rules: new Map<string, readonly AlertRule[]>(),
    leftOut: [],
  };
  for (const [, own] of [...byService(candidates)].sort(byRef)) {
    const { winners, leftOut } = competeForService(
      own,
      config.atMost.objectivesPerService,
    );
    for (const winner of winners) {
      const objective = toObjective(winner, chooseMeasurer(winner, measurers));
      settled.objectives.push(objective);
      settled.indicators.set(objective.id, winner.measure);
      if (winner.rules) settled.rules.set(objective.id, winner.rules);
    }
    for (const { candidate, words } of leftOut) {
      const { origin, service } = candidate;
      const problem = undated(origin.where, words, service);
      settled.leftOut.push({
        ...problem,
        ...(origin.line !== undefined && { line: origin.line }),
      });
    }
  }
  return settled;
};
