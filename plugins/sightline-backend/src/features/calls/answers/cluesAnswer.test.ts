import { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { id, party } from '../__testUtils__/graphs';
import { StoredEdge } from '../engine/graph/CallGraph';
import { GraphReader } from '../GraphReader';
import { cluesAnswer } from './cluesAnswer';

const kinds = { service: '', datastore: 'postgresql', queue: 'kafka' };

const node = (kind: CallNode['kind'], name: string): CallNode => ({
  ...{ kind, name, environment: 'production' },
  namespace: kinds[kind as 'queue'] ?? '',
});

/** Nodes by a letter, each with the party it is. */
const nodes = new Map<string, CallNode>([
  ['o', node('service', 'orders')],
  ['m', node('service', 'mailer')],
  ['d', node('datastore', 'orders-db:5432/orders')],
  ['e', node('queue', 'order-events')],
  ['h', node('external', 'ledger.money.svc')],
  ['x', node('external', 'cards.example')],
]);
const parties = new Map([
  ['o', party('orders')],
  ['m', party('mailer')],
  ['d', party('orders-db', { name: 'Orders database' })],
  ['e', party('order-events')],
  ['h', party('ledger')],
  ['x', party('cards.example')],
]);

const edge = (number: number, caller: string, callee: string): StoredEdge => ({
  ...{ id: number, caller, callee, protocol: 'http', mode: 'sync' },
  ...{ evidence: 'paired', sampled: false, firstSeen: 0, lastSeen: 0 },
});

const [slow, failed] = ['a'.repeat(32), 'b'.repeat(32)];

const graphs = {
  material: async () => ({
    ...{ nodes, parties },
    edges: [
      ...[edge(1, 'o', 'd'), edge(2, 'o', 'e'), edge(3, 'e', 'm')],
      ...[edge(4, 'm', 'o'), edge(5, 'o', 'h'), edge(6, 'o', 'x')],
    ],
  }),
  details: async () =>
    new Map([
      [4, { id: 4, operation: '', sample: slow, sampleFailed: failed }],
      [5, { id: 5, operation: '', sample: '', sampleFailed: failed }],
      [6, { id: 6, operation: '', sample: slow, sampleFailed: '' }],
    ]),
} as Partial<GraphReader> as GraphReader;

it('traces lead to services by stores, topics, hosts and kept examples', async () => {
  const { services, traces } = await cluesAnswer({ graphs });
  const database = { kind: 'database', weight: 1 };
  const topic = { kind: 'topic', value: 'order-events' };
  expect(services).toEqual(
    new Map([
      [id('ledger'), [{ kind: 'host', value: 'ledger.money.svc', weight: 1 }]],
      [
        id('orders'),
        [
          { ...database, value: 'orders-db:5432/orders' },
          { ...database, value: 'Orders database' },
          { ...database, value: 'orders-db' },
          { ...topic, weight: 1 },
        ],
      ],
      [id('mailer'), [{ ...topic, weight: 0.9 }]],
    ]),
  );
  expect(traces).toEqual(
    new Map([
      [slow, [{ service: id('orders'), failed: false }]],
      [
        failed,
        [
          { service: id('orders'), failed: true },
          { service: id('ledger'), failed: true },
        ],
      ],
    ]),
  );
});
