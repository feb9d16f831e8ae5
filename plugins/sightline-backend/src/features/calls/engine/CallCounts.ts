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
  /** the same calls as their callers saw them, as far as those told */
  callerCalls: number;
  callerErrors: number;
  callerLatency: LatencyCounts;
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
  callerCalls: a.callerCalls + b.callerCalls,
  callerErrors: a.callerErrors + b.callerErrors,
  callerLatency: mergeLatency(a.callerLatency, b.callerLatency),
  firstSeen: Math.min(a.firstSeen, b.firstSeen),
  lastSeen: Math.max(a.lastSeen, b.lastSeen),
});
