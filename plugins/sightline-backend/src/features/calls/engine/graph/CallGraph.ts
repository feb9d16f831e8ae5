import {
  CallEvidenceClass,
  CallMode,
  CallNode,
  CallParty,
  CallProtocol,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';

/** What was counted on an edge, without its latencies: those are read for what is shown. */
export type EdgeSums = {
  calls: number;
  errors: number;
  estimated: number;
  retries: number;
};

export const noCalls: EdgeSums = {
  ...{ calls: 0, errors: 0, estimated: 0, retries: 0 },
};

export const addSums = (a: EdgeSums, b: EdgeSums): EdgeSums => ({
  calls: a.calls + b.calls,
  errors: a.errors + b.errors,
  estimated: a.estimated + b.estimated,
  retries: a.retries + b.retries,
});

/** An edge between nodes as it is kept: one for each operation of the callee. */
export type StoredEdge = {
  id: number;
  /** ids of nodes */
  caller: string;
  callee: string;
  protocol: CallProtocol;
  mode: CallMode;
  evidence: CallEvidenceClass;
  /** seen among others that nobody counted */
  sampled: boolean;
  firstSeen: Instant;
  lastSeen: Instant;
};

/** All operations, between parties, with the same kind of evidence. */
export type GraphEdge = {
  /** ids of parties */
  caller: string;
  callee: string;
  protocol: CallProtocol;
  mode: CallMode;
  evidence: CallEvidenceClass;
  /** seen among others that nobody counted: no rate may be made of it */
  sampled: boolean;
  /** numbers of the stored edges it is made of */
  ids: number[];
  sums: EdgeSums;
  firstSeen: Instant;
  lastSeen: Instant;
};

export type Window = { from: Instant; to: Instant };

/**
 * Who calls whom, between parties. Edges that had no calls within the window are
 * there too, as long as they are kept: "declared and used last week" is used.
 */
export type CallGraph = {
  window: Window;
  /**
   * Seconds of the window in which anything was counted at all, at least a
   * minute: who began ten minutes ago has not a sixth of his traffic.
   */
  seconds: number;
  parties: ReadonlyMap<string, CallParty>;
  edges: readonly GraphEdge[];
};

/** What was counted in a window, by number of the stored edge. */
export type WindowSums = {
  window: Window;
  seconds: number;
  sums: ReadonlyMap<number, EdgeSums>;
};

/** What graphs are made of; the same for all windows. */
export type GraphMaterial = {
  nodes: ReadonlyMap<string, CallNode>;
  /** parties by id of node */
  parties: ReadonlyMap<string, CallParty>;
  edges: readonly StoredEdge[];
};
