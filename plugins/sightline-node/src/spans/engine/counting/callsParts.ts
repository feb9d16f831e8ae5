import { latencyBucketCount } from '@sightline/backstage-plugin-sightline-common';
import type { CallsPart, EdgeDelta, LatencyCounts } from '../CallsReport';
import { readWay } from '../describing/traits';
import { EdgeRows, sides, sumCount, sums } from './EdgeRows';
import { latenciesByRow, Names, PartNodes, traceId } from './parts';

const minute = 60_000;

/** Rows as reports of at most so many edges, each complete in itself. */
export const callsParts = (
  rows: EdgeRows,
  names: Names,
  edgesAtMost: number,
): CallsPart[] => {
  // By row * 2 + side.
  const latencies = latenciesByRow(rows.latencies, latencyBucketCount);
  const parts: CallsPart[] = [];
  for (let from = 0; from < rows.count; from += edgesAtMost) {
    const nodes = new PartNodes(names);
    const edges: EdgeDelta[] = [];
    const to = Math.min(rows.count, from + edgesAtMost);
    for (let row = from; row < to; row++) {
      edges.push(edgeDelta({ rows, row, nodes, names, latencies }));
    }
    parts.push({ nodes: nodes.all, edges, sightings: [] });
  }
  return parts;
};

type RowContext = {
  rows: EdgeRows;
  row: number;
  nodes: PartNodes;
  names: Names;
  latencies: Map<number, LatencyCounts>;
};

const edgeDelta = (context: RowContext): EdgeDelta => {
  const { rows, row, nodes, names, latencies } = context;
  const [caller, callee, operation, way, at] = rows.keys.subarray(
    row * 5,
    row * 5 + 5,
  );
  const sum = (which: keyof typeof sums) =>
    rows.values[row * sumCount + sums[which]];
  const latency = (side: number) => latencies.get(row * 2 + side) ?? [];
  const callerCalls = sum('callerCalls');
  const hasCalls = sum('calls') > 0;
  return {
    minute: at * minute,
    caller: nodes.indexOf(caller),
    callee: nodes.indexOf(callee),
    ...readWay(way),
    operation: names.operation(operation),
    calls: sum('calls'),
    errors: sum('errors'),
    latency: latency(sides.callee),
    estimated: sum('estimated'),
    unweighted: sum('unweighted'),
    retries: sum('retries'),
    ...(callerCalls > 0
      ? {
          callerView: {
            calls: callerCalls,
            errors: sum('callerErrors'),
            latency: latency(sides.caller),
          },
        }
      : {}),
    // The caller's view may fall into a minute in which the callee saw nothing.
    firstSeen: hasCalls ? sum('firstSeen') : at * minute,
    lastSeen: hasCalls ? sum('lastSeen') : at * minute,
    samples: {
      slowest: hasCalls ? traceId(rows.samples, row * 8) : '',
      ...(sum('errors') > 0
        ? { slowestFailed: traceId(rows.samples, row * 8 + 4) }
        : {}),
    },
  };
};
