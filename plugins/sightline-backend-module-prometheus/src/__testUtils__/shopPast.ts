import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { counter, PastSeries } from './backfill';
import { day, hour, minute } from './measuring';

export const end: Instant = Date.parse('2026-11-19T12:00:00Z');
const start = end - 30 * day;
/** 40 minutes in which a fifth of the payments fail */
export const incident = start + 12 * day;
export const afterIncident = incident + 40 * minute;
const isIncident = (at: Instant) => at >= incident && at < afterIncident;
/** everything was deployed, and begins to count anew */
const deploy = start + 20 * day + 30_000;
const young = start + 25 * day;

// Between whole minutes, so that ranges have the same samples in Prometheus 2 and 3.
export const past = {
  from: start - hour - 30_000,
  to: end - 30_000,
  every: minute,
};

export const calls = 'http_server_request_duration_seconds';
type Growth = (at: Instant) => number;

const callsOf = (
  service_name: string,
  all: Growth,
  failed?: Growth,
  since: Instant = 0,
): PastSeries[] => {
  const labels = { service_namespace: 'shop', service_name };
  const codes: [string, Growth][] = [
    ['200', at => all(at) - (failed?.(at) ?? 0)],
    ...(failed ? [['500', failed] as [string, Growth]] : []),
  ];
  const bounds: [string, number][] = [
    ['0.1', 0.5],
    ['0.25', 0.9],
    ['0.5', 0.99],
    ['1', 0.998],
    ['+Inf', 1],
  ];
  const series = (
    suffix: string,
    more: Record<string, string>,
    growth: Growth,
  ): PastSeries => {
    const count = counter(growth, [deploy]);
    return {
      name: `${calls}_${suffix}`,
      labels: { ...labels, ...more },
      valueAt: at => (at >= since ? count(at) : undefined),
    };
  };
  return [
    ...codes.map(([http_response_status_code, growth]) =>
      series('count', { http_response_status_code }, growth),
    ),
    ...bounds.map(([le, share]) =>
      series('bucket', { le }, at => share * all(at)),
    ),
  ];
};

export const shop: PastSeries[] = [
  ...callsOf(
    'orders',
    () => 600,
    () => 3,
  ),
  ...callsOf(
    'payments',
    () => 120,
    at => (isIncident(at) ? 24 : 0),
  ),
  ...callsOf('calm', () => 60),
  ...callsOf(
    'idle',
    () => 0,
    () => 0,
  ),
  ...callsOf(
    'young',
    () => 60,
    () => 6,
    young,
  ),
  {
    name: 'queue_oldest_seconds',
    labels: {},
    valueAt: at => (isIncident(at) ? 90 : 10),
  },
];
