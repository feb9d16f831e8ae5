import {
  DriftSummary,
  Evidence,
  Millis,
  ServiceRef,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { inTurns } from '../../platform/inTurns';
import { AnswerContext } from './answers/AnswerContext';
import { DriftView, driftView } from './answers/driftAnswer';
import { driftSummary } from './engine/drift/driftSummary';

export type DriftRow = {
  readonly word: 'drift';
  readonly every: Millis;
  read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, DriftSummary>>;
};

/**
 * What was last seen long ago is drift one day, without any news. Of 10,000
 * services it takes a third of a second.
 */
const every: Millis = 60_000;

/** What a row of the Fleet says about drift. */
export const createDriftRow = (context: AnswerContext): DriftRow => ({
  ...{ word: 'drift', every },
  async read(refs) {
    const seen = await context.graphs.evidence();
    if (!seen) {
      const never = unknown('not-configured', 'No traces have come yet');
      return new Map(refs.map(ref => [ref, { unknown: never }]));
    }
    return inTurns(summaries(refs, await driftView(context), seen));
  },
});

function* summaries(
  refs: readonly ServiceRef[],
  view: DriftView,
  seen: Evidence,
): Generator<void, Map<ServiceRef, DriftSummary>> {
  const all = new Map<ServiceRef, DriftSummary>();
  for (const ref of refs) {
    yield;
    const told = view.isTraced(ref) ? view.rowsOf(ref) : undefined;
    all.set(ref, driftSummary(told, seen));
  }
  return all;
}
