import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node';
import { HistogramBucket, Series } from '../../client/engine/readAnswer';
import { sampleValue } from '../../client/engine/sampleValue';
import { DurationMetric } from './callMetrics';
import { minuteBefore, rowKey } from './rows';
import { bucketsOfBounds, spreadBuckets } from './spreadBuckets';

/** What each minute added to the histograms of each row, bounds in microseconds. */
export type Durations = ReadonlyMap<
  string,
  ReadonlyMap<Instant, HistogramBucket[]>
>;

/** Everything counted so far, by bucket: `from to` or the bound of a classic one. */
type Moment = Map<string, HistogramBucket>;

const minute = 60_000;

/**
 * What was measured, minute by minute, from answers that tell it up to each
 * minute's end, beginning one minute before the first. What a row has that it
 * had not a minute ago is new.
 */
export const durationsOf = (
  all: readonly Series[],
  { unit, isNative }: DurationMetric,
): Durations =>
  new Map(
    [...momentsByRow(all, unit)].map(([key, moments]) => [
      key,
      new Map(
        [...moments].map(([at, now]) => {
          const added = addedSince(now, moments.get(at - minute));
          return [minuteBefore(at), isNative ? added : betweenBounds(added)];
        }),
      ),
    ]),
  );

const momentsByRow = (
  all: readonly Series[],
  unit: number,
): Map<string, Map<Instant, Moment>> => {
  const rows = new Map<string, Map<Instant, Moment>>();
  for (const { labels, values, histograms } of all) {
    const key = rowKey(labels);
    const moments = rows.get(key) ?? new Map<Instant, Moment>();
    rows.set(key, moments);
    const add = (at: Instant, { from, to, count }: HistogramBucket) => {
      const moment: Moment = moments.get(at) ?? new Map();
      moments.set(at, moment);
      // Bounds as numbers: `1` and `1.0` are one.
      const bounds = `${from} ${to}`;
      const before = moment.get(bounds)?.count ?? 0;
      moment.set(bounds, {
        from: from * unit,
        to: to * unit,
        count: before + count,
      });
    };
    for (const [at, count] of values) {
      add(at, { from: 0, to: sampleValue(labels.le ?? ''), count });
    }
    for (const [at, { buckets }] of histograms) {
      buckets.forEach(bucket => add(at, bucket));
    }
  }
  return rows;
};

const addedSince = (
  now: Moment,
  before: Moment | undefined,
): HistogramBucket[] =>
  [...now].map(([bounds, bucket]) => ({
    ...bucket,
    count: bucket.count - (before?.get(bounds)?.count ?? 0),
  }));

const betweenBounds = (added: readonly HistogramBucket[]) =>
  bucketsOfBounds(new Map(added.map(({ to, count }) => [to, count])));

/** How far a histogram and the counter beside it may be apart, of the calls. */
const tolerance = 0.1;

/**
 * The durations of so many calls; nothing where the histogram tells of more or
 * fewer. Then a writer has begun anew, or an old one is seen for the first time,
 * and what a minute added to the sum of all writers is not what happened in it.
 */
export const latencyOf = (
  measured: readonly HistogramBucket[] | undefined,
  calls: number,
): LatencyCounts => {
  const told = measured ?? [];
  const sum = told.reduce((before, { count }) => before + count, 0);
  const isOfThese = Math.abs(sum - calls) <= calls * tolerance;
  const isPossible = told.every(({ count }) => count >= 0);
  return isOfThese && isPossible ? spreadBuckets(told, 1) : [];
};
