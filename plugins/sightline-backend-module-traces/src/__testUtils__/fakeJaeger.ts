import {
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { asJaeger, asOtlp, beginOf, FakeTrace, servicesOf } from './fakeTraces';

export type JaegerWorld = {
  /** the APIs that are there */
  speaks: readonly ('v3' | 'v1' | 'dependencies' | 'v3-dependencies')[];
  traces: readonly FakeTrace[];
  /** what is there for an address that is not: Jaeger's page, or a 404 */
  otherwise?: WorldAnswer;
  /** instead of the services of the traces */
  services?: readonly unknown[];
  dependencies?: readonly object[];
};

/** Jaeger's own page, which old versions show for every address they do not know. */
export const jaegerPage: WorldAnswer = {
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><html><head><title>Jaeger UI</title></head></html>',
};

const notFound: WorldAnswer = { status: 404, body: '404 page not found\n' };

const named = (world: JaegerWorld) =>
  world.services ?? [...new Set(world.traces.flatMap(servicesOf))];

/** The newest that have a span of the service in the time, as all storages do. */
const search = (
  traces: readonly FakeTrace[],
  asked: { service: string; from: number; to: number; limit: number },
) =>
  traces
    .filter(({ spans }) =>
      spans.some(
        ({ service, at }) =>
          service === asked.service && at >= asked.from && at <= asked.to,
      ),
    )
    .sort((a, b) => beginOf(b) - beginOf(a))
    .slice(0, asked.limit);

const v3Traces = (world: JaegerWorld, query: URLSearchParams): WorldAnswer => {
  const found = search(world.traces, {
    service: query.get('query.serviceName') ?? '',
    from: Date.parse(query.get('query.startTimeMin') ?? ''),
    to: Date.parse(query.get('query.startTimeMax') ?? ''),
    limit: Number(query.get('query.searchDepth')),
  });
  const none = { httpCode: 404, message: 'No traces found' };
  return found.length > 0
    ? { body: { result: asOtlp(found) } }
    : { status: 404, body: JSON.stringify({ error: none }) };
};

const v1Answer = (data: unknown) => ({
  body: { data, total: 0, limit: 0, offset: 0, errors: null },
});

const v1Traces = (world: JaegerWorld, query: URLSearchParams): WorldAnswer =>
  v1Answer(
    search(world.traces, {
      service: query.get('service') ?? '',
      from: Number(query.get('start')) / 1000,
      to: Number(query.get('end')) / 1000,
      limit: Number(query.get('limit')),
    }).map(asJaeger),
  );

type Route = (world: JaegerWorld, query: URLSearchParams) => WorldAnswer;

const routes: Record<JaegerWorld['speaks'][number], Record<string, Route>> = {
  v3: {
    '/api/v3/services': world => ({ body: { services: named(world) } }),
    '/api/v3/traces': v3Traces,
  },
  v1: {
    '/api/services': world => v1Answer(named(world)),
    '/api/traces': v1Traces,
  },
  dependencies: {
    '/api/dependencies': world => v1Answer(world.dependencies),
  },
  'v3-dependencies': {
    '/api/v3/dependencies': ({ dependencies }) => ({ body: { dependencies } }),
  },
};

export const answerAsJaeger =
  (world: JaegerWorld) =>
  (request: WorldRequest): WorldAnswer => {
    const { pathname, searchParams } = new URL(request.url, 'http://world');
    const route = world.speaks
      .map(spoken => routes[spoken][pathname])
      .find(Boolean);
    return route?.(world, searchParams) ?? world.otherwise ?? notFound;
  };
