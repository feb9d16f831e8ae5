import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node/spans';
import { mergeLatency } from './latencyCounts';

/** What was counted of one step of a journey. */
export type StepCounts = {
  journeys: number;
  /** times the step before was taken and made this call at all */
  parents: number;
  calls: number;
  errors: number;
  estimated: number;
  /** most calls one taking of the step before made */
  most: number;
  /** microseconds of the critical path */
  critical: number;
  /** microseconds from the root's beginning to its own, summed over calls */
  begins: number;
  latency: LatencyCounts;
  firstSeen: Instant;
  lastSeen: Instant;
};

export const mergeStepCounts = (a: StepCounts, b: StepCounts): StepCounts => ({
  journeys: a.journeys + b.journeys,
  parents: a.parents + b.parents,
  calls: a.calls + b.calls,
  errors: a.errors + b.errors,
  estimated: a.estimated + b.estimated,
  most: Math.max(a.most, b.most),
  critical: a.critical + b.critical,
  begins: a.begins + b.begins,
  latency: mergeLatency(a.latency, b.latency),
  firstSeen: Math.min(a.firstSeen, b.firstSeen),
  lastSeen: Math.max(a.lastSeen, b.lastSeen),
});
