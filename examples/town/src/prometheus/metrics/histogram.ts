import type { Labels, Series } from '../promql/Series.ts';
import type { Growth } from './Growth.ts';
import { counterSeries, type Target } from './scrapedSeries.ts';

export const METRIC = 'http_server_request_duration_seconds';

/** OpenTelemetry's, and some that people promise; in seconds. */
const BOUNDS = [
  ...[0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5, 0.75],
  ...[0.8, 1, 1.5, 2, 2.5, 5, 7.5, 10, Infinity],
];

/** As Prometheus 3 writes them: `0.8`, `1.0`, `+Inf`. */
const leOf = (bound: number): string => {
  if (bound === Infinity) return '+Inf';
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
};

/** How long requests took, as a classic histogram of a target. */
export function histogramSeries(options: {
  target: Target;
  labels: Labels;
  count: Growth;
  /** seconds in all */
  sum: Growth;
  /** those that took no longer than so many seconds */
  upTo(seconds: number): Growth;
}): Series[] {
  const { target, labels, count, sum, upTo } = options;
  const series = (suffix: string, growth: Growth, le?: string) =>
    counterSeries({
      labels: {
        __name__: `${METRIC}_${suffix}`,
        ...target.labels,
        ...labels,
        ...(le !== undefined && { le }),
      },
      growth,
      target,
    });
  return [
    ...BOUNDS.map(bound => series('bucket', upTo(bound), leOf(bound))),
    series('count', count),
    series('sum', sum),
  ];
}
