import {
  latencyBucketCount,
  type CallNode,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallsPart, EdgeDelta, LatencyCounts } from '../CallsReport';
import { readWay } from '../describing/traits';
import { EdgeRows, sides, sumCount, sums } from './EdgeRows';

export type Names = {
  node(number: number): CallNode;
  operation(number: number): string;
};

const minute = 60_000;

/** Rows as reports of at most so many edges, each complete in itself. */
export const callsParts = (
  rows: EdgeRows,
  names: Names,
  edgesAtMost: number,
): CallsPart[] => {
  const latencies = latenciesByRow(rows);
  const parts: CallsPart[] = [];
  for (let from = 0; from < rows.count; from += edgesAtMost) {
    const nodes: CallNode[] = [];
    const indexOf = new Map<number, number>();
    const index = (number: number) => {
      const known = indexOf.get(number);
      if (known !== undefined) return known;
      indexOf.set(number, nodes.length);
      return nodes.push(names.node(number)) - 1;
    };
    const edges: EdgeDelta[] = [];
    const to = Math.min(rows.count, from + edgesAtMost);
    for (let row = from; row < to; row++) {
      edges.push(edgeDelta({ rows, row, index, names, latencies }));
    }
    parts.push({ nodes, edges, sightings: [] });
  }
  return parts;
};

type RowContext = {
  rows: EdgeRows;
  row: number;
  index: (node: number) => number;
  names: Names;
  latencies: Map<number, LatencyCounts>;
};

const edgeDelta = (context: RowContext): EdgeDelta => {
  const { rows, row, index, names, latencies } = context;
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
    caller: index(caller),
    callee: index(callee),
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
      slowest: hasCalls ? traceId(rows, row * 8) : '',
      ...(sum('errors') > 0
        ? { slowestFailed: traceId(rows, row * 8 + 4) }
        : {}),
    },
  };
};

const traceId = ({ samples }: EdgeRows, at: number) =>
  Array.from(samples.subarray(at, at + 4), word =>
    (word >>> 0).toString(16).padStart(8, '0'),
  ).join('');

/** By row * 2 + side, buckets ascending. */
const latenciesByRow = ({
  latencies,
}: EdgeRows): Map<number, LatencyCounts> => {
  const byRow = new Map<number, LatencyCounts>();
  let current = -1;
  let cells: LatencyCounts = [];
  for (const number of latencies.numbers()) {
    const row = Math.floor(number / latencyBucketCount);
    if (row !== current) {
      current = row;
      cells = [];
      byRow.set(row, cells);
    }
    cells.push(number % latencyBucketCount, latencies.countOf(number));
  }
  return byRow;
};
