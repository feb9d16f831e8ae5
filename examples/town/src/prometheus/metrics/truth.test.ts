import { truth } from '../../__testUtils__/harbour.ts';
import {
  failed,
  harbourMetrics,
  METRIC,
  slow,
} from '../__testUtils__/harbourStore.ts';

const metrics = harbourMetrics();
const serviceName = (service: string) =>
  truth.services.find(({ name }) => name === service)!.otel!.serviceName;

const windows = [
  ['30d', 'errors30d'],
  ['6h', 'errors6h'],
  ['1h', 'errors1h'],
  ['5m', 'errors5m'],
] as const;

const measured = truth.objectives
  .filter(({ state }) => state !== 'unknown')
  .flatMap(objective =>
    windows.flatMap(([window, name]) => {
      const share = objective[name];
      return share === undefined ? [] : [{ ...objective, window, share }];
    }),
  );

/**
 * Samples come every half minute, so that a range sees up to half a minute less at each
 * end; where the share changes within the range that is worth one in a hundred.
 */
const NEAR = 0.01;

it.each(measured)(
  '$id: $share was bad over $window, as the truth says',
  ({ service, indicator, thresholdMs = 0, window, share }) => {
    const name = serviceName(service);
    const query =
      indicator === 'latency'
        ? slow(name, String(thresholdMs / 1000), window)
        : failed(name, window);

    const bad = metrics.number(query)!;
    expect(Math.abs(bad - share)).toBeLessThan(NEAR * share);
  },
);

it('burning-payments: over 14.4 in the last hour and in the last five minutes', () => {
  const burn = (window: string) =>
    metrics.number(`(${failed('payment-service', window)}) / (1 - 0.9995)`)!;

  expect(burn('1h')).toBeCloseTo(15.1, 0);
  expect(burn('5m')).toBeCloseTo(18, 1);
  // 24 % of the budget is left.
  expect(1 - burn('30d')).toBeCloseTo(0.24, 2);
});

it('knows the share of a single route as well', () => {
  const of = 'service_name="order-service",http_route="/orders"';
  const count = `${METRIC}_count`;
  expect(
    metrics.number(
      `sum(increase(${count}{${of},http_response_status_code=~"5.."}[30d])) / sum(increase(${count}{${of}}[30d]))`,
    ),
  ).toBeCloseTo(0.0064, 5);
});

it('has nothing of who emits no spans', () => {
  expect(metrics.ask('{job=~".*(warehouse|wms|ledger-exports).*"}')).toEqual(
    [],
  );
});

it('has so few nightly exports that nothing can be said', () => {
  const exports = `increase(${METRIC}_count{service_name="exports"}[30d])`;
  expect(metrics.number(`sum(${exports})`)).toBeCloseTo(30, 1);
  expect(metrics.ask(failed('exports', '30d'))).toEqual([]);
  expect(metrics.number(`sum(${exports.replace('30d', '5m')})`)).toBe(0);
});

it('has all that comes in, as often as the truth says over a day', () => {
  const perSecond = metrics.by(
    'service_name',
    `sum by (service_name) (rate(${METRIC}_count[1d]))`,
  );
  // Messages that they read as well are no requests.
  expect(perSecond['edge-gateway']).toBeCloseTo(22.8, 1);
  expect(perSecond['reviews-api']).toBeCloseTo(44, 1);
  expect(perSecond.PricingSvc).toBeCloseTo(15.91, 1);
  expect(perSecond['payment-service']).toBeCloseTo(1, 1);
});

it('reaches back for 40 days, and answers for the whole fleet from them', () => {
  expect(metrics.ask('up offset 40d')).toEqual([]);
  expect(metrics.number('count(up offset 39d)')).toBe(
    metrics.number('count(up)'),
  );
  const growth = `sum by (service_name) (increase(${METRIC}_bucket[30d]))`;
  expect(metrics.ask(growth).length).toBe(21);
});
