import { labelsKey, withoutName, type Labels } from './Series.ts';
import type { Sample } from './Value.ts';

type Bucket = { bound: number; count: number };

/** Sorts the buckets of a classic histogram into one value for each set of labels. */
export function histogramQuantile(q: number, samples: Sample[]): Sample[] {
  const histograms = new Map<string, { labels: Labels; buckets: Bucket[] }>();
  for (const { labels, value } of samples) {
    const { le, ...rest } = withoutName(labels);
    const bound = boundOf(le);
    if (Number.isNaN(bound)) continue;
    const key = labelsKey(rest);
    const histogram = histograms.get(key) ?? { labels: rest, buckets: [] };
    histogram.buckets.push({ bound, count: value });
    histograms.set(key, histogram);
  }
  return [...histograms.values()].map(({ labels, buckets }) => ({
    labels,
    value: quantileOf(q, buckets),
  }));
}

function boundOf(le: string | undefined): number {
  if (le === undefined || le.trim() === '') return NaN;
  if (/^[+]?inf$/i.test(le)) return Infinity;
  return Number(le);
}

/** Within a bucket values are taken to lie evenly; the first begins at 0, if it can. */
function quantileOf(q: number, found: Bucket[]): number {
  if (Number.isNaN(q)) return NaN;
  if (q < 0) return -Infinity;
  if (q > 1) return Infinity;
  const buckets = rising(found);
  const last = buckets.length - 1;
  if (last < 1 || buckets[last].bound !== Infinity) return NaN;
  const total = buckets[last].count;
  if (total === 0 || Number.isNaN(total)) return NaN;

  const rank = q * total;
  const at = buckets.findIndex(({ count }) => count >= rank);
  if (at === last) return buckets[last - 1].bound;
  const { bound, count } = buckets[at];
  if (at === 0 && bound <= 0) return bound;
  const below = at === 0 ? { bound: 0, count: 0 } : buckets[at - 1];
  const share = (rank - below.count) / (count - below.count);
  return below.bound + (bound - below.bound) * share;
}

/** By bound, equal ones as one, none with less than the one below it. */
function rising(found: Bucket[]): Bucket[] {
  const buckets: Bucket[] = [];
  for (const { bound, count } of [...found].sort(byBound)) {
    const before = buckets[buckets.length - 1];
    if (before?.bound === bound) before.count += count;
    else buckets.push({ bound, count });
  }
  for (let i = 1; i < buckets.length; i++) {
    buckets[i].count = Math.max(buckets[i].count, buckets[i - 1].count);
  }
  return buckets;
}

const byBound = (a: Bucket, b: Bucket) => {
  if (a.bound === b.bound) return 0;
  return a.bound < b.bound ? -1 : 1;
};
