import type { Outage } from '../../engine/traffic.ts';
import {
  failed,
  harbourMetrics,
  METRIC,
  MINUTE,
  outageFrom,
  slow,
} from '../__testUtils__/harbourStore.ts';

const perSecond = (service: string) =>
  `sum(rate(${METRIC}_count{service_name="${service}"}[5m]))`;
const LATER = 10 * MINUTE;

const during = (id: string) => harbourMetrics([outageFrom(id, 0, LATER)]);
const calm = harbourMetrics();

it('search-errors: every third search fails, up to the edge', () => {
  const search = failed('search', '5m');
  const metrics = during('search-errors');

  expect(calm.number(search, LATER)).toBeCloseTo(0.003, 5);
  expect(metrics.number(search, LATER)).toBeCloseTo(0.33, 2);
  expect(metrics.number(failed('edge-gateway', '5m'), LATER)).toBeGreaterThan(
    0.04,
  );
});

it('ledger-down: Ledger hears nothing of it, and Orders fails', () => {
  const metrics = during('ledger-down');
  const post = `sum(rate(${METRIC}_count{http_route=~".*Ledger/Post"}[5m]))`;

  expect(calm.number(post, LATER)).toBeGreaterThan(0.9);
  expect(metrics.number(post, LATER)).toBe(0);
  expect(metrics.number(failed('payment-service', '5m'), LATER)).toBeCloseTo(
    1,
    1,
  );
});

it('retry-storm: Promotions is asked as often as its callers try', () => {
  const factor =
    during('retry-storm').number(perSecond('promotions'), LATER)! /
    calm.number(perSecond('promotions'), LATER)!;

  expect(factor).toBeCloseTo(1 + 0.7 + 0.49 + 0.343, 1);
});

it('payments-slow: more requests at the edge take over 800 ms', () => {
  const edge = slow('edge-gateway', '0.8', '5m');

  expect(calm.number(edge, LATER)).toBeCloseTo(0.026, 4);
  expect(during('payments-slow').number(edge, LATER)).toBeGreaterThan(0.04);
});

it('is over when it ends, and was never there before', () => {
  const metrics = harbourMetrics([
    outageFrom('search-errors', -60 * MINUTE, -50 * MINUTE),
  ]);
  const search = failed('search', '5m');

  expect(metrics.number(search)).toBeCloseTo(0.003, 5);
  expect(metrics.number(`${search} `, -70 * MINUTE)).toBeCloseTo(0.003, 3);
  expect(metrics.number(search, -52 * MINUTE)).toBeCloseTo(0.33, 2);
});

it('is felt when somebody asks for it while the town lives', () => {
  const outages: Outage[] = [];
  const metrics = harbourMetrics(outages);
  const search = failed('search', '5m');
  expect(metrics.number(search, LATER)).toBeCloseTo(0.003, 5);

  outages.push(outageFrom('search-errors', LATER, 2 * LATER));

  expect(metrics.number(search, 2 * LATER)).toBeCloseTo(0.33, 2);
});
