import type { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { CallEngine } from '../engine/CallEngine';
import { defaultCallEngineLimits } from '../engine/callEngineLimits';
import type { CallsPart } from '../engine/CallsReport';
import { SpanColumns } from '../engine/columns/SpanColumns';
import { StringTable } from '../engine/columns/StringTable';
import { readOtlpJson } from '../otlp/readOtlpJson';
import { SlowEdges } from './slowEdges';

const label = ({ kind, name }: CallNode) => name || kind;

/** What the engine says, in the words of the slow way. */
export const asSlowEdges = (parts: CallsPart[]): SlowEdges => {
  const edges: SlowEdges = {};
  for (const part of parts) {
    for (const edge of part.edges) {
      const ends = [part.nodes[edge.caller], part.nodes[edge.callee]];
      const key = `${ends.map(label).join(' → ')} ${edge.evidence}`;
      const before = edges[key] ?? [0, 0, 0];
      edges[key] = [
        before[0] + edge.calls,
        before[1] + edge.errors,
        before[2] + (edge.callerView?.calls ?? 0),
      ];
    }
  }
  return edges;
};

/** An engine that reads requests in OTLP's JSON. */
export const createEngine = (limits = defaultCallEngineLimits) => {
  const columns = new SpanColumns(new StringTable());
  const engine = new CallEngine(limits);
  return {
    engine,
    take(
      request: string,
      batch: { id: number; arrivedAt: number; isCounted?: boolean },
    ) {
      columns.clear();
      readOtlpJson(request, columns);
      engine.take(columns, batch);
    },
  };
};

/** Takes requests, one a second, and settles everything. */
export const runEngine = (
  requests: readonly string[],
  limits = defaultCallEngineLimits,
  begin = 1_790_000_000_000,
) => {
  const { engine, take } = createEngine(limits);
  requests.forEach((request, id) =>
    take(request, { id, arrivedAt: begin + id * 1000 }),
  );
  engine.settle(begin + requests.length * 1000 + limits.pairingWithin);
  const { parts } = engine.drain(1000);
  return { parts, losses: engine.takeLosses() };
};
