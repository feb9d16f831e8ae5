import fc from 'fast-check';
import { slotsWithin } from '@sightline/backstage-plugin-sightline-common';
import { readRotations } from './readRotations';
import { unknownUsers } from './unknownUsers';

const keys = fc.constantFrom(
  ...['team', 'timezone', 'from', 'start', 'handover', 'members', 'hours'],
  ...['shifts', 'layers', 'levels', 'level', 'versions', 'overrides', 'user'],
  ...['to', 'reason', 'name'],
);

const words = fc.constantFrom<unknown[]>(
  ...['payments', 'Europe/Berlin', 'UTC', '2026-01-05', '2026-03-29 02:30'],
  ...['Mon 09:00', 'daily 09:00', 'monthly 31', '18:00-02:00', 'ana', 'a:b/c'],
  ...['', 'Sat,Sun 00:00-24:00', 1, 2, null, true, -1, 1e300],
);

/** Something like a rotation, with everything in any place. */
const { node } = fc.letrec<{ node: unknown }>(tie => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    words,
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(keys, tie('node'), { maxKeys: 6 }),
  ),
}));

const year = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2027, 0, 1) };

describe('whatever is written as a rotation', () => {
  const spec = fc.dictionary(keys, node, { maxKeys: 8 });
  const fine = {
    ...{ team: 'payments', timezone: 'Europe/Berlin', from: '2026-01-05' },
    ...{ handover: 'Mon 09:00', members: ['ana', 'ben'] },
  };

  it('is read or named, and what is read can be reckoned', () => {
    fc.assert(
      fc.property(spec, fc.boolean(), (said, mixed) => {
        const text = JSON.stringify({
          ...{ apiVersion: 'sightline.dev/v1', kind: 'Rotation' },
          metadata: { name: 'payments' },
          spec: mixed ? { ...fine, ...said } : said,
        });
        const { rotations, problems } = readRotations(text);
        expect(rotations.length > 0).toBe(problems.length === 0);
        for (const read of rotations) {
          const { range } = slotsWithin(read.rotation, year);
          expect(range.from).toBe(year.from);
          expect(unknownUsers(read, new Set())).toHaveLength(read.users.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never throws for a text that is none', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(readRotations(text).rotations).toEqual([]);
      }),
    );
  });
});
