import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node/spans';
import { mergeLatency } from './latencyCounts';

/** What was counted of some calls. */
export type CallCounts = {
  calls: number;
  errors: number;
  estimated: number;
  unweighted: number;
  retries: number;
  latency: LatencyCounts;
  firstSeen: Instant;
  lastSeen: Instant;
};

/** In any order and any grouping the same: nothing is rounded, nothing averaged. */
export const mergeCounts = (a: CallCounts, b: CallCounts): CallCounts => ({
  calls: a.calls + b.calls,
  errors: a.errors + b.errors,
  estimated: a.estimated + b.estimated,
  unweighted: a.unweighted + b.unweighted,
  retries: a.retries + b.retries,
  latency: mergeLatency(a.latency, b.latency),
  firstSeen: Math.min(a.firstSeen, b.firstSeen),
  lastSeen: Math.max(a.lastSeen, b.lastSeen),
});

/** Adds to what is there under this key, or begins it. */
export const addCounts = <Key>(
  to: Map<Key, CallCounts>,
  key: Key,
  counts: CallCounts,
) => {
  const before = to.get(key);
  to.set(key, before ? mergeCounts(before, counts) : counts);
};
