import {
  CallLink,
  CallParty,
  CallsPoint,
  ServiceCalls,
  ServiceOperation,
} from '@sightline/backstage-plugin-sightline-common';
import type { CallsQuery } from '../api';
import { NOON } from './harbour';
import { before, figures, traced } from './harbourFigures';
import { party, protocolOf } from './harbourParties';

const TRACES = 'https://traces.harbour.example/trace';

/** A caller or callee of Orders; a test says what is otherwise. */
export const link = (
  name: string,
  operation: string,
  perSecond: number,
  other: Partial<CallLink> = {},
): CallLink => ({
  party: party(name),
  figures: figures(perSecond),
  modes: [name.startsWith('topic:') ? 'async' : 'sync'],
  protocols: [protocolOf(name, operation)],
  evidence: ['paired'],
  retries: 0,
  operations: [{ operation, figures: other.figures ?? figures(perSecond) }],
  firstSeen: before(17_280),
  lastSeen: before(0.3),
  ...other,
});

const callers = (): CallLink[] => [
  link('fraud', 'GET /customers/{id}/orders', 0.9, {
    figures: figures(0.9, 0.001, [22, 80]),
    callerView: figures(0.9, 0.004, [26, 160]),
    verdict: 'undeclared',
  }),
  link('invoices', 'GET /orders/{id}', 0.9, { verdict: 'uncontracted' }),
  link('notifications', 'GET /orders/{id}', 0.9, {
    callerView: figures(0.9, 0.001, [14, 46]),
    verdict: 'agreed',
  }),
  link('topic:payment-events', 'process payment-events', 0.9, {
    evidence: ['link', 'destination'],
  }),
  link('web-bff', 'POST /orders', 0.6, {
    figures: figures(0.6, 0.0095, [380, 1_120]),
    callerView: figures(0.6, 0.0095, [385, 1_130]),
    operations: [
      {
        operation: 'POST /orders',
        figures: figures(0.6, 0.0095, [380, 1_120]),
      },
      {
        operation: 'GET /orders/{id}',
        figures: figures(0.2, 0.0005, [14, 45]),
      },
    ],
    verdict: 'agreed',
  }),
  link('mobile-bff', 'POST /orders', 0.3, {
    figures: figures(0.3, 0.01, [380, 1_120]),
    verdict: 'agreed',
  }),
  link('returns', 'POST /orders/{id}/returns', 0.1, {
    figures: figures(0.1, 0.061, [40, 140]),
    retries: 12,
    evidence: ['client-only'],
    verdict: 'agreed',
  }),
];

const callees = (): CallLink[] => [
  link('db:orders-db', 'SELECT sales_order', 5.9, {
    figures: figures(5.9, 0.0001, [3, 12]),
    evidence: ['client-only'],
    verdict: 'agreed',
  }),
  link('payments', 'POST /payments', 0.9, {
    figures: figures(0.9, 0.052, [330, 980]),
    callerView: figures(0.9, 0.055, [334, 1_060]),
    retries: 31,
    verdict: 'agreed',
  }),
  link('cart', 'GET /carts/{id}', 0.9, { verdict: 'agreed' }),
  link('inventory', 'harbour.inventory.v1.Stock/Reserve', 0.9, {
    verdict: 'uncontracted',
  }),
  link('pricing', 'harbour.pricing.v1.Pricing/GetPrice', 0.9, {
    figures: figures(0.9, 0.001, [17, 64]),
    verdict: 'agreed',
  }),
  link('shipping', 'POST /shipments', 0.9, {
    figures: figures(0.9, 0.014, [101, 394]),
    verdict: 'agreed',
  }),
  link('topic:order-events', 'send order-events', 0.9, { verdict: 'agreed' }),
  link('users', 'GET /users/{id}', 0.9, { verdict: 'undeclared' }),
  link('external:api.cardrail.example', 'POST /v2/charges', 0.1, {
    evidence: ['client-only'],
    verdict: 'undeclared',
  }),
];

const sample = (id: string, url = true) => ({
  traceId: id.padEnd(32, '7'),
  ...(url && { url: `${TRACES}/${id.padEnd(32, '7')}` }),
});

