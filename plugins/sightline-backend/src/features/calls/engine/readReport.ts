import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  CallsReport,
  EdgeDelta,
} from '@sightline/backstage-plugin-sightline-node/spans';
import { addCounts, CallCounts } from './CallCounts';
import { edgeKey, EdgeIdentity, nodeId } from './callKeys';
import { beginOf, longestKept } from './rollUp';

/** A report as it will be kept: everything distinct, by key. */
export type ReadReport = {
  nodes: Map<string, CallNode>;
  edges: Map<string, EdgeIdentity>;
  /** by edge key, then by minute */
  counts: Map<string, Map<Instant, CallCounts>>;
  /** calls that will not be kept, by cause */
  lost: Map<string, number>;
};

const minute = 60_000;
const longestWord = 400;

/** Whatever a program says about itself, a database must be able to hold. */
const isKeepable = (word: string) =>
  word.length <= longestWord && !word.includes('\0');

const isKeepableNode = ({ environment, namespace, name }: CallNode) =>
  [environment, namespace, name].every(isKeepable);

/** Sorts a report by what it says; leaves out what cannot be kept, and says so. */
export const readReport = (report: CallsReport, now: Instant): ReadReport => {
  const read: ReadReport = {
    nodes: new Map(),
    edges: new Map(),
    counts: new Map(),
    lost: new Map(),
  };
  const ids = report.nodes.map(node => {
    if (!isKeepableNode(node)) return undefined;
    const id = nodeId(node);
    read.nodes.set(id, node);
    return id;
  });
  for (const delta of report.edges) {
    if (delta.calls === 0) continue;
    const caller = ids[delta.caller];
    const callee = ids[delta.callee];
    const cause = refusal(delta, now);
    if (cause || caller === undefined || callee === undefined) {
      countLost(read.lost, cause ?? unkeepable, delta.calls);
    } else {
      addDelta(read, { ...pickIdentity(delta), caller, callee }, delta);
    }
  }
  return read;
};

export const countLost = (
  lost: Map<string, number>,
  cause: string,
  count: number,
) => lost.set(cause, (lost.get(cause) ?? 0) + count);

const unkeepable = 'calls with names that are too long or contain NUL';

const refusal = (delta: EdgeDelta, now: Instant): string | undefined => {
  if (!isKeepable(delta.operation)) return unkeepable;
  if (delta.minute > now + 60 * minute) return 'calls in the future';
  return delta.minute < now - longestKept
    ? 'calls older than anything that is kept'
    : undefined;
};

const pickIdentity = (delta: EdgeDelta) => {
  const { protocol, mode, evidence, operation } = delta;
  return { protocol, mode, evidence, operation };
};

const addDelta = (read: ReadReport, edge: EdgeIdentity, delta: EdgeDelta) => {
  const key = edgeKey(edge);
  const minutes = read.counts.get(key) ?? new Map<Instant, CallCounts>();
  read.edges.set(key, edge);
  read.counts.set(key, minutes);
  const { calls, errors, estimated, unweighted, retries } = delta;
  const { latency, firstSeen, lastSeen } = delta;
  addCounts(minutes, beginOf(delta.minute, minute), {
    ...{ calls, errors, estimated, unweighted, retries },
    ...{ latency, firstSeen, lastSeen },
  });
};
