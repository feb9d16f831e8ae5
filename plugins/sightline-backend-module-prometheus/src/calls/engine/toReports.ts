import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  CallsReport,
  EdgeDelta,
} from '@sightline/backstage-plugin-sightline-node';
import { CountedEdge, MinuteCounts } from './CountedEdge';

const minuteLength = 60_000;

/**
 * A report for each minute, oldest first, numbered by it. Whoever keeps reports
 * takes none whose number is not beyond the last one of its writer: so a minute
 * that is told again, by this process or another, after a restart or because
 * nobody knows whether it was kept, counts once.
 *
 * Minutes in which nobody called are left out, but for the last: it says that
 * somebody looked.
 */
export const toReports = (
  edges: readonly CountedEdge[],
  { writer, minutes }: { writer: string; minutes: readonly Instant[] },
): CallsReport[] =>
  minutes
    .map(minute => reportOf(edges, { writer, minute }))
    .filter(
      (report, nth) => report.edges.length > 0 || nth === minutes.length - 1,
    );

const reportOf = (
  edges: readonly CountedEdge[],
  { writer, minute }: { writer: string; minute: Instant },
): CallsReport => {
  const nodes: CallNode[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (node: CallNode) => {
    const { kind, environment, namespace, name } = node;
    const key = [kind, environment, namespace, name].join('\n');
    const known = numbers.get(key) ?? nodes.push(node) - 1;
    numbers.set(key, known);
    return known;
  };
  const deltas = edges.flatMap(edge => {
    const counts = edge.minutes.get(minute);
    return counts && counts.calls > 0
      ? [
          {
            ...deltaOf(edge, counts, minute),
            caller: numberOf(edge.caller),
            callee: numberOf(edge.callee),
          },
        ]
      : [];
  });
  return {
    writer,
    sequence: minute / minuteLength,
    nodes,
    edges: deltas,
    sightings: [],
  };
};

/**
 * Growth is whole where writers count calls. Some count with a weight for what
 * sampling left out, and weights need not be whole: `estimated` has the figure as
 * it is, `calls` the nearest whole number, and never 0: somebody called. How much was left out before it was
 * counted no metric says, so all calls are unweighted.
 */
const deltaOf = (
  { protocol, mode, operation }: CountedEdge,
  { calls, errors, latency }: MinuteCounts,
  minute: Instant,
): Omit<EdgeDelta, 'caller' | 'callee'> => {
  const counted = Math.max(1, Math.round(calls));
  return {
    minute,
    protocol,
    mode,
    evidence: 'metric',
    operation,
    calls: counted,
    errors: Math.min(counted, Math.round(errors)),
    latency,
    estimated: calls,
    unweighted: counted,
    retries: 0,
    // Metrics do not tell when within the minute.
    firstSeen: minute,
    lastSeen: minute + minuteLength - 1,
    samples: { slowest: '' },
  };
};
