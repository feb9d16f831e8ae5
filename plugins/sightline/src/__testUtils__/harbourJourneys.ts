import {
  CallMap,
  Journey,
  JourneySummary,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { JourneysQuery, Problem } from '../api';
import { HarbourCalls } from './HarbourCalls';
import { journeyOf } from './journeyOf';
import { call, message, Planned } from './journeyPlan';
import { orderPlan } from './orderPlan';
import { party } from './harbourParties';

type Sketch = [id: string, perSecond: number, plan: Planned, topic?: string];

const priced = call(
  'pricing',
  'harbour.pricing.v1.Pricing/GetPrice',
  [14, 55, 0.001],
  [
    call('db:pricing-cache', 'GET', [1, 3, 0.0001]),
    call('db:pricing-db', 'SELECT list_price', [3, 12, 0.0001], [], {
      share: 0.15,
    }),
  ],
);

const recommended = call(
  'recommendations',
  'GET /recommendations/{sku}',
  [45, 160, 0.006],
  [call('db:recommendation-features', 'HMGET', [2, 6, 0.0001])],
  { share: 0.6 },
);

/** What Harbour's customers and timers set off, most called first. */
const sketches: Sketch[] = [
  [
    'view-product',
    8,
    call(
      'edge-gateway',
      'GET /shop/products/{sku}',
      [120, 340, 0.0015],
      [
        call(
          'web-bff',
          'GET /pages/product/{sku}',
          [110, 320, 0.0015],
          [priced, recommended],
        ),
      ],
    ),
  ],
  [
    'fill-cart',
    2,
    call(
      'edge-gateway',
      'POST /api/cart/items',
      [80, 230, 0.002],
      [
        call(
          'web-bff',
          'POST /cart/items',
          [70, 210, 0.002],
          [call('cart', 'POST /carts/{id}/items', [44, 140, 0.0018], [priced])],
        ),
      ],
    ),
  ],
  [
    'sign-in',
    0.8,
    call(
      'edge-gateway',
      'POST /login',
      [66, 185, 0.002],
      [call('identity', 'POST /oauth/token', [52, 150, 0.0018])],
    ),
  ],
  ['place-order', 0.6, orderPlan('POST /api/orders', 'web-bff')],
  [
    'payment-read',
    0.6,
    call(
      'invoices',
      'process payment-events',
      [90, 320, 0.0005],
      [call('db:invoices-db', 'INSERT invoice', [3, 12, 0.0001])],
    ),
    'topic:payment-events',
  ],
  [
    'ship-parcel',
    0.4,
    call(
      'shipping',
      'POST /parcels',
      [320, 1080, 0.01],
      [
        call(
          'external:api.parcelwind.example',
          'POST /labels',
          [240, 900, 0.009],
        ),
        call('db:shipping-db', 'UPDATE shipment', [6, 20, 0.0001]),
      ],
    ),
  ],
  ['mobile-order', 0.3, orderPlan('POST /m/orders', 'mobile-bff')],
  [
    'return-parcel',
    0.1,
    call(
      'edge-gateway',
      'POST /api/returns',
      [990, 4300, 0.06],
      [
        call(
          'returns',
          'POST /returns',
          [950, 4100, 0.06],
          [
            call('shipping', 'POST /labels', [200, 1100, 0.032], [], {
              times: 3.1,
            }),
            message('return-events', [
              call('inventory', 'process return-events', [14, 45, 0.0005]),
            ]),
          ],
        ),
      ],
    ),
  ],
  [
    'price-sync',
    0.0033,
    call(
      'price-sync',
      'sync prices',
      [2650, 6800, 0.02],
      [
        call(
          'external:erp.harbour.internal',
          'GET /pricelist',
          [2400, 6000, 0.02],
        ),
      ],
    ),
  ],
];

export const harbourJourney = (
  id: string,
  now: number,
  minutes = 60,
): Journey => {
  const sketch = sketches.find(([known]) => known === id);
  if (!sketch) {
    throw new Problem('not-found', 'Nothing of this was seen.');
  }
  const [, perSecond, plan, topic] = sketch;
  return {
    ...journeyOf({ id, perSecond, plan, now, minutes }),
    ...(topic ? { topic: party(topic) } : {}),
  };
};

const summaryOf = (journey: Journey): JourneySummary => {
  const { id, party: of, operation, protocol, topic, figures } = journey;
  const { hops, services, depth, lastSeen } = journey;
  return {
    id,
    party: of,
    operation,
    protocol,
    ...(topic ? { topic } : {}),
    figures,
    hops,
    services,
    depth,
    lastSeen,
  };
};

const passes = (
  journey: Journey,
  { service, q = '', environment }: JourneysQuery,
) => {
  const words = q.toLocaleLowerCase().split(/\s+/);
  const text = journey.tree
    .map(hop => `${hop.callee.name} ${hop.operation}`)
    .join(' ')
    .toLocaleLowerCase();
  return (
    words.every(word => text.includes(word)) &&
    (!service || journey.tree.some(hop => hop.callee.entity === service)) &&
    (!environment || journey.party.environments?.includes(environment))
  );
};

const mapOf = (now: number, seen: boolean): CallMap => ({
  window: { from: toIso(now - 3_600_000), to: toIso(now) },
  groupBy: 'system',
  nodes: seen ? [{ ...party('orders'), kind: 'service' }] : [],
  edges: [],
  groups: [],
  leftOut: { nodes: 0, edges: 0, calls: 0 },
  environments: seen ? ['production', 'staging'] : [],
  evidence: { source: 'otlp', observedAt: toIso(now), validFor: 300_000 },
});

/** What a backend that watches Harbour answers about journeys. */
export const harbourJourneys = (
  now: number,
  { whole = true, seen = true }: { whole?: boolean; seen?: boolean } = {},
): HarbourCalls => ({
  getCallMap: () => mapOf(now, seen),
  getJourneys: query => {
    const all = whole && seen ? sketches : [];
    const found = all
      .map(([id]) => harbourJourney(id, now, query.minutes))
      .filter(journey => passes(journey, query));
    const { window, evidence } = harbourJourney('sign-in', now, query.minutes);
    return {
      window,
      evidence,
      total: found.length,
      items: found.map(summaryOf).slice(0, query.limit),
    };
  },
  getJourney: (id, query) => harbourJourney(id, now, query.minutes),
});
