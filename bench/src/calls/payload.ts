import { gzipSync } from 'node:zlib';
import { encodeRequest } from './encodeRequest';

export type Payload = { body: Uint8Array; gzipped: Uint8Array; spans: number };

type Value = string | number | boolean;
type Span = {
  service: number;
  fields: Record<string, unknown>;
};

const services = [
  'storefront',
  'checkout',
  'catalogue',
  'basket',
  'payments',
  'pricing',
  'shipping',
  'mailing',
  'stock',
  'accounts',
  'search',
  'reviews',
];
const operations = ['list', 'read', 'create', 'update', 'quote', 'reserve'];

const kindOf = {
  string: 'stringValue',
  number: 'intValue',
  boolean: 'boolValue',
};

const attribute = (key: string, value: Value) => ({
  key,
  value: { [kindOf[typeof value as keyof typeof kindOf]]: value },
});
export const attributes = (values: Record<string, Value>) =>
  Object.entries(values).map(([key, value]) => attribute(key, value));

/** Numbers that look like chance and are the same every time. */
const dice = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/**
 * Traffic of a shop of twelve services, as SDKs of several languages would
 * report it: a request fans out over up to four hops of HTTP and gRPC with
 * database calls at the ends, nine attributes a span, old and new names mixed,
 * resources of twenty attributes, and ids that do not compress.
 */
export const createPayloads = (options: {
  requests: number;
  spansOfARequest: number;
  /** milliseconds since 1970 */
  begin?: number;
}): Payload[] => {
  const random = dice(7);
  const begin = BigInt(options.begin ?? 1_790_000_000_000) * 1_000_000n;
  const id = (bytes: number) =>
    Uint8Array.from({ length: bytes }, () => 1 + Math.floor(random() * 255));
  let pending: Span[] = [];
  return Array.from({ length: options.requests }, () => {
    while (pending.length < options.spansOfARequest) {
      pending.push(...trace(random, id, begin));
    }
    const spans = pending.slice(0, options.spansOfARequest);
    pending = pending.slice(options.spansOfARequest);
    const body = encode(spans, random);
    return { body, gzipped: gzipSync(body), spans: spans.length };
  });
};

const trace = (
  random: () => number,
  id: (bytes: number) => Uint8Array,
  begin: bigint,
) => {
  const spans: Span[] = [];
  const traceId = id(16);
  const add = (
    service: number,
    parent: Uint8Array | undefined,
    fields: Record<string, unknown>,
  ) => {
    const spanId = id(8);
    const start = begin + BigInt(Math.floor(random() * 1e9));
    spans.push({
      service,
      fields: {
        traceId,
        spanId,
        ...(parent ? { parentSpanId: parent } : {}),
        startTimeUnixNano: String(start),
        endTimeUnixNano: String(start + BigInt(Math.floor(random() * 5e7))),
        flags: 0x101,
        ...withEvents(fields, random),
      },
    });
    return spanId;
  };

  const serve = (
    service: number,
    parent: Uint8Array | undefined,
    hop: number,
  ) => {
    const operation = operations[Math.floor(random() * operations.length)];
    const failed = random() < 0.02;
    const server = add(
      service,
      parent,
      serverSpan(service, operation, failed, random),
    );
    const step =
      random() < 0.2 ? add(service, server, internalSpan(operation)) : server;
    for (let call = 0; call < 1 + Math.floor(random() * 3); call++) {
      if (hop === 0 || random() < 0.3) {
        add(service, step, databaseSpan(service, random));
        continue;
      }
      const callee = (service * 5 + call * 3 + 1) % services.length;
      const client = add(service, step, clientSpan(callee, random));
      if (random() > 0.15) serve(callee, client, hop - 1);
    }
  };
  serve(0, undefined, 3);
  return spans;
};

const serverSpan = (
  service: number,
  operation: string,
  failed: boolean,
  random: () => number,
) => {
  const route = `/api/v1/${services[service]}/{id}/${operation}`;
  const isOld = service % 2 === 0;
  return {
    name: `POST ${route}`,
    kind: 2,
    attributes: attributes({
      [isOld ? 'http.method' : 'http.request.method']: 'POST',
      'http.route': route,
      [isOld ? 'http.target' : 'url.path']: route.replace(
        '{id}',
        String(Math.floor(random() * 1e6)),
      ),
      [isOld ? 'http.scheme' : 'url.scheme']: 'http',
      [isOld ? 'net.host.name' : 'server.address']: services[service],
      [isOld ? 'net.peer.port' : 'client.port']:
        30000 + Math.floor(random() * 30000),
      [isOld ? 'http.status_code' : 'http.response.status_code']: failed
        ? 503
        : 200,
      [isOld ? 'http.user_agent' : 'user_agent.original']:
        'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/138.0 Safari/537.36',
      'url.query': `tenant=${Math.floor(random() * 40)}&trace=${Math.floor(
        random() * 1e9,
      )}&currency=EUR`,
      'client.address': `10.1.${Math.floor(random() * 250)}.${Math.floor(
        random() * 250,
      )}`,
      'network.protocol.version': '1.1',
      'thread.id': Math.floor(random() * 64),
      'app.tenant': `tenant-${Math.floor(random() * 40)}`,
    }),
    ...(failed
      ? {
          status: { code: 2, message: 'upstream said no' },
          events: [
            {
              timeUnixNano: '1790000000000000000',
              name: 'exception',
              attributes: attributes({
                'exception.type': 'UpstreamError',
                'exception.stacktrace':
                  'at checkout.charge (/app/checkout.js:41:7)\n'.repeat(8),
              }),
            },
          ],
        }
      : {}),
  };
};

