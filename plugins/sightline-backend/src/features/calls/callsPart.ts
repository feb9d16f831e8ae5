import {
  Known,
  known,
  Millis,
  ObservedCalls,
  ServiceRef,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { Clock } from '../../platform/clock';
import { CallsReader } from './CallsReader';
import { topOfCalls } from './engine/observedCalls';

export type CallsPart = {
  readonly word: 'calls';
  read(
    refs: readonly ServiceRef[],
  ): Promise<ReadonlyMap<ServiceRef, Known<ObservedCalls>>>;
};

const shownAtMost = 50;
/** what a dossier tells about: the last hour */
export const shownFor: Millis = 3_600_000;

/** What a dossier says about calls. */
export const createCallsPart = (options: {
  reader: CallsReader;
  clock: Clock;
}): CallsPart => ({
  word: 'calls',
  async read(refs) {
    const { reader, clock } = options;
    const last = await reader.lastReport();
    if (!last) {
      const never = unknown('not-configured', 'No traces have come yet');
      return new Map(refs.map(ref => [ref, never]));
    }
    const since = clock() - shownFor;
    const seen = await reader.ofServices(refs, { since });
    return new Map(
      refs.map(ref => {
        const calls = seen.get(ref);
        return [
          ref,
          calls
            ? known(topOfCalls(calls, shownAtMost), {
                source: last.source,
                observedAt: toIso(last.at),
                validFor: shownFor,
              })
            : unknown('no-data', 'No trace names this service'),
        ];
      }),
    );
  },
});
