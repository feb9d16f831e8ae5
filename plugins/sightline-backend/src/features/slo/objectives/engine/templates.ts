import {
  Millis,
  OutsideName,
} from '@sightline/backstage-plugin-sightline-common';
import type { Indicator } from '@sightline/backstage-plugin-sightline-node';

/** Two queries for the whole fleet; either the good or the bad ones are counted. */
export type TemplateQueries = { good?: string; bad?: string; total: string };

/**
 * How a metrics system measures a whole fleet at once. In the queries `$window`
 * stands for the window, `$labels` for the names of the labels and `$threshold`,
 * for latency, for the bucket's bound as a pattern.
 */
export type Template = {
  name: string;
  /** id of the source to ask; any that can when left out */
  source?: string;
  /**
   * by label: what a service's value is, with `$namespace` and `$name` of the
   * names that traces and metrics use for it
   */
  labels: Readonly<Record<string, string>>;
  availability?: TemplateQueries;
  latency?: TemplateQueries & { unit: 'seconds' | 'milliseconds' };
};

const httpCount = 'http_server_request_duration_seconds_count';
const httpBucket = 'http_server_request_duration_seconds_bucket';
const spanCalls = 'traces_span_metrics_calls_total';
const spanBucket = 'traces_span_metrics_duration_milliseconds_bucket';
const spanCount = 'traces_span_metrics_duration_milliseconds_count';
const served = 'span_kind=~"SPAN_KIND_SERVER|SPAN_KIND_CONSUMER"';

const sumOf = (selector: string) =>
  `sum by ($labels) (increase(${selector}[$window]))`;

const otelLabels = {
  service_namespace: '$namespace',
  service_name: '$name',
} as const;

/** What OpenTelemetry makes services and Collectors write. */
export const presets = {
  http: {
    name: 'http',
    labels: otelLabels,
    availability: {
      bad: sumOf(`${httpCount}{http_response_status_code=~"5.."}`),
      total: sumOf(httpCount),
    },
    latency: {
      unit: 'seconds',
      good: sumOf(`${httpBucket}{le=~"$threshold"}`),
      total: sumOf(httpCount),
    },
  },
  spanmetrics: {
    name: 'spanmetrics',
    labels: otelLabels,
    availability: {
      bad: sumOf(`${spanCalls}{${served},status_code="STATUS_CODE_ERROR"}`),
      total: sumOf(`${spanCalls}{${served}}`),
    },
    latency: {
      unit: 'milliseconds',
      good: sumOf(`${spanBucket}{${served},le=~"$threshold"}`),
      total: sumOf(`${spanCount}{${served}}`),
    },
  },
} as const satisfies Record<string, Template>;

/**
 * A bound as `le` may write it: Prometheus 3 makes `1.0` of `1`. Without a
 * backslash, which would have to be written twice in a query.
 *
 * @example 1000 ms in seconds is `1([.]0+)?`; 250 is `0[.]25`
 */
export const boundPattern = (
  threshold: Millis,
  unit: 'seconds' | 'milliseconds',
): string => {
  const bound = unit === 'seconds' ? threshold / 1000 : threshold;
  return Number.isInteger(bound)
    ? `${bound}([.]0+)?`
    : String(bound).replace('.', '[.]');
};

/** `$namespace/$name` without a namespace is the name alone. */
const valueOf = (
  pattern: string,
  { name, namespace }: { name: string; namespace: string },
): string =>
  pattern
    .replaceAll('$namespace', () => namespace)
    .replaceAll('$name', () => name)
    .replace(/^\/+/, '');

type Names = { name: string; namespace: string };

/**
 * The values by which a service is known in the labels: by each of its outside
 * names; by its own where that is nobody else's.
 */
export const serviceValues = (
  labels: Template['labels'],
  about: { outside: readonly OutsideName[]; own: readonly Names[] },
): string[][] => {
  const patterns = Object.values(labels);
  const rows = [...about.outside, ...about.own].map(names =>
    patterns.map(pattern => valueOf(pattern, names)),
  );
  return [...new Map(rows.map(row => [row.join('\n'), row])).values()];
};

/** The questions of a template, with its labels and a bound put in. */
export const templateIndicator = (
  template: Template,
  queries: TemplateQueries,
  given: { service: readonly (readonly string[])[]; threshold?: string },
): Indicator => {
  const labels = Object.keys(template.labels);
  const fill = (query: string) =>
    query
      .replaceAll('$labels', labels.join(', '))
      .replaceAll('$threshold', () => given.threshold ?? '');
  return {
    by: 'template',
    ...(queries.good !== undefined && { good: fill(queries.good) }),
    ...(queries.bad !== undefined && { bad: fill(queries.bad) }),
    total: fill(queries.total),
    labels,
    service: given.service,
  };
};
