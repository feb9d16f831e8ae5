import fc from 'fast-check';
import { CallCounts, mergeCounts } from './CallCounts';
import {
  latencyQuantile,
  mergeLatency,
  readLatency,
  writeLatency,
} from './latencyCounts';
import { Bucket, dueBefore, rollUp, rollUpSteps } from './rollUp';

const at = (iso: string) => Date.parse(`${iso}:00.000Z`);
const minute = 60_000;

const latencies = fc
  .uniqueArray(fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 1e6 })), {
    selector: ([bucket]) => bucket,
    maxLength: 8,
  })
  .map(cells => cells.sort(([a], [b]) => a - b).flat());

const counts: fc.Arbitrary<CallCounts> = fc.record({
  calls: fc.nat(),
  errors: fc.nat(),
  estimated: fc.nat(),
  unweighted: fc.nat(),
  retries: fc.nat(),
  latency: latencies,
  callerCalls: fc.nat(),
  callerErrors: fc.nat(),
  callerLatency: latencies,
  firstSeen: fc.nat(),
  lastSeen: fc.nat(),
});

const buckets: fc.Arbitrary<Bucket<CallCounts>[]> = fc.array(
  fc.tuple(counts, fc.nat(2), fc.nat(3000)).map(([counted, of, n]) => ({
    ...{ of, width: minute, at: n * minute },
    counts: counted,
  })),
  { minLength: 1, maxLength: 20 },
);

const total = (all: readonly Bucket<CallCounts>[]) =>
  all.map(({ counts: counted }) => counted).reduce(mergeCounts);

describe('rolling up', () => {
  it('preserves all sums and histograms, in one step or in several', () => {
    fc.assert(
      fc.property(buckets, all => {
        const inSteps = rollUp(
          rollUp(all, 5 * minute, mergeCounts),
          60 * minute,
          mergeCounts,
        );
        const atOnce = rollUp(all, 60 * minute, mergeCounts);
        expect(inSteps).toEqual(atOnce);
        expect(total(inSteps)).toEqual(total(all));
      }),
    );
  });

  it('waits until the wider bucket is over and old enough', () => {
    const now = at('2026-11-21T02:07');
    const due = rollUpSteps.map(step =>
      new Date(dueBefore(step, now)).toISOString().slice(0, 16),
    );
    expect(due).toEqual([
      '2026-11-21T01:05',
      '2026-11-20T02:00',
      '2026-11-07T00:00',
      '2025-10-21T00:00',
    ]);
  });
});

describe('latency counts', () => {
  it('are written short and read back', () => {
    fc.assert(
      fc.property(latencies, latency => {
        expect(readLatency(writeLatency(latency))).toEqual(latency);
      }),
    );
    expect(writeLatency([79, 3, 132, 1])).toBe('79:3 132:1');
  });

  it('are merged by adding', () => {
    expect(mergeLatency([1, 2, 5, 1], [0, 1, 5, 4, 9, 1])).toEqual([
      0, 1, 1, 2, 5, 5, 9, 1,
    ]);
  });

  it.each([
    ['nothing', [], 0.5, undefined],
    ['half of four', [79, 3, 132, 1], 0.5, 0.98],
    ['three quarters of four', [79, 3, 132, 1], 0.75, 0.98],
    ['the slowest of four', [79, 3, 132, 1], 0.95, 96.69],
    ['no share at all', [79, 3], 0, 0.98],
  ])(
    'say what a share of calls does not exceed: %s',
    (_title, latency, share, is) => {
      const quantile = latencyQuantile(latency, share);
      expect(quantile && Math.round(quantile * 100) / 100).toBe(is);
    },
  );
});
