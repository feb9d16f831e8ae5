import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { CallCounts, mergeCounts } from './CallCounts';

/** What was counted on one edge from `at` on, for `width`. */
export type CallBucket = CallCounts & {
  edge: number;
  width: Millis;
  at: Instant;
};

const minute: Millis = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export type RollUpStep = {
  width: Millis;
  keptFor: Millis;
  /** left out: what is older is forgotten */
  into?: Millis;
};

/**
 * Counts coarsen with age and are never changed by it: buckets are added up.
 *
 * ```
 *   now ◀── 1 h ──▶ ◀── 24 h ──▶ ◀── 14 d ──▶ ◀── 13 months ──▶ gone
 *        1 minute     5 minutes     1 hour          1 day
 * ```
 */
export const rollUpSteps: readonly RollUpStep[] = [
  { width: minute, keptFor: hour, into: 5 * minute },
  { width: 5 * minute, keptFor: day, into: hour },
  { width: hour, keptFor: 14 * day, into: day },
  { width: day, keptFor: 396 * day },
];

export const bucketWidths: readonly Millis[] = rollUpSteps.map(
  ({ width }) => width,
);

/** Calls longer ago than this are kept by nobody. */
export const longestKept: Millis = 396 * day;

export const beginOf = (instant: Instant, width: Millis): Instant =>
  Math.floor(instant / width) * width;

/**
 * Buckets of this step that begin before this are due: the wider bucket they
 * go into is over, and as old as it must be.
 */
export const dueBefore = (
  { width, keptFor, into = width }: RollUpStep,
  now: Instant,
): Instant => beginOf(now - keptFor, into);

/** Buckets of the same edge that fall into the same wider one, added up. */
export const rollUp = (
  buckets: readonly CallBucket[],
  into: Millis,
): CallBucket[] => {
  const wider = new Map<string, CallBucket>();
  for (const bucket of buckets) {
    const { edge } = bucket;
    const at = beginOf(bucket.at, into);
    const key = `${edge} ${at}`;
    const before = wider.get(key);
    wider.set(key, {
      ...(before ? mergeCounts(before, bucket) : bucket),
      edge,
      width: into,
      at,
    });
  }
  return [...wider.values()];
};
