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
};

/** A report without its number: what an engine hands out. @public */
export type CallsPart = Omit<CallsReport, 'writer' | 'sequence'>;
