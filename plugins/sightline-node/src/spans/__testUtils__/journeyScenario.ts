import type { JourneyDelta } from '../engine/CallsReport';
import { defaultCallEngineLimits } from '../engine/callEngineLimits';
import { runEngine } from './fastEdges';
import { wayTo } from './fastJourneys';
import { begin, SaidSpan, saidRequest } from './otlpSpan';

export type CountedStep = Omit<JourneyDelta, 'step'>;

/** Steps by the way to them, after what is said in one request or in several, one a second. */
export const runJourneys = (
  requests: SaidSpan[][],
  limits = defaultCallEngineLimits,
) => {
  const { parts, losses } = runEngine(requests.map(saidRequest), limits, begin);
  const steps: Record<string, CountedStep> = {};
  for (const { nodes, journeys } of parts) {
    for (const { step, ...count } of journeys?.counts ?? []) {
      steps[wayTo(nodes, journeys!, step)] = count;
    }
  }
  /** some of the numbers of all steps */
  const told = <Key extends keyof CountedStep>(...keys: Key[]) =>
    Object.fromEntries(
      Object.entries(steps).map(([way, step]) => [
        way,
        keys.map(key => step[key]),
      ]),
    );
  return { steps, told, losses };
};
