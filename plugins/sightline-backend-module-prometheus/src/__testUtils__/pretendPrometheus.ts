import { Instant } from '@sightline/backstage-plugin-sightline-common';
import {
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { Labels } from '../client/engine/readAnswer';

export type PretendSeries = {
  labels: Labels;
  /** by the moment at which it is evaluated */
  values: [Instant, number | string][];
};

/** What is asked: path and parameters, whether in the address or in the body. */
export const questionOf = ({ url, body }: WorldRequest) => {
  const { pathname, searchParams } = new URL(url, 'http://prometheus');
  const form = new URLSearchParams(body);
  return {
    path: pathname,
    parameter: (name: string) => form.get(name) ?? searchParams.get(name) ?? '',
  };
};

export const success = (data: unknown, more: object = {}): WorldAnswer => ({
  body: { status: 'success', data, ...more },
});

export const matrix = (series: readonly PretendSeries[], more: object = {}) =>
  success(
    {
      resultType: 'matrix',
      result: series.map(({ labels, values }) => ({
        metric: labels,
        values: values.map(([at, value]) => [at / 1000, String(value)]),
      })),
    },
    more,
  );

/** Answers the first thing whose pattern is in the question; else it has nothing. */
export const pretendPrometheus =
  (
    names: readonly string[],
    things: readonly (readonly [pattern: RegExp, answer: WorldAnswer])[],
  ) =>
  (request: WorldRequest): WorldAnswer => {
    const { path, parameter } = questionOf(request);
    if (path.endsWith('/label/__name__/values')) return success(names);
    const query = parameter('query');
    const found = things.find(([pattern]) => pattern.test(query));
    if (found) return found[1];
    return path.endsWith('/query')
      ? success({ resultType: 'vector', result: [] })
      : matrix([]);
  };
