import {
  CallsPoint,
  Instant,
  Millis,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { addTo } from './addTo';
import { CallCounts, mergeCounts } from './CallCounts';
import { Window } from './graph/CallGraph';
import { latencyQuantile } from './latencyCounts';
import { beginOf, Bucket, bucketWidths } from './rollUp';

/** More points than this are no picture. */
const pointsAtMost = 120;

/** The finest width of which a window has no more points than can be drawn. */
const pointWidth = ({ from, to }: Window): Millis =>
  bucketWidths.find(width => (to - from) / width <= pointsAtMost) ??
  bucketWidths[bucketWidths.length - 1];

/**
 * Calls over time. Older buckets may be wider than a point: their calls stand at
 * their beginning, and the point says how wide they are.
 */
export const timeline = (
  buckets: readonly Bucket<CallCounts>[],
  window: Window,
): CallsPoint[] => {
  const width = pointWidth(window);
  const points = new Map<Instant, CallCounts>();
  const widths = new Map<Instant, Millis>();
  for (const bucket of buckets) {
    const at = beginOf(bucket.at, width);
    addTo(points, at, bucket.counts, mergeCounts);
    widths.set(at, Math.max(width, bucket.width, widths.get(at) ?? 0));
  }
  return [...points]
    .sort(([a], [b]) => a - b)
    .map(([at, { calls, errors, latency }]) => {
      const p95 = latencyQuantile(latency, 0.95);
      return {
        ...{ at: toIso(at), width: widths.get(at)!, calls, errors },
        ...(p95 !== undefined && { p95 }),
      };
    });
};
