import {
  ServiceRef,
  TimelineMark,
} from '@sightline/backstage-plugin-sightline-common';
import { joinMarks } from './joinMarks';

const ref: ServiceRef = 'component:default/cart';
const at = '2026-11-21T12:00:00.000Z';

const telling = (kind: TimelineMark['kind'], of: ServiceRef) => ({
  read: async (service: ServiceRef): Promise<TimelineMark[]> =>
    service === of
      ? [
          {
            ...{ at, kind, words: kind },
            evidence: { source: kind, observedAt: at, validFor: 1 },
          },
        ]
      : [],
});

it('marks of several features are told as one', async () => {
  const range = { from: 0, to: 1 };
  const marks = joinMarks(
    telling('contract', ref),
    telling('deploy', 'component:default/web'),
    telling('deploy', ref),
  );
  const told = await marks.read(ref, range);
  expect(told.map(({ kind }) => kind)).toEqual(['contract', 'deploy']);
  expect(await joinMarks().read(ref, range)).toEqual([]);
});
