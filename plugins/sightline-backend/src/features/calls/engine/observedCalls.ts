import {
  CallNode,
  Instant,
  ObservedCall,
  ObservedCalls,
  ServiceRef,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { addTo } from './addTo';
import { CallCounts, mergeCounts } from './CallCounts';
import { EdgeIdentity } from './callKeys';
import { latencyQuantile } from './latencyCounts';

export type CountedEdge = { edge: EdgeIdentity; counts: CallCounts };

export type ObservedCallsInput = {
  /** ids of the nodes that are the service */
  own: ReadonlySet<string>;
  edges: readonly CountedEdge[];
  nodes: ReadonlyMap<string, CallNode>;
  /** the services nodes stand for, by node id */
  services: ReadonlyMap<string, ServiceRef>;
  since: Instant;
};

type Side = 'caller' | 'callee';

/**
 * Edges seen from one service, operations added up.
 *
 * ```
 *   storefront ─▶ [orders] ─▶ payments     callers: storefront
 *                     └─────▶ postgres     callees: payments, postgres
 * ```
 */
export const observedCalls = (input: ObservedCallsInput): ObservedCalls => ({
  since: toIso(input.since),
  callers: peers(input, { me: 'callee', peer: 'caller' }),
  callees: peers(input, { me: 'caller', peer: 'callee' }),
});

/** The most called on each side, and how many others there are. */
export const topOfCalls = (
  calls: ObservedCalls,
  atMost: number,
): ObservedCalls => {
  const leftOut = {
    callers: Math.max(0, calls.callers.length - atMost),
    callees: Math.max(0, calls.callees.length - atMost),
  };
  return {
    ...calls,
    callers: calls.callers.slice(0, atMost),
    callees: calls.callees.slice(0, atMost),
    ...(leftOut.callers + leftOut.callees > 0 && { leftOut }),
  };
};

const peers = (
  input: ObservedCallsInput,
  sides: { me: Side; peer: Side },
): ObservedCall[] => {
  const counted = new Map<string, CallCounts>();
  const edges = new Map<string, EdgeIdentity>();
  for (const { edge, counts } of input.edges) {
    if (!input.own.has(edge[sides.me])) continue;
    const { protocol, mode, evidence } = edge;
    const key = [edge[sides.peer], protocol, mode, evidence].join(' ');
    edges.set(key, edge);
    addTo(counted, key, counts, mergeCounts);
  }
  return [...counted]
    .flatMap(([key, counts]) => {
      const edge = edges.get(key)!;
      return observed(input, { edge, counts }, edge[sides.peer]);
    })
    .sort(mostCallsFirst);
};

const observed = (
  { nodes, services }: ObservedCallsInput,
  { edge, counts }: CountedEdge,
  peerId: string,
): ObservedCall[] => {
  const peer = nodes.get(peerId);
  if (!peer) return [];
  const service = services.get(peerId);
  const { calls, errors, estimated, latency, lastSeen } = counts;
  if (calls === 0) return [];
  const p50 = latencyQuantile(latency, 0.5);
  const p95 = latencyQuantile(latency, 0.95);
  return [
    {
      peer,
      ...(service !== undefined && { service }),
      protocol: edge.protocol,
      mode: edge.mode,
      evidence: edge.evidence,
      calls,
      errors,
      errorRatio: errors / calls,
      estimated,
      ...(p50 !== undefined && { p50 }),
      ...(p95 !== undefined && { p95 }),
      lastSeen: toIso(lastSeen),
    },
  ];
};

const keyOf = ({ peer, protocol, mode, evidence }: ObservedCall) =>
  [peer.name, peer.environment, peer.namespace, protocol, mode, evidence].join(
    '\n',
  );

const mostCallsFirst = (a: ObservedCall, b: ObservedCall) =>
  b.calls - a.calls || (keyOf(a) < keyOf(b) ? -1 : 1);
