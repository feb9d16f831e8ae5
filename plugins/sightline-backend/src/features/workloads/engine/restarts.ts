import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import type { SeenWorkload } from '@sightline/backstage-plugin-sightline-node';
import { WorkloadMemory } from './WorkloadMemory';

const hour: Millis = 3_600_000;

/** Sums that are kept; in a storm those between are joined. */
const sumsAtMost = 60;

type Sums = WorkloadMemory['restarts'];

/** Keeps the sums of the last hour, and the last one before it to count from. */
export const noteRestarts = (
  before: Sums,
  { restarts: { total } }: Pick<SeenWorkload, 'restarts'>,
  now: Instant,
): Sums => {
  const last = before[before.length - 1];
  if (last?.total === total) return before;
  const sums = [...before, { at: now, total }];
  const begin = sums.findIndex(({ at }) => at > now - hour);
  const kept = sums.slice(Math.max(0, begin - 1));
  // The newest but one goes: what it added is counted with the newest.
  return kept.length > sumsAtMost
    ? [...kept.slice(0, -2), kept[kept.length - 1]]
    : kept;
};

/**
 * Restarts within the last hour. Pods take their counts with them when they go, so
 * that sums may fall: only what is added counts.
 *
 * ```
 *   sums    5   7   0   1
 *   added       2   –   1     3
 * ```
 */
export const restartsLastHour = (
  sums: Sums,
  lastAt: Instant | undefined,
  now: Instant,
): number => {
  const added = sums.reduce((count, { at, total }, n) => {
    const grown = n === 0 ? 0 : Math.max(0, total - sums[n - 1].total);
    return at > now - hour ? count + grown : count;
  }, 0);
  const isFresh = lastAt !== undefined && lastAt > now - hour;
  return Math.max(added, isFresh ? 1 : 0);
};
