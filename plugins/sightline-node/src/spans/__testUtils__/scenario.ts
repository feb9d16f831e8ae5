import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { defaultCallEngineLimits } from '../engine/callEngineLimits';
import { runEngine } from './fastEdges';
import { begin, SaidSpan, saidRequest } from './otlpSpan';

export const labelOf = ({ kind, name }: CallNode) => `${kind}:${name}`;

/** Edges in one line each, after what is said in one request or in several. */
export const runScenario = (
  requests: SaidSpan[][],
  limits = defaultCallEngineLimits,
) => {
  const { parts, losses } = runEngine(requests.map(saidRequest), limits, begin);
  const deltas = parts.flatMap(part =>
    part.edges.map(edge => ({
      ...edge,
      from: part.nodes[edge.caller],
      to: part.nodes[edge.callee],
    })),
  );
  const lines = deltas.map(
    edge =>
      `${labelOf(edge.from)} → ${labelOf(edge.to)} ${edge.protocol} ${
        edge.mode
      } ${edge.evidence} [${edge.operation}] ${edge.calls}`,
  );
  return { lines: lines.sort(), deltas, losses };
};
