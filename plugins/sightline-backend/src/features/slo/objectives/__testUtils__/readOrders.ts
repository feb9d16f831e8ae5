import { openSloReader } from '../engine/openslo/readOpenSlo';
import { ordersSlo } from './openSloFiles';

/** Reads `orders.yaml`, with other files beside it that it may refer to. */
export const readOrders = (
  text: string,
  others: Record<string, string> = {},
) => {
  const files = Object.entries({ 'orders.yaml': text, ...others });
  const names = files.map(([name]) => name);
  return openSloReader(
    files.map(([name, content]) => ({
      ...{ name, place: name, text: content, with: names },
    })),
  )('orders.yaml');
};

/** What is wrong with it, one line each. */
export const problemsOf = (text: string, others?: Record<string, string>) =>
  readOrders(text, others).problems.map(
    ({ line, path, words }) => `${line} ${path ?? '-'}: ${words}`,
  );

/** What it states, with nothing wrong. */
export const objectivesOf = (text: string, others?: Record<string, string>) => {
  const { slos, problems } = readOrders(text, others);
  expect(problems).toEqual([]);
  return slos.flatMap(({ objectives }) => objectives);
};

export const bad =
  'sum(increase(http_requests_total{service="orders",code=~"5.."}[$window]))';
export const total =
  'sum(increase(http_requests_total{service="orders"}[$window]))';

/** A metric that asks this. */
export const metric = (query: string, type = 'Prometheus') =>
  `{ metricSource: { type: ${type}, spec: { query: '${query}' } } }`;

/** The example with another indicator in place of its own. */
export const measuredBy = (lines: string): string =>
  `${ordersSlo.slice(
    0,
    ordersSlo.indexOf('  indicator:'),
  )}${lines}\n${ordersSlo.slice(ordersSlo.indexOf('  timeWindow:'))}`;

export const withIndicator = (spec: string): string =>
  measuredBy(`  indicator: { metadata: { name: x }, spec: ${spec} }`);
