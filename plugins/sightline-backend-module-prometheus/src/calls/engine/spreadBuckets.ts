import { latencyBucket } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node';
import { HistogramBucket } from '../../client/engine/readAnswer';

/** How many buckets of ours make a doubling: see `latencyBucket`. */
const perDoubling = 8;

const upperBound = (bucket: number) => 2 ** ((bucket + 1) / perDoubling);

/**
 * Buckets of a writer as buckets of ours. Nobody knows where in a bucket its
 * calls lie, so they are taken to lie evenly between its bounds, as
 * `histogram_quantile` takes them:
 *
 *   calls up to d = calls up to `from` + count · (d − from) ÷ (to − from)
 *
 * ```
 *   writer  (1.02 ms, 2.05 ms]: 16 calls
 *   ours     1 ┊ 2 ┊ 2 ┊ 2 ┊ 2 ┊ 2 ┊ 2 ┊ 3     up to 1.12, 1.22, 1.33 … 2.05 ms
 * ```
 *
 * Each bound is rounded, not each count, so all together stay as many as they
 * were. A call is put at most one bucket of its writer from where it was: a
 * duration read back is off by less than (to − from) ÷ from of itself, and our
 * own 4.4 % on top: with bounds that double that is 100 %, with those of native
 * histograms below 10 %.
 *
 * Calls beyond the last bound are put right above it: they took at least so
 * long. Where there is no bound at all nobody measured, and nothing is said.
 */
export const spreadBuckets = (
  buckets: readonly HistogramBucket[],
  /** of a bound, in microseconds */
  unit: number,
): LatencyCounts => {
  const counts = new Map<number, number>();
  const add = (bucket: number, count: number) => {
    if (count > 0) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  };
  let before = 0;
  for (const { from, to, count } of buckets) {
    const begin = Math.max(0, from) * unit;
    const end = to * unit;
    if (!(count > 0) || !(end > 0)) continue;
    if (end === Infinity) {
      const rest = Math.round(before + count) - Math.round(before);
      if (begin > 0) add(latencyBucket(begin * (1 + 1e-9)), rest);
    } else {
      let told = Math.round(before);
      const last = latencyBucket(end);
      for (let at = latencyBucket(begin); at <= last; at++) {
        const bound = at === last ? end : upperBound(at);
        const share = end > begin ? (bound - begin) / (end - begin) : 1;
        const upTo = Math.round(before + count * share);
        add(at, upTo - told);
        told = upTo;
      }
    }
    before += count;
  }
  return [...counts].sort(([a], [b]) => a - b).flat();
};

/**
 * Cumulative counts by upper bound, as classic histograms have them, as buckets.
 * A count that is below the one before it is taken for the same: a series that
 * began in this minute may have been read a moment before its neighbour.
 */
export const bucketsOfBounds = (
  cumulative: ReadonlyMap<number, number>,
): HistogramBucket[] => {
  let from = 0;
  let before = 0;
  return [...cumulative]
    .sort(([a], [b]) => a - b)
    .map(([to, upTo]) => {
      const bucket = { from, to, count: Math.max(0, upTo - before) };
      from = to;
      before = Math.max(before, upTo);
      return bucket;
    });
};
