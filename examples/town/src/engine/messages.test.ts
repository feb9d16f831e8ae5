import { traffic } from '../__testUtils__/harbour.ts';
import { kinds, type Span } from './Span.ts';

const spans = traffic({ minutes: 2 });
const byId = new Map(spans.map(span => [span.spanId, span]));
const named = (service: string, name: string) => {
  const found = spans.filter(
    span => span.instance.service === service && span.name === name,
  );
  expect(found.length).toBeGreaterThan(0);
  return found;
};
const linked = ({ links }: Span) => links.map(link => byId.get(link.spanId)!);

it('a message is sent in a span whose context it carries', () => {
  for (const send of named('orders', 'send order-events')) {
    expect(send.kind).toBe(kinds.producer);
    expect(send.links).toEqual([]);
    const readers = spans.filter(span => linked(span).includes(send));
    expect([...new Set(readers.map(r => r.instance.service))].sort()).toEqual([
      'inventory',
      'invoices',
      'notifications',
      'recommendations',
      'shipping',
    ]);
    expect(readers.every(({ traceId }) => traceId !== send.traceId)).toBe(true);
  }
});

it('Shipping creates a message first, sends it as a client and links both', () => {
  for (const send of named('shipping', 'send parcel-events')) {
    const [create] = linked(send);

    expect(send.kind).toBe(kinds.client);
    expect(create).toMatchObject({
      name: 'create parcel-events',
      kind: kinds.producer,
      traceId: send.traceId,
      parentSpanId: send.parentSpanId,
    });
  }
  for (const process of named('orders', 'process parcel-events')) {
    expect(linked(process).map(({ name }) => name)).toEqual([
      'create parcel-events',
    ]);
  }
});

it('Notifications polls: a receive span of a client, the process span below it', () => {
  for (const process of named('notifications', 'process order-events')) {
    const receive = byId.get(process.parentSpanId)!;

    expect(process.kind).toBe(kinds.consumer);
    expect(receive).toMatchObject({
      name: 'receive order-events',
      kind: kinds.client,
      parentSpanId: '',
    });
    expect(receive.links).toEqual(process.links);
    expect(process.startNanos).toBeGreaterThan(receive.startNanos);
  }
});

it('an old reader says so in old words', () => {
  for (const process of named('invoices', 'payment-events process')) {
    expect(process).toMatchObject({
      kind: kinds.consumer,
      parentSpanId: '',
      attributes: {
        'messaging.destination': 'payment-events',
        'messaging.operation': 'process',
        'messaging.kafka.consumer_group': 'invoices',
      },
    });
  }
});

it('what a reader does stays in its own trace', () => {
  for (const process of named('invoices', 'order-events process')) {
    const below = spans.filter(({ traceId }) => traceId === process.traceId);
    const services = new Set(below.map(({ instance }) => instance.service));

    expect([...services].sort()).toEqual(['invoices', 'orders']);
  }
});
