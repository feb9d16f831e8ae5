import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Indicator } from '@sightline/backstage-plugin-sightline-node';
import {
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { questionOf, success } from './pretendPrometheus';

export const at: Instant = Date.parse('2026-11-21T12:00:00Z');

export type Value = number | string;
export type Answered = [labels: Record<string, string>, value: Value];
export const vector = (values: readonly Answered[], more: object = {}) =>
  success(
    {
      resultType: 'vector',
      result: values.map(([metric, value]) => ({
        metric,
        value: [at / 1000, String(value)],
      })),
    },
    more,
  );

export const nothing = vector([]);
export const isLook = (query: string) =>
  query.startsWith('min_over_time(timestamp');

/** Answers questions by their text; what it does not know it has no data of. */
export const answering =
  (things: readonly [pattern: RegExp, answer: WorldAnswer][]) =>
  (request: WorldRequest): WorldAnswer => {
    const { path, parameter } = questionOf(request);
    const query = parameter('query');
    if (path.includes('/label/')) {
      const of = `${path} ${parameter('match[]')}`;
      return things.find(([pattern]) => pattern.test(of))?.[1] ?? success([]);
    }
    const found = isLook(query)
      ? things.find(([pattern]) => pattern.source.startsWith('look'))
      : things.find(([pattern]) => pattern.test(query));
    return found?.[1] ?? nothing;
  };

/** Events of an objective's own, of which so-called ones are bad. */
export const ownOf = (bad: string): Indicator => ({
  by: 'events',
  bad: `sum(increase(${bad}_total[$window]))`,
  total: 'sum(increase(requests_total[$window]))',
});
export const own = ownOf('errors');
export const ofGood: Indicator = {
  by: 'events',
  good: 'sum(increase(hits_total[$window]))',
  total: 'sum(increase(requests_total[$window]))',
};
export const share = (of: 'good' | 'bad'): Indicator => ({
  by: 'ratio',
  of,
  query: 'job:share:ratio',
});
export const fast: Indicator = {
  by: 'events',
  good: 'sum(increase(d_bucket{le="0.5"}[$window]))',
  total: 'sum(increase(requests_total[$window]))',
};
export const template = (
  names: readonly string[],
  part = 'errors',
): Indicator => ({
  by: 'template',
  bad: `sum by (name) (increase(${part}_total[$window]))`,
  total: 'sum by (name) (increase(requests_total[$window]))',
  labels: ['name'],
  service: names.map(name => [name]),
});
