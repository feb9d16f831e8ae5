import { Instant } from '@sightline/backstage-plugin-sightline-common';
import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node';
import { Labels, Series } from '../../client/engine/readAnswer';
import { GraphMetrics, SpanMetrics } from '../engine/callMetrics';
import { CountedEdge, MinuteCounts } from '../engine/CountedEdge';
import { graphEnds, GraphEnds, reportingNames } from './graphEnds';
import { Durations, latencyOf } from '../engine/durations';
import { minuteBefore, rowKey, writerOf } from '../engine/rows';
import { spanEnds } from './spanEnds';

type Row = { labels: Labels; minutes: Map<Instant, MinuteCounts> };

/** Calls and errors of several series that tell of one row. */
const rowsOf = (
  all: readonly Series[],
  kindOf: (labels: Labels) => { isCall: boolean; isError: boolean },
): Map<string, Row> => {
  const rows = new Map<string, Row>();
  for (const { labels, values } of all) {
    const key = rowKey(labels);
    const row = rows.get(key) ?? { labels, minutes: new Map() };
    rows.set(key, row);
    const { isCall, isError } = kindOf(labels);
    for (const [at, count] of values) {
      const minute = minuteBefore(at);
      const before = row.minutes.get(minute);
      row.minutes.set(minute, {
        calls: (before?.calls ?? 0) + (isCall ? count : 0),
        errors: (before?.errors ?? 0) + (isError ? count : 0),
        latency: [],
      });
    }
  }
  return rows;
};

const withLatency = (
  minutes: Row['minutes'],
  measuredIn: (minute: Instant, calls: number) => LatencyCounts,
): Row['minutes'] =>
  new Map(
    [...minutes].map(([minute, { calls, errors }]) => [
      minute,
      {
        calls,
        // Probes on both sides count a failed call twice, and the call once.
        errors: Math.min(errors, calls),
        latency: measuredIn(minute, calls),
      },
    ]),
  );

export type GraphAnswers = {
  metrics: GraphMetrics;
  counts: readonly Series[];
  /** left out where they could not be read */
  server?: Durations;
  client?: Durations;
};

/** Edges of a service graph, as one metric tells them. */
export const readGraph = (
  { metrics, counts, ...durations }: GraphAnswers,
  { environment }: { environment: string },
): CountedEdge[] => {
  const rows = rowsOf(counts, ({ counted }) => ({
    isCall: counted === 'calls',
    isError: counted === 'errors',
  }));
  const reporting = reportingNames(counts.map(({ labels }) => labels));
  return [...rows].map(([key, { labels, minutes }]) => {
    const { timedBy, ...ends } = graphEnds(labels, { environment, reporting });
    return {
      ...ends,
      writer: writerOf(metrics.total, labels),
      minutes: withLatency(minutes, (minute, calls) =>
        measuredBy(timedBy, labels, side =>
          latencyOf(durations[side]?.get(key)?.get(minute), calls),
        ),
      ),
    };
  });
};

/**
 * What the right side has measured. Where both were traced and one says nothing
 * of durations (a probe sees but one side), what the other says is better than
 * nothing; of a virtual edge the other side says zero.
 */
const measuredBy = (
  timedBy: GraphEnds['timedBy'],
  { connection_type: type }: Labels,
  of: (side: GraphEnds['timedBy']) => LatencyCounts,
): LatencyCounts => {
  const own = of(timedBy);
  return own.length > 0 || type === 'virtual_node'
    ? own
    : of(timedBy === 'client' ? 'server' : 'client');
};

/** Which edges of a graph are still without durations, by connection type. */
export const typesWithoutDurations = (
  counts: readonly Series[],
  server: Durations | undefined,
): string[] => {
  const types = new Set<string>();
  for (const { labels, values } of counts) {
    const { connection_type: type = '', counted } = labels;
    if (counted !== 'calls') continue;
    const isZero = type === 'virtual_node' || type === 'database';
    const measured = server?.get(rowKey(labels));
    const isMissing = values.some(
      ([at, calls]) =>
        calls > 0 &&
        (isZero ||
          latencyOf(measured?.get(minuteBefore(at)), calls).length === 0),
    );
    if (isMissing) types.add(type);
  }
  return [...types].sort();
};

export type SpanAnswers = {
  metrics: SpanMetrics;
  counts: readonly Series[];
  durations?: Durations;
};

/** Calls of operations, as one metric tells them; those of nameless services apart. */
export const readSpans = (
  { metrics, counts, durations }: SpanAnswers,
  words: { environment: string },
): { edges: CountedEdge[]; nameless: number } => {
  const edges: CountedEdge[] = [];
  let nameless = 0;
  const rows = rowsOf(counts, labels => ({
    isCall: true,
    isError: isError(labels),
  }));
  for (const [key, { labels, minutes }] of rows) {
    const ends = spanEnds(labels, words);
    if (ends) {
      edges.push({
        ...ends,
        writer: writerOf(metrics.calls, labels, ends.callee.name),
        minutes: withLatency(minutes, (minute, calls) =>
          latencyOf(durations?.get(key)?.get(minute), calls),
        ),
      });
    } else {
      for (const { calls } of minutes.values()) nameless += calls;
    }
  }
  return { edges, nameless };
};

const isError = ({ status_code = '', otel_status_code = '' }: Labels) =>
  [status_code, otel_status_code].some(code =>
    /^(STATUS_CODE_)?ERROR$/i.test(code),
  );
