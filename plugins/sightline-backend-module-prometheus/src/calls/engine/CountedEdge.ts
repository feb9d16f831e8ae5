import {
  CallMode,
  CallNode,
  CallProtocol,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node';

/** Both ends of an edge, and how calls travel on it. */
export type EdgeEnds = {
  caller: CallNode;
  callee: CallNode;
  protocol: CallProtocol;
  mode: CallMode;
  /** the callee's; empty where metrics tell none */
  operation: string;
};

export type MinuteCounts = {
  calls: number;
  errors: number;
  latency: LatencyCounts;
};

/** What one writer counted on one edge, by minute. */
export type CountedEdge = EdgeEnds & {
  /** who counted it, in words */
  writer: string;
  minutes: Map<Instant, MinuteCounts>;
};

/** The same for the same edge, whoever counted it. */
export const edgeKey = (edge: EdgeEnds): string => {
  const { caller, callee, protocol, mode, operation } = edge;
  return [caller, callee]
    .flatMap(({ kind, environment, namespace, name }) => [
      kind,
      environment,
      namespace,
      name,
    ])
    .concat(protocol, mode, operation)
    .join('\n');
};
