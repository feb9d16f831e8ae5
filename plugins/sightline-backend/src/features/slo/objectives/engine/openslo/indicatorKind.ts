import {
  IndicatorKind,
  indicatorKinds,
} from '@sightline/backstage-plugin-sightline-common';

const words: readonly [IndicatorKind, RegExp][] = [
  [
    'latency',
    /latenc|duration|response.?time|slow|fast|\bp\d\d\b|quantile|_bucket\b|\ble\s*=/i,
  ],
  [
    'availability',
    /availab|success|error|fail|uptime|\b5xx|5\.\.|http_.*(status|code)|\bup\b|reachab/i,
  ],
];

const kindIn = (text: string): IndicatorKind | undefined =>
  words.find(([, pattern]) => pattern.test(text))?.[0];

/**
 * What an indicator is about, where nobody says: by the words of its names,
 * then by those of its queries; one that counts bad events is about availability.
 *
 * @example `orders-latency` is latency; `sum(increase(x_bucket{le="0.5"}[$window]))` too
 */
export const guessKind = (about: {
  names: readonly string[];
  queries: readonly string[];
  countsBad: boolean;
}): IndicatorKind =>
  kindIn(about.names.join('\n')) ??
  kindIn(about.queries.join('\n')) ??
  (about.countsBad ? 'availability' : 'other');

export const toKind = (said: unknown): IndicatorKind | undefined =>
  indicatorKinds.find(kind => kind === said);

const bound = /\ble\s*=~?\s*["'`]([0-9.]+)/;
const units: readonly [RegExp, number][] = [
  [/_milliseconds|_millis|_ms(_|\b)/, 1],
  [/_seconds/, 1000],
];

/**
 * The bound of a latency in milliseconds, as far as the query shows it: OTel and
 * Prometheus name the unit with the metric.
 *
 * @example `http_server_request_duration_seconds_bucket{le="0.5"}` is 500
 */
export const guessThreshold = (
  query: string,
  value?: number,
): number | undefined => {
  const unit = units.find(([pattern]) => pattern.test(query))?.[1];
  const said = value ?? Number(bound.exec(query)?.[1]);
  return unit !== undefined && Number.isFinite(said) && said > 0
    ? Math.round(said * unit * 1e6) / 1e6
    : undefined;
};
