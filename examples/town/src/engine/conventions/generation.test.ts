import { outage, traffic, truth } from '../../__testUtils__/harbour.ts';
import type { Span } from '../Span.ts';
import { inGeneration } from './generation.ts';

/** Written down from the specification, not taken from the code. */
const BOTH = ['http.route', 'messaging.system', 'rpc.method'];
const OLD = [
  'db.elasticsearch.cluster.name',
  'db.elasticsearch.path_parts.index',
  'db.name',
  'db.operation',
  'db.redis.database_index',
  'db.sql.table',
  'db.statement',
  'db.system',
  'http.flavor',
  'http.method',
  'http.scheme',
  'http.status_code',
  'http.target',
  'http.url',
  'messaging.destination',
  'messaging.destination_kind',
  'messaging.kafka.consumer_group',
  'messaging.message_id',
  'messaging.operation',
  'net.peer.name',
  'net.peer.port',
  'peer.service',
  'rpc.grpc.status_code',
  'rpc.service',
  'rpc.system',
];
const NEW = [
  'db.collection.name',
  'db.namespace',
  'db.operation.name',
  'db.query.summary',
  'db.query.text',
  'db.system.name',
  'error.type',
  'http.request.method',
  'http.request.resend_count',
  'http.response.status_code',
  'messaging.batch.message_count',
  'messaging.consumer.group.name',
  'messaging.destination.name',
  'messaging.message.id',
  'messaging.operation.name',
  'messaging.operation.type',
  'network.protocol.version',
  'rpc.response.status_code',
  'rpc.system.name',
  'server.address',
  'server.port',
  'service.peer.name',
  'url.full',
  'url.path',
  'url.scheme',
  'url.template',
];

// Incidents bring out what is seldom: failures, retries, peers that do not answer.
const spans = traffic({ outages: [outage('warehouse-down')] });
const written = (generation: string, of: (span: Span) => object) => {
  const names = new Set<string>();
  for (const span of spans) {
    if (span.instance.generation !== generation) continue;
    for (const name of Object.keys(of(span))) names.add(name);
  }
  return names;
};
const onSpans = (generation: string) =>
  written(generation, ({ attributes }) => attributes);
const onResources = (generation: string) =>
  written(generation, ({ instance }) => instance.resource);

it('old services write old names alone', () => {
  const names = [...onSpans('old')];

  expect(names.filter(n => !OLD.includes(n) && !BOTH.includes(n))).toEqual([]);
});

it('new services write new names alone', () => {
  const names = [...onSpans('new')];

  expect(names.filter(n => !NEW.includes(n) && !BOTH.includes(n))).toEqual([]);
});

it('services in between write both, and nothing else', () => {
  const names = [...onSpans('dup')];
  const known = [...OLD, ...NEW, ...BOTH];

  expect(names.filter(name => !known.includes(name))).toEqual([]);
  for (const [old, renamed] of [
    ['http.method', 'http.request.method'],
    ['http.status_code', 'http.response.status_code'],
    ['db.system', 'db.system.name'],
    ['db.statement', 'db.query.text'],
    ['rpc.system', 'rpc.system.name'],
    ['messaging.destination', 'messaging.destination.name'],
    ['net.peer.name', 'server.address'],
    ['peer.service', 'service.peer.name'],
  ]) {
    expect(names).toEqual(expect.arrayContaining([old, renamed]));
  }
});

it('every name of the lists is written by somebody', () => {
  const all = ['old', 'new', 'dup'].flatMap(g => [...onSpans(g)]);

  expect([...OLD, ...NEW, ...BOTH].filter(n => !all.includes(n))).toEqual([]);
});

it('names the environment as its generation does', () => {
  const names = ['old', 'new', 'dup'].map(generation =>
    [...onResources(generation)].filter(name => name.startsWith('deployment.')),
  );

  expect(names).toEqual([
    ['deployment.environment'],
    ['deployment.environment.name'],
    ['deployment.environment', 'deployment.environment.name'],
  ]);
});

it('every service has the generation that the truth gives it', () => {
  const seen = new Map(
    spans.map(({ instance }) => [instance.service, instance.generation]),
  );

  expect([...seen].sort()).toEqual(
    truth.services
      .filter(({ otel }) => otel)
      .map(({ name, otel }) => [name, otel!.semconv])
      .sort(),
  );
});

it('where one name has two values, the new one wins', () => {
  expect(
    inGeneration('dup', {
      old: { 'rpc.method': 'Post' },
      new: { 'rpc.method': 'harbour.ledger.v1.Ledger/Post' },
    }),
  ).toEqual({ 'rpc.method': 'harbour.ledger.v1.Ledger/Post' });
});
