/** A histogram of durations, and what a unit of it is in microseconds. */
export type DurationMetric = { name: string; unit: number; isNative: boolean };

/** Metrics of a service graph that one writer writes: who calls whom. */
export type GraphMetrics = {
  total: string;
  failed?: string;
  /** as the callee measured */
  server?: DurationMetric;
  /** as the caller did */
  client?: DurationMetric;
};

/** Metrics of spans: how often an operation was called, not by whom. */
export type SpanMetrics = { calls: string; duration?: DurationMetric };

export type CallMetrics = { graphs: GraphMetrics[]; spans: SpanMetrics[] };

/*
 * | written by                           | calls                              | durations                                    |
 * |--------------------------------------|------------------------------------|----------------------------------------------|
 * | Collector servicegraph, Alloy, Tempo, OBI | traces_service_graph_request_total | …_server_seconds, …_client_seconds      |
 * | … with legacyLatencyUnitMs           | same                               | …_server_milliseconds, …_client_milliseconds |
 * | … with legacyLatencyMetricNames      | same                               | …_duration_seconds: the callee's alone       |
 * | … without suffixes                   | same                               | …_server, …_client: seconds                  |
 * | Tempo and OBI span metrics           | traces_spanmetrics_calls_total     | traces_spanmetrics_latency: seconds          |
 * | Collector spanmetrics from 0.109     | traces_span_metrics_calls_total    | traces_span_metrics_duration_milliseconds    |
 * | before, or with a namespace          | calls_total, NAMESPACE_calls_total | duration_milliseconds, duration_seconds      |
 * | the processor before the connector   | calls_total                        | latency: milliseconds                        |
 *
 * An exporter may put its own namespace in front of all of them.
 */
const unitSuffix = '(?:_seconds|_milliseconds)?(?:_bucket)?';

/** All names that may be ours, for Prometheus to look up in its index. */
export const callMetricNames = [
  `.*traces_service_graph_request_(?:total|failed_total|(?:server|client|duration)${unitSuffix})`,
  `(?:.*span_?metrics_)?(?:calls|calls_total|(?:duration|latency)${unitSuffix})`,
].join('|');

const graphTotal = /^(.*traces_service_graph_request_)total$/;
// Without a word that tells of spans, `calls` could be anybody's.
const spanCalls = /^(.*span_?metrics_)calls(?:_total)?$|^()calls_total$/;

/** Puts together the names that belong together. */
export const findCallMetrics = (found: readonly string[]): CallMetrics => {
  const names = new Set(found);
  const sorted = [...names].sort();
  return {
    graphs: sorted.flatMap(total => {
      const prefix = graphTotal.exec(total)?.[1];
      return prefix === undefined ? [] : [graphOf(names, prefix, total)];
    }),
    spans: sorted.flatMap(calls => {
      const match = spanCalls.exec(calls);
      return match ? [spansOf(names, match[1] ?? '', calls)] : [];
    }),
  };
};

const graphOf = (
  names: ReadonlySet<string>,
  prefix: string,
  total: string,
): GraphMetrics => {
  const failed = `${prefix}failed_total`;
  const seconds = 1_000_000;
  const server =
    durationOf(names, `${prefix}server`, seconds) ??
    durationOf(names, `${prefix}duration`, seconds);
  const client = durationOf(names, `${prefix}client`, seconds);
  return {
    total,
    ...(names.has(failed) && { failed }),
    ...(server && { server }),
    ...(client && { client }),
  };
};

const spansOf = (
  names: ReadonlySet<string>,
  prefix: string,
  calls: string,
): SpanMetrics => {
  // Where no unit is in the name: Tempo and OBI mean seconds, others milliseconds.
  const unit = prefix.endsWith('spanmetrics_') ? 1_000_000 : 1_000;
  const duration =
    durationOf(names, `${prefix}duration`, unit) ??
    durationOf(names, `${prefix}latency`, unit);
  return { calls, ...(duration && { duration }) };
};

/**
 * The name with a unit before the one without; with buckets of their own, which
 * all can read, before native ones.
 */
const durationOf = (
  names: ReadonlySet<string>,
  base: string,
  otherwise: number,
): DurationMetric | undefined =>
  [
    { name: `${base}_seconds`, unit: 1_000_000 },
    { name: `${base}_milliseconds`, unit: 1_000 },
    { name: base, unit: otherwise },
  ]
    .flatMap(({ name, unit }) => [
      { name: `${name}_bucket`, unit, isNative: false },
      { name, unit, isNative: true },
    ])
    .find(({ name }) => names.has(name));
