import { BigNumber, createBucketTable } from './BucketTable';
import { CallCounts, mergeCounts } from './engine/CallCounts';
import { readLatency, writeLatency } from './engine/latencyCounts';
import { mergeStepCounts, StepCounts } from './engine/StepCounts';

/** The columns of counts in `calls_bucket`. */
export type CallColumns = {
  calls: BigNumber;
  errors: BigNumber;
  estimated: number;
  unweighted: BigNumber;
  retries: BigNumber;
  latency: string;
  caller_calls: BigNumber;
  caller_errors: BigNumber;
  caller_latency: string;
  first_seen: BigNumber;
  last_seen: BigNumber;
};

export const toCallCounts = (row: CallColumns): CallCounts => ({
  calls: Number(row.calls),
  errors: Number(row.errors),
  estimated: Number(row.estimated),
  unweighted: Number(row.unweighted),
  retries: Number(row.retries),
  latency: readLatency(row.latency),
  callerCalls: Number(row.caller_calls),
  callerErrors: Number(row.caller_errors),
  callerLatency: readLatency(row.caller_latency),
  firstSeen: Number(row.first_seen),
  lastSeen: Number(row.last_seen),
});

export const callBuckets = createBucketTable<CallCounts, CallColumns>({
  table: 'calls_bucket',
  owner: 'edge',
  merge: mergeCounts,
  toCounts: toCallCounts,
  toColumns: counts => ({
    calls: counts.calls,
    errors: counts.errors,
    estimated: counts.estimated,
    unweighted: counts.unweighted,
    retries: counts.retries,
    latency: writeLatency(counts.latency),
    caller_calls: counts.callerCalls,
    caller_errors: counts.callerErrors,
    caller_latency: writeLatency(counts.callerLatency),
    first_seen: counts.firstSeen,
    last_seen: counts.lastSeen,
  }),
});

/** The columns of counts in `calls_step_bucket`. */
export type StepColumns = {
  journeys: BigNumber;
  parents: BigNumber;
  calls: BigNumber;
  errors: BigNumber;
  estimated: number;
  most: number;
  critical: number;
  begins: number;
  latency: string;
  first_seen: BigNumber;
  last_seen: BigNumber;
};

export const toStepCounts = (row: StepColumns): StepCounts => ({
  journeys: Number(row.journeys),
  parents: Number(row.parents),
  calls: Number(row.calls),
  errors: Number(row.errors),
  estimated: Number(row.estimated),
  most: Number(row.most),
  critical: Number(row.critical),
  begins: Number(row.begins),
  latency: readLatency(row.latency),
  firstSeen: Number(row.first_seen),
  lastSeen: Number(row.last_seen),
});

export const stepBuckets = createBucketTable<StepCounts, StepColumns>({
  table: 'calls_step_bucket',
  owner: 'step',
  merge: mergeStepCounts,
  toCounts: toStepCounts,
  toColumns: counts => ({
    journeys: counts.journeys,
    parents: counts.parents,
    calls: counts.calls,
    errors: counts.errors,
    estimated: counts.estimated,
    most: counts.most,
    critical: counts.critical,
    begins: counts.begins,
    latency: writeLatency(counts.latency),
    first_seen: counts.firstSeen,
    last_seen: counts.lastSeen,
  }),
});
