import type {
  CallEvidenceClass,
  CallMode,
  CallNode,
  CallProtocol,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';

/**
 * Counts by latency, (bucket, count) after (bucket, count): 8 buckets for each
 * doubling of a microsecond, so a value read back is at most 5 % off, and
 * histograms are merged by adding.
 * @public
 */
export type LatencyCounts = number[];

/**
 * What was counted for one edge, one operation and one kind of evidence within
 * one minute. Two of them for the same are merged by adding, taking the earlier
 * `firstSeen` and the later `lastSeen`.
 * @public
 */
export type EdgeDelta = {
  /** the minute's beginning */
  minute: Instant;
  /** index in the report's `nodes` */
  caller: number;
  /** index in the report's `nodes` */
  callee: number;
  protocol: CallProtocol;
  mode: CallMode;
  evidence: CallEvidenceClass;
  /** the callee's operation, without ids in its name */
  operation: string;
  /** spans, exactly: the callee's, or the caller's where the callee says nothing */
  calls: number;
  errors: number;
  latency: LatencyCounts;
  /** calls there would be without sampling, as far as traces state it */
  estimated: number;
  /** calls whose sampling nobody stated; each counts as one in `estimated` */
  unweighted: number;
  /** calls that repeat one which was made before */
  retries: number;
  /** the same calls as the caller saw them; only with evidence `paired` and `parent-child` */
  callerView?: { calls: number; errors: number; latency: LatencyCounts };
  firstSeen: Instant;
  lastSeen: Instant;
  /**
   * These calls were seen among others that nobody counted: a few traces were
   * asked for, or another system said so. They prove the edge and say how it
   * behaves; how often it is used they do not say, and no rate may be made of them.
   */
  ratesUnknown?: true;
  /** trace ids in hexadecimal: of the slowest call, and of the slowest that failed */
  samples: { slowest: string; slowestFailed?: string };
};

/** What a node said about itself besides its name, for matching it to the catalog. @public */
export type NodeSighting = {
  /** index in the report's `nodes` */
  node: number;
  version: string;
  cluster: string;
  kubernetesNamespace: string;
  workload: string;
};

/**
 * One step of a journey: an operation that was called on the way from a root
 * operation. The same operation reached another way is another step.
 *
 * ```
 *   0 edge-gateway POST /api/orders          begins: nobody traced called it
 *   1 └ web-bff POST /checkout               parent 0
 *   2   └ orders POST /orders                parent 1
 *   3     ├ orders-db INSERT sales_order     parent 2, by the caller's word
 *   4     └ order-events send order-events   parent 2, async: its readers are
 *                                            journeys that begin at this topic
 * ```
 * @public
 */
export type JourneyStep = {
  /** index in the same list, always a smaller one; left out where the journey begins */
  parent?: number;
  /** index in the report's `nodes`: who was called */
  callee: number;
  /**
   * index in the report's `nodes`; only where the journey begins: `outside`, the
   * topic, or a service that says nothing of why it called
   */
  caller?: number;
  protocol: CallProtocol;
  mode: CallMode;
  /** the callee's operation, without ids in its name */
  operation: string;
};

/**
 * What was counted for one step within one minute. Merged by adding, except
 * `mostOfAParent` (the larger), `firstSeen` (the earlier) and `lastSeen`.
 * @public
 */
export type JourneyDelta = {
  /** index in the journeys' `steps` */
  step: number;
  /** the minute in which the whole journey ended, the same for all its steps */
  minute: Instant;
  /** journeys in which the step was taken at least once */
  journeys: number;
  /** times the step before was taken and made this call at least once */
  parents: number;
  calls: number;
  errors: number;
  /** calls there would be without sampling; 0 where nobody knows */
  estimated: number;
  /** most calls that one taking of the step before made */
  mostOfAParent: number;
  latency: LatencyCounts;
  /**
   * microseconds of the journeys' critical path spent in this step and in none
   * below it; all steps together give the duration of the root
   */
  critical: number;
  /**
   * microseconds from the beginning of the journey to the beginning of the step,
   * summed over its calls: what comes first is shown first
   */
  begins: number;
  firstSeen: Instant;
  lastSeen: Instant;
  /** trace id of the slowest */
  sample: string;
};

/** Whole journeys, read from a sample of traces that is the same for all their steps. @public */
export type JourneysPart = {
  steps: JourneyStep[];
  counts: JourneyDelta[];
};

/**
 * Calls counted since the last report of the same writer.
 *
 * A report can come twice, after a crash between keeping it and remembering
 * that: whoever takes it keeps the highest `sequence` of each `writer` in the
 * transaction that adds the counts, and leaves out what is not beyond it.
 * @public
 */
export type CallsReport = {
  writer: string;
  sequence: number;
  nodes: CallNode[];
  edges: EdgeDelta[];
  sightings: NodeSighting[];
  /** left out by whoever sees no whole traces */
  journeys?: JourneysPart;
};

/** A report without its number: what an engine hands out. @public */
export type CallsPart = Omit<CallsReport, 'writer' | 'sequence'>;
