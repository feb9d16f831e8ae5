import {
  latencyBucket,
  latencyOfBucket,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { bucketsOfBounds, spreadBuckets } from './spreadBuckets';

const milli = 1_000;

describe('spreadBuckets', () => {
  it('lays calls evenly between the bounds of their bucket', () => {
    const told = [{ from: 1.024, to: 2.048, count: 16 }];
    const [first, ...rest] = spreadBuckets(told, milli);
    expect(latencyOfBucket(first) / milli).toBeCloseTo(1.07);
    expect([first, ...rest].filter((_, at) => at % 2 === 1)).toEqual([
      1, 2, 2, 2, 2, 2, 2, 3,
    ]);
  });

  it.each<[string, [from: number, to: number, count: number][], number[]]>([
    ['one call into the middle', [[10, 100, 1]], [125, 1]],
    [
      'calls beyond the last bound right above it',
      [[15_000, Infinity, 3]],
      [190, 3],
    ],
    ['calls without any bound nowhere', [[0, Infinity, 9]], []],
    ['calls of 0 into the first bucket', [[-0.001, 0.001, 2]], [0, 2]],
    [
      'half calls as whole ones',
      [
        [1, 1.05, 0.5],
        [1.05, 1.09, 0.5],
      ],
      [80, 1],
    ],
    ['nothing nowhere', [[1, 2, 0]], []],
  ])('puts %s', (_, told, counts) => {
    const buckets = told.map(([from, to, count]) => ({ from, to, count }));
    expect(spreadBuckets(buckets, milli)).toEqual(counts);
  });

  const bounds = fc
    .uniqueArray(fc.double({ min: 0.01, max: 60_000, noNaN: true }), {
      minLength: 1,
      maxLength: 16,
    })
    .map(all => all.sort((a, b) => a - b));
  const durations = fc.array(
    fc.double({ min: 0.001, max: 100_000, noNaN: true }),
    { minLength: 1, maxLength: 200 },
  );

  it('keeps as many calls as there were, each at most one bucket of the writer off', () => {
    fc.assert(
      fc.property(bounds, durations, (writers, all) => {
        const sorted = [...all].sort((a, b) => a - b);
        const upTo = new Map(
          [...writers, Infinity].map(bound => [
            bound,
            sorted.filter(duration => duration <= bound).length,
          ]),
        );
        const counts = spreadBuckets(bucketsOfBounds(upTo), milli);
        const read = counts.flatMap((count, at) =>
          at % 2 === 1 ? Array(count).fill(counts[at - 1]) : [],
        );
        expect(read).toHaveLength(sorted.length);
        sorted.forEach((duration, nth) => {
          const to = writers.find(bound => duration <= bound);
          const from = [...writers].reverse().find(bound => bound < duration);
          const least = latencyBucket((from ?? 0) * milli);
          expect(read[nth]).toBeGreaterThanOrEqual(least);
          expect(read[nth]).toBeLessThanOrEqual(
            latencyBucket((to ?? Infinity) * milli),
          );
        });
      }),
    );
  });

  it('is off by no more than the bucket is wide, and our own 4.4 %', () => {
    const [from, to] = [100, 200];
    const [bucket] = spreadBuckets([{ from, to, count: 1 }], milli);
    const shown = latencyOfBucket(bucket) / milli;
    for (const duration of [from, to]) {
      expect(Math.abs(shown - duration) / duration).toBeLessThan(1.044);
    }
  });
});

describe('bucketsOfBounds', () => {
  it('takes the differences, whatever the order, and never less than nothing', () => {
    expect(
      bucketsOfBounds(
        new Map([
          [Infinity, 9],
          [0.1, 4],
          [0.5, 3],
          [1, 7],
        ]),
      ),
    ).toEqual([
      { from: 0, to: 0.1, count: 4 },
      { from: 0.1, to: 0.5, count: 0 },
      { from: 0.5, to: 1, count: 3 },
      { from: 1, to: Infinity, count: 2 },
    ]);
  });
});
