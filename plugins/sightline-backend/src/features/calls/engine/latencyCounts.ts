import {
  latencyOfBucket,
  Millis,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node/spans';

/** Merged by adding bucket to bucket; buckets ascending. */
export const mergeLatency = (
  a: LatencyCounts,
  b: LatencyCounts,
): LatencyCounts => {
  const merged: LatencyCounts = [];
  let left = 0;
  let right = 0;
  while (left < a.length || right < b.length) {
    const bucket = Math.min(a[left] ?? Infinity, b[right] ?? Infinity);
    let count = 0;
    if (a[left] === bucket) {
      count += a[left + 1];
      left += 2;
    }
    if (b[right] === bucket) {
      count += b[right + 1];
      right += 2;
    }
    merged.push(bucket, count);
  }
  return merged;
};

/**
 * The duration that this share of calls does not exceed, at most 5 % off;
 * `undefined` when there is none.
 *
 * @example of 3 in bucket 79 and 1 in bucket 132: 0.5 is 0.98 ms, 0.95 is 97 ms
 */
export const latencyQuantile = (
  latency: LatencyCounts,
  share: Ratio,
): Millis | undefined => {
  let total = 0;
  for (let at = 1; at < latency.length; at += 2) total += latency[at];
  const rank = Math.max(1, Math.ceil(share * total));
  let passed = 0;
  for (let at = 0; at < latency.length; at += 2) {
    passed += latency[at + 1];
    if (passed >= rank) return latencyOfBucket(latency[at]) / 1000;
  }
  return undefined;
};

/** `79:3 82:1`: short, and readable in the database. */
export const writeLatency = (latency: LatencyCounts): string => {
  const cells: string[] = [];
  for (let at = 0; at < latency.length; at += 2) {
    cells.push(`${latency[at]}:${latency[at + 1]}`);
  }
  return cells.join(' ');
};

export const readLatency = (text: string): LatencyCounts =>
  text === ''
    ? []
    : text.split(' ').flatMap(cell => {
        const colon = cell.indexOf(':');
        return [Number(cell.slice(0, colon)), Number(cell.slice(colon + 1))];
      });