const clientSpan = (callee: number, random: () => number) => {
  const service = `shop.${services[callee]}.v1.${services[callee]}Service`;
  return {
    name: `${service}/Handle`,
    kind: 3,
    attributes: attributes({
      'rpc.system': 'grpc',
      'rpc.service': service,
      'rpc.method': 'Handle',
      'rpc.grpc.status_code': 0,
      'server.address': services[callee],
      'server.port': 8080,
      'network.peer.address': `10.0.${callee}.${Math.floor(random() * 250)}`,
      'network.transport': 'tcp',
      'network.type': 'ipv4',
      'network.peer.port': 8080,
      'app.request.id': `req-${Math.floor(random() * 1e9)}`,
      'thread.name': `grpc-default-executor-${Math.floor(random() * 16)}`,
    }),
  };
};

const databaseSpan = (service: number, random: () => number) => ({
  name: `SELECT ${services[service]}`,
  kind: 3,
  attributes: attributes({
    'db.system': 'postgresql',
    'db.name': services[service],
    'db.operation': 'SELECT',
    'db.sql.table': `${services[service]}_items`,
    'db.statement': `SELECT id, name, price, updated_at FROM ${
      services[service]
    }_items WHERE tenant = $1 AND id = $2 ORDER BY updated_at DESC LIMIT ${Math.floor(
      random() * 100,
    )}`,
    'db.user': 'app',
    'net.peer.name': `${services[service]}-db`,
    'net.peer.port': 5432,
    'thread.id': Math.floor(random() * 64),
  }),
});

/** What SDKs add to every span in the order of milliseconds: an event, mostly. */
const withEvents = (span: Record<string, unknown>, random: () => number) =>
  random() < 0.4
    ? {
        ...span,
        events: [
          {
            timeUnixNano: '1790000000000000000',
            name: 'message',
            attributes: attributes({
              'message.type': 'RECEIVED',
              'message.id': Math.floor(random() * 1e6),
              'message.uncompressed_size': Math.floor(random() * 1e5),
              'feature_flag.key': 'checkout.new-pricing',
              'feature_flag.provider_name': 'flagd',
            }),
          },
        ],
      }
    : span;

const internalSpan = (operation: string) => ({
  name: `Handler.${operation}`,
  kind: 1,
  attributes: attributes({
    'code.function': operation,
    'code.namespace': 'com.example.shop.handlers',
    'code.filepath':
      '/app/src/main/java/com/example/shop/handlers/Handler.java',
    'app.request.id': operation.repeat(4),
    'thread.name': 'http-nio-8080-exec-7',
  }),
});

const resourceOf = (service: number, pod: number) => ({
  attributes: attributes({
    'service.name': services[service],
    'service.namespace': 'shop',
    'service.version': '1.42.0',
    'service.instance.id': `8f14e45f-ceea-467f-9a3b-00000000${1000 + pod}`,
    'deployment.environment.name': 'production',
    'k8s.cluster.name': 'eu-1',
    'k8s.namespace.name': 'shop',
    'k8s.deployment.name': services[service],
    'k8s.pod.name': `${services[service]}-7d9f8b6c5d-x${pod}q4`,
    'k8s.node.name': `node-${pod}`,
    'host.name': `${services[service]}-7d9f8b6c5d-x${pod}q4`,
    'container.id': `${pod}`.repeat(12),
    'container.image.name': `registry.shop.example/${services[service]}`,
    'cloud.provider': 'aws',
    'cloud.region': 'eu-central-1',
    'cloud.availability_zone': 'eu-central-1a',
    'os.type': 'linux',
    'os.description': 'Alpine Linux 3.22 (kernel 6.6.87)',
    'process.command_args': 'node --require ./telemetry.js ./dist/main.js',
    'process.executable.path': '/usr/local/bin/node',
    'process.pid': 1,
    'process.runtime.name': 'nodejs',
    'process.runtime.version': '24.4.1',
    'telemetry.sdk.language': 'nodejs',
    'telemetry.sdk.name': 'opentelemetry',
    'telemetry.sdk.version': '2.1.0',
  }),
});

/** A collector batches what comes in: spans of one process stand together, about seven. */
const encode = (spans: Span[], random: () => number) => {
  const groups = new Map<string, Span[]>();
  for (const span of spans) {
    const key = `${span.service}/${Math.floor(random() * 8)}`;
    groups.set(key, [...(groups.get(key) ?? []), span]);
  }
  const resourceSpans = [...groups].map(([key, group]) => {
    const [service, pod] = key.split('/').map(Number);
    return {
      resource: resourceOf(service, pod),
      scopeSpans: [
        {
          scope: {
            name: '@opentelemetry/instrumentation-http',
            version: '0.203.0',
          },
          spans: group.map(({ fields }) => fields),
        },
      ],
    };
  });
  return encodeRequest(resourceSpans);
};
