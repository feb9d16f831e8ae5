import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  CallsReport,
  EdgeDelta,
  NodeSighting,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { addTo } from './addTo';
import { CallCounts, mergeCounts } from './CallCounts';
import { edgeKey, EdgeIdentity, nodeId } from './callKeys';
import {
  countLost,
  isKeepable,
  isKeepableNode,
  unkeepable,
  untimely,
} from './keepable';
import { ReadJourneys, readJourneys } from './readJourneys';
import { beginOf } from './rollUp';

export type ReadEdge = EdgeIdentity & {
  /** traces to look at, of the latest minute; empty when there are none */
  sample: string;
  sampleFailed: string;
  sampledAt: Instant;
  /** of the calls in this report */
  firstSeen: Instant;
};

export type ReadSighting = Omit<NodeSighting, 'node'> & { node: string };

/** A report as it will be kept: everything distinct, by key. */
export type ReadReport = {
  nodes: Map<string, CallNode>;
  edges: Map<string, ReadEdge>;
  /** by edge key, then by minute */
  counts: Map<string, Map<Instant, CallCounts>>;
  journeys: ReadJourneys;
  sightings: ReadSighting[];
  /** calls that will not be kept, by cause */
  lost: Map<string, number>;
};

const minute = 60_000;

/** Sorts a report by what it says; leaves out what cannot be kept, and says so. */
export const readReport = (report: CallsReport, now: Instant): ReadReport => {
  const nodes = new Map<string, CallNode>();
  const ids = report.nodes.map(node => {
    if (!isKeepableNode(node)) return undefined;
    const id = nodeId(node);
    nodes.set(id, node);
    return id;
  });
  const lost = new Map<string, number>();
  const read: ReadReport = {
    ...{ nodes, lost, edges: new Map(), counts: new Map() },
    journeys: readJourneys(report, { ids, lost, now }),
    sightings: report.sightings.flatMap(sighting => {
      const { node, ...said } = sighting;
      const id = ids[node];
      const isSayable = Object.values(said).every(isKeepable);
      return id === undefined || !isSayable ? [] : [{ ...said, node: id }];
    }),
  };
  for (const delta of report.edges) {
    const caller = ids[delta.caller];
    const callee = ids[delta.callee];
    const cause = isKeepable(delta.operation)
      ? untimely(delta.minute, now)
      : unkeepable;
    if (cause || caller === undefined || callee === undefined) {
      countLost(lost, cause ?? unkeepable, delta.calls);
    } else {
      addDelta(read, { ...pickIdentity(delta), caller, callee }, delta);
    }
  }
  return read;
};

const pickIdentity = (delta: EdgeDelta) => {
  const { protocol, mode, evidence, operation } = delta;
  const sampled = delta.ratesUnknown === true;
  return { protocol, mode, evidence, operation, sampled };
};

const addDelta = (read: ReadReport, edge: EdgeIdentity, delta: EdgeDelta) => {
  const key = edgeKey(edge);
  const minutes = read.counts.get(key) ?? new Map<Instant, CallCounts>();
  read.edges.set(key, withSamples(read.edges.get(key), edge, delta));
  read.counts.set(key, minutes);
  addTo(minutes, beginOf(delta.minute, minute), toCounts(delta), mergeCounts);
};

/** The latest minute's traces: those of an hour ago may be gone from where they are kept. */
const withSamples = (
  before: ReadEdge | undefined,
  edge: EdgeIdentity,
  { samples, minute: at, firstSeen }: EdgeDelta,
): ReadEdge => {
  const isLater = before === undefined || at >= before.sampledAt;
  const latest = isLater ? samples.slowest : '';
  const latestFailed = isLater ? samples.slowestFailed : undefined;
  return {
    ...edge,
    sample: latest || before?.sample || '',
    sampleFailed: latestFailed || before?.sampleFailed || '',
    sampledAt: Math.max(at, before?.sampledAt ?? at),
    firstSeen: Math.min(firstSeen, before?.firstSeen ?? firstSeen),
  };
};

const toCounts = (delta: EdgeDelta): CallCounts => {
  const { calls, errors, estimated, unweighted, retries, latency } = delta;
  // A caller may have told of a call in the minute before its callee did. Its
  // minute then says nothing of when the callee was seen.
  const isSeen = calls > 0;
  return {
    ...{ calls, errors, estimated, unweighted, retries, latency },
    callerCalls: delta.callerView?.calls ?? 0,
    callerErrors: delta.callerView?.errors ?? 0,
    callerLatency: delta.callerView?.latency ?? [],
    firstSeen: isSeen ? delta.firstSeen : delta.minute + minute - 1,
    lastSeen: isSeen ? delta.lastSeen : delta.minute,
  };
};
