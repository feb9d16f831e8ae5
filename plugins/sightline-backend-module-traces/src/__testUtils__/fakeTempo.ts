import {
  WorldAnswer,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { asOtlp, FakeTrace, servicesOf } from './fakeTraces';
import { tempoEnvelope, tempoTrace } from './protobuf';

export type TempoWorld = {
  traces: readonly FakeTrace[];
  /** the APIs that are there; both when left out */
  speaks?: readonly ('v2' | 'v1')[];
  /** answers in JSON whatever was asked for, as some proxies do */
  json?: boolean;
  /** ids that a search finds and nobody can fetch */
  gone?: readonly string[];
  /** ids that come incomplete */
  partial?: readonly string[];
};

const notFound: WorldAnswer = { status: 404, body: '404 page not found\n' };

const names = ({ traces }: TempoWorld) => [
  ...new Set(traces.flatMap(servicesOf)),
];

/** The name in `{ resource.service.name = "orders" }` or `service.name="orders"`. */
const askedName = (query: URLSearchParams): string =>
  JSON.parse(
    /"(?:[^"\\]|\\.)*"/.exec(query.get('q') ?? query.get('tags') ?? '')![0],
  );

/** The first that are found, whichever these are; ids without their leading zeros. */
const search = (world: TempoWorld, query: URLSearchParams): WorldAnswer => {
  const service = askedName(query);
  const [from, to] = ['start', 'end'].map(key => Number(query.get(key)) * 1000);
  const traces = world.traces
    .filter(({ spans }) =>
      spans.some(
        span => span.service === service && span.at >= from && span.at <= to,
      ),
    )
    .slice(0, Number(query.get('limit')))
    .map(({ id }) => ({ traceID: id.replace(/^0+/, '') }));
  const metrics = { inspectedBytes: '1' };
  return { body: traces.length > 0 ? { traces, metrics } : { metrics } };
};

const trace = (
  world: TempoWorld,
  id: string,
  isEnveloped: boolean,
): WorldAnswer => {
  const found = world.traces.find(one => one.id === id);
  if (!found || world.gone?.includes(id)) {
    return { status: 404, body: 'trace not found' };
  }
  const isPartial = world.partial?.includes(id);
  const message = 'Trace exceeds maximum size of 5000000 bytes';
  if (world.json) {
    const { resourceSpans } = asOtlp([found]);
    const envelope = {
      trace: { resourceSpans },
      ...(isPartial && { status: 'PARTIAL', message }),
    };
    return { body: isEnveloped ? envelope : { batches: resourceSpans } };
  }
  const body = tempoTrace(found);
  return {
    headers: { 'content-type': 'application/protobuf' },
    body: isEnveloped
      ? tempoEnvelope(body, isPartial ? { partial: message } : {})
      : body,
  };
};

const valuesPath = '/api/v2/search/tag/resource.service.name/values';

export const answerAsTempo =
  (world: TempoWorld) =>
  (request: WorldRequest): WorldAnswer => {
    const { speaks = ['v2', 'v1'] } = world;
    const { pathname, searchParams } = new URL(request.url, 'http://world');
    const [, api, id] =
      /^\/api\/(v2\/)?traces\/([0-9a-f]+)$/.exec(pathname) ?? [];
    if (id && speaks.includes(api ? 'v2' : 'v1')) {
      return trace(world, id, api !== undefined);
    }
    if (pathname === '/api/search') return search(world, searchParams);
    if (pathname === valuesPath && speaks.includes('v2')) {
      const tagValues = names(world).map(value => ({ type: 'string', value }));
      return { body: { tagValues, metrics: {} } };
    }
    return pathname === '/api/search/tag/service.name/values' &&
      speaks.includes('v1')
      ? { body: { tagValues: names(world) } }
      : notFound;
  };