const operations: ServiceOperation[] = [
  {
    operation: 'GET /orders/{id}',
    protocol: 'http',
    mode: 'sync',
    figures: figures(2.1, 0.0008, [14, 45]),
    callers: 4,
    slowest: sample('4bf92f35'),
  },
  {
    operation: 'POST /orders',
    protocol: 'http',
    mode: 'sync',
    figures: figures(0.9, 0.0097, [380, 1_120]),
    callers: 2,
    slowest: sample('a3ce929d'),
    failed: sample('0af76519', false),
  },
  {
    operation: 'GET /customers/{id}/orders',
    protocol: 'http',
    mode: 'sync',
    figures: figures(0.9, 0.001, [22, 80]),
    callers: 1,
  },
  {
    operation: 'process payment-events',
    protocol: 'messaging',
    mode: 'async',
    figures: figures(0.9, 0.0005, [15, 50]),
    callers: 1,
  },
  {
    operation: 'POST /orders/{id}/returns',
    protocol: 'http',
    mode: 'sync',
    figures: figures(0.1, 0.061, [40, 140]),
    callers: 1,
    failed: sample('be1a44d0'),
  },
];

/** A quiet hour with a wave in it, and trouble a quarter of an hour ago. */
const timeline = (minutes: number, now: number): CallsPoint[] => {
  const stretch = Math.max(1, minutes / 60);
  return Array.from({ length: 60 }, (_, index) => {
    const trouble = index >= 42 && index <= 46;
    const calls = Math.round(stretch * (280 + 60 * Math.sin(index / 7)));
    return {
      at: before(minutes - index * stretch, now),
      width: stretch * 60_000,
      calls,
      errors: Math.round(calls * (trouble ? 0.09 : 0.002)),
      p95: Math.round((trouble ? 900 : 290) + 30 * Math.sin(index * 1.7)),
    };
  });
};

const facts = (own: string): ServiceCalls['facts'] => ({
  traced: true,
  tracedSince: before(50_000),
  operations: operations.length,
  syncFanIn: 6,
  syncFanOut: 6,
  cycle: ['orders', 'payments', 'fraud'],
  longestChain: {
    parties: [
      'orders',
      'payments',
      'fraud',
      'external:score.riskmesh.example',
    ].map(party),
    hops: 3,
    availability: 0.9871,
    p95: 1_060,
  },
  sharedStores: [{ store: party('db:orders-db'), with: [party('returns')] }],
  chatty: [
    {
      caller: own,
      operation: 'GET /orders/{id}',
      callee: party('pricing'),
      calleeOperation: 'harbour.pricing.v1.Pricing/GetPrice',
      times: 18,
      most: 46,
    },
  ],
  retries: 31,
  tierInversions: [party('promotions')],
});

/** Who calls Orders and whom it calls, whatever the service is named here. */
export function serviceCalls(
  own: CallParty = party('orders'),
  { minutes = 60 }: CallsQuery = {},
  now = NOON,
): ServiceCalls {
  const shift = (links: CallLink[]) =>
    links.map(one => ({
      ...one,
      firstSeen: before(17_280, now),
      lastSeen: before(0.3, now),
    }));
  return {
    party: own,
    window: { from: before(minutes, now), to: before(0, now) },
    incoming: figures(4.9, 0.0036, [20, 566]),
    operations,
    callers: shift(callers()),
    callees: shift(callees()),
    timeline: timeline(minutes, now),
    facts: facts(own.name),
    leftOut: { operations: 0, callers: 0, callees: 0 },
    evidence: traced(now),
  };
}

/** A service that sends no traces: only its callers' word is known. */
export const untracedCalls = (now = NOON): ServiceCalls => ({
  ...serviceCalls(party('warehouse'), {}, now),
  incoming: figures(0.58, 0.002, [33, 134]),
  operations: [],
  callees: [],
  timeline: [],
  callers: ['inventory', 'shipping'].map(name =>
    link(name, 'POST /picks', 0.29, {
      evidence: ['client-only'],
      figures: figures(0.29, 0.002, [33, 134]),
      firstSeen: before(17_280, now),
      lastSeen: before(0.4, now),
    }),
  ),
  facts: { traced: false },
});

/** Everybody calls it, so that nothing fits. */
export const crowdedCalls = (
  own = party('orders'),
  now = NOON,
): ServiceCalls => ({
  ...serviceCalls(own, {}, now),
  incoming: figures(218),
  callers: Array.from({ length: 130 }, (_, index) =>
    link(`caller-${index}`, 'GET /orders/{id}', 40 / (index + 1), {
      lastSeen: before(index, now),
    }),
  ),
  leftOut: { operations: 212, callers: 71, callees: 0 },
});

/** Traced, and nobody called it in the window. */
export const quietCalls = (now = NOON): ServiceCalls => ({
  ...serviceCalls(party('orders'), {}, now),
  incoming: undefined,
  operations: [],
  callers: [],
  callees: [],
  timeline: [],
  facts: { traced: true, tracedSince: before(50_000, now) },
});
