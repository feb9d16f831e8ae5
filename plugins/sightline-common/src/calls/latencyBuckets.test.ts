import fc from 'fast-check';
import {
  latencyBucket,
  latencyBucketCount,
  latencyOfBucket,
} from './latencyBuckets';

describe('latencyBucket', () => {
  it('gives back any duration up to 71 minutes within 5 % of itself', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2 ** 32, noNaN: true }),
        duration => {
          const shown = latencyOfBucket(latencyBucket(duration));
          expect(Math.abs(shown - duration) / duration).toBeLessThanOrEqual(
            0.05,
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    [-5, 0],
    [0, 0],
    [1, 0],
    [Number.NaN, 0],
    [1000, 79],
    [1024, 79],
    [1025, 80],
    [2 ** 32, latencyBucketCount - 1],
    [Infinity, latencyBucketCount - 1],
  ])('puts %d µs into bucket %d', (duration, bucket) => {
    expect(latencyBucket(duration)).toBe(bucket);
  });
});
