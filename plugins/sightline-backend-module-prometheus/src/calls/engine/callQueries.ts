import { Matcher, selector } from '../../client/engine/selectors';
import { DurationMetric, GraphMetrics, SpanMetrics } from './callMetrics';
import { growth, GrowthWindow } from './growth';
import { graphLabels, originLabels, spanLabels } from './labels';

const graphRow = [...graphLabels, ...originLabels];
const spanRow = [...spanLabels, ...originLabels];

/** The callee's side of a call; client spans are another service's words about it. */
const calledSpans: Matcher = [
  'span_kind',
  '=~',
  '(?i)(span_kind_)?(server|consumer)',
];

/** Calls and failed calls in one question, so that never one comes without the other. */
export const graphCountsQuery = (
  { total, failed }: GraphMetrics,
  window: GrowthWindow,
): string => {
  const sum = (name: string, counted: string) =>
    `label_replace(sum by (${graphRow}) (${growth({
      ...window,
      name,
      pulse: total,
    })}), "counted", "${counted}", "", "")`;
  return failed
    ? `${sum(total, 'calls')} or ${sum(failed, 'errors')}`
    : sum(total, 'calls');
};

export const graphDurationsQuery = (
  metric: DurationMetric,
  window: GrowthWindow,
): string => durationsQuery(metric, graphRow, window);

/** Calls by status; operations nobody called are left out. */
export const spanCountsQuery = (
  { calls }: SpanMetrics,
  window: GrowthWindow,
): string => {
  const by = [...spanRow, 'status_code', 'otel_status_code'];
  const grown = growth({
    ...window,
    matchers: [...window.matchers, calledSpans],
    name: calls,
    pulse: calls,
  });
  return `sum by (${by}) (${grown}) > 0`;
};

export const spanDurationsQuery = (
  metric: DurationMetric,
  { matchers, gap }: GrowthWindow,
): string =>
  durationsQuery(metric, spanRow, {
    matchers: [...matchers, calledSpans],
    gap,
  });

/**
 * All that was measured so far, row by row and bucket by bucket; what a minute
 * added is computed here (`durationsOf`). Growth of every bucket, as counters are
 * asked for, would cost Prometheus five times as much, and there are twenty
 * buckets to a counter.
 *
 * A native histogram is asked for as it is: not every Prometheus that has them
 * can look back for their last sample (2.42 finds 0).
 */
const durationsQuery = (
  { name, isNative }: DurationMetric,
  row: readonly string[],
  { matchers, gap }: GrowthWindow,
) => {
  const series = selector(name, matchers);
  return isNative
    ? `sum by (${row}) (${series})`
    : `sum by (${row},le) (last_over_time(${series}[${gap}s]))`;
};

/** Which services a service graph knows as callees, at one moment. */
export const calleesQuery = (
  { total }: GraphMetrics,
  { matchers }: GrowthWindow,
): string => `group by (server) (${selector(total, matchers)})`;
