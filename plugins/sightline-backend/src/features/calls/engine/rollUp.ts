import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

/** What was counted for one edge or step from `at` on, for `width`. */
export type Bucket<Counts> = {
  /** number of the edge or step */
  of: number;
  width: Millis;
  at: Instant;
  counts: Counts;
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

/** Buckets of the same owner that fall into the same wider one, added up. */
export const rollUp = <Counts>(
  buckets: readonly Bucket<Counts>[],
  into: Millis,
  merge: (a: Counts, b: Counts) => Counts,
): Bucket<Counts>[] => {
  const wider = new Map<string, Bucket<Counts>>();
  for (const { of, at: from, counts } of buckets) {
    const at = beginOf(from, into);
    const key = `${of} ${at}`;
    const before = wider.get(key);
    wider.set(key, {
      ...{ of, at, width: into },
      counts: before ? merge(before.counts, counts) : counts,
    });
  }
  return [...wider.values()];
};
