import { DeclaredDependency } from '@sightline/backstage-plugin-sightline-common';
import { graphOf, id, ToldEdge } from '../../__testUtils__/graphs';
import { START } from '../../__testUtils__/reports';
import { Catalog } from '../Catalog';
import { edgesFrom, edgesTo } from '../graph/neighbours';
import { catalogPatch } from './catalogPatch';
import { Contracts } from './Contracts';
import { countVerdicts, dependencyDrift } from './dependencyDrift';

const day = 86_400_000;

const catalogOf = (
  needs: DeclaredDependency[],
  apis: Catalog['apis'] = new Map(),
): Catalog => ({
  services: new Map(),
  resources: new Map([
    [id('order-events'), { ref: id('order-events'), name: 'Order events' }],
  ]),
  apis,
  needs: new Map([
    [id('orders'), { dependencies: needs, file: 'https://git/orders.yaml' }],
  ]),
  evidence: { source: 'catalog', observedAt: '', validFor: 0 },
});

const needs = (name: string): DeclaredDependency => ({
  ...{ ref: id(name), name, relation: 'dependsOn' },
});

const consumes = (
  name: string,
  providers: string[],
  apiType = 'openapi',
): DeclaredDependency => ({
  ...{ ref: `api:default/${name}`, name, relation: 'consumesApi', apiType },
  providedBy: providers.map(id),
});

type Told = {
  declared?: DeclaredDependency[];
  seen?: ToldEdge[];
  traced?: string[];
  contracts?: Contracts;
  apis?: Catalog['apis'];
};

const compare = (told: Told) => {
  const catalog = catalogOf(told.declared ?? [], told.apis);
  const graph = graphOf(told.seen ?? []);
  const rows = dependencyDrift({
    ...{ service: id('orders'), graph, catalog },
    from: edgesFrom(graph.edges),
    to: edgesTo(graph.edges),
    traced: new Set((told.traced ?? ['orders']).map(id)),
    since: START - 14 * day,
    contracts: told.contracts,
  });
  return { rows, patch: catalogPatch(id('orders'), rows, catalog) };
};

const verdicts = (told: Told) =>
  Object.fromEntries(
    compare(told).rows.map(({ target, verdict }) => [target.name, verdict]),
  );

describe('the drift of a service', () => {
  it('is told a dependency, most urgent first, each layer with what it says', () => {
    const { rows } = compare({
      declared: [needs('ledger'), needs('cart')],
      seen: [
        ['orders', 'cart', { calls: 3_600, errors: 36 }],
        ['orders', 'payments', { calls: 9 }],
        ['web', 'orders'],
      ],
    });
    expect(rows).toEqual([
      {
        target: expect.objectContaining({ id: id('payments') }),
        verdict: 'undeclared',
        why: 'It was seen calling payments, and the catalog does not say that it needs it',
        declared: [],
        seen: {
          figures: { calls: 9, errors: 0, errorRatio: 0, perSecond: 0.0025 },
          modes: ['sync'],
          lastSeen: '2026-11-21T02:00:00.000Z',
        },
      },
      {
        target: {
          ...{ id: id('ledger'), entity: id('ledger'), name: 'ledger' },
          kind: 'service',
        },
        verdict: 'unused',
        why: 'The catalog says that it needs ledger, and no call was seen',
        declared: [{ relation: 'dependsOn', ref: id('ledger') }],
      },
      {
        target: expect.objectContaining({ id: id('cart') }),
        verdict: 'agreed',
        why: 'Declared and seen',
        declared: [{ relation: 'dependsOn', ref: id('cart') }],
        seen: expect.objectContaining({
          figures: {
            ...{ calls: 3_600, errors: 36, errorRatio: 0.01, perSecond: 1 },
          },
        }),
      },
    ]);
    expect(countVerdicts(rows)).toEqual({
      ...{ agreed: 1, undeclared: 1, unused: 1, uncontracted: 0 },
      'cannot-tell': 0,
    });
  });

  it.each<[string, Told, Record<string, string>]>([
    [
      'cannot tell without traces, whatever callers say',
      { declared: [needs('cart')], traced: [], seen: [['orders', 'users']] },
      { cart: 'cannot-tell', users: 'cannot-tell' },
    ],
    [
      'takes an API for those who provide it',
      {
        declared: [consumes('cart-api', ['cart', 'cart-eu'])],
        seen: [['orders', 'cart']],
      },
      { cart: 'agreed', 'cart-eu': 'unused' },
    ],
    [
      'takes an AsyncAPI for the topic of its name',
      {
        declared: [consumes('order-events', ['shipping'], 'asyncapi')],
        seen: [['order-events', 'orders']],
      },
      { 'order-events': 'agreed' },
    ],
    [
      'leans on a topic by reading as by writing',
      { seen: [['order-events', 'orders']] },
      { 'order-events': 'undeclared' },
    ],
    [
      'takes what was last used three weeks ago for unused',
      {
        declared: [needs('cart')],
        seen: [['orders', 'cart', { calls: 0, lastSeen: START - 21 * day }]],
      },
      { cart: 'unused' },
    ],
    [
      'takes what was used yesterday for used',
      {
        declared: [needs('cart')],
        seen: [['orders', 'cart', { calls: 0, lastSeen: START - day }]],
      },
      { cart: 'agreed' },
    ],
    [
      'never asks anybody to declare who calls from outside',
      { seen: [['outside', 'orders']] },
      {},
    ],
    [
      'knows that hosts outside the catalog cannot be declared, and shows them',
      { seen: [['orders', 'card.example']] },
      { 'card.example': 'undeclared' },
    ],
  ])('%s', (_title, told, expected) => {
    expect(verdicts(told)).toEqual(expected);
  });

  it('misses a contract only between two who could have one, and only where one waits', () => {
    const contracts: Contracts = {
      parties: new Set(['orders', 'cart', 'users', 'ledger'].map(id)),
      pairs: new Map([
        [`${id('orders')} ${id('users')}`, 'failed'],
        [`${id('orders')} ${id('pricing')}`, 'verified'],
        [`${id('orders')} ${id('shipping')}`, 'verified'],
      ]),
      // That may be about messages: that it was not seen calling says nothing.
      unread: new Set([`${id('orders')} ${id('shipping')}`]),
      topics: new Map(),
    };
    expect(
      verdicts({
        contracts,
        declared: ['cart', 'users', 'mail', 'ledger'].map(needs),
        seen: [
          ['orders', 'cart'],
          ['orders', 'users'],
          ['orders', 'mail'],
          ['orders', 'ledger', { mode: 'async' }],
        ],
      }),
    ).toEqual({
      pricing: 'unused',
      cart: 'uncontracted',
      users: 'agreed',
      mail: 'agreed',
      ledger: 'agreed',
    });
  });
});

describe('contracts about messages', () => {
  const contracts: Contracts = {
    ...{ parties: new Set([id('orders')]), pairs: new Map() },
    unread: new Set(),
    topics: new Map([
      [`${id('orders')} order-events`, 'failed'],
      [`${id('orders')} stock-events`, 'verified'],
      [`${id('orders')} never-seen-events`, 'verified'],
      [`${id('web')} mail-events`, 'verified'],
      [`${id('orders')} users`, 'verified'],
    ]),
  };

  it('stand beside the topic that was declared or seen, and make no row of their own', () => {
    const { rows } = compare({
      contracts,
      declared: [consumes('order-events', ['shipping'], 'asyncapi')],
      seen: [
        ['stock-events', 'orders'],
        ['mail-events', 'orders'],
        ['orders', 'users'],
      ],
    });
    expect(
      rows.map(({ target, verdict, contract }) => [
        target.id,
        verdict,
        contract,
      ]),
    ).toEqual([
      [id('users'), 'undeclared', undefined],
      [id('mail-events'), 'undeclared', undefined],
      [id('stock-events'), 'undeclared', 'verified'],
      [id('order-events'), 'unused', 'failed'],
    ]);
  });
});

describe('the patch', () => {
  const apis: Catalog['apis'] = new Map([
    [
      'api:default/users-api',
      { ref: 'api:default/users-api', type: 'grpc', providers: [id('users')] },
    ],
  ]);

  it('adds what was seen and removes what was not, as people write it', () => {
    const { patch } = compare({
      apis,
      declared: [
        needs('orders-db'),
        needs('ledger'),
        consumes('cart-api', ['cart', 'cart-eu']),
        consumes('mail-api', ['mail']),
      ],
      seen: [
        ['orders', 'orders-db'],
        ['orders', 'users'],
        ['orders', 'pricing'],
        ['orders', 'cart'],
        ['orders', 'card.example'],
      ],
    });
    expect(patch).toEqual({
      add: [
        { field: 'dependsOn', ref: 'component:pricing' },
        { field: 'consumesApis', ref: 'users-api' },
      ],
      remove: [
        { field: 'dependsOn', ref: 'component:ledger' },
        { field: 'consumesApis', ref: 'mail-api' },
      ],
      yaml: `spec:
  dependsOn:
    - resource:orders-db
    - component:pricing
  consumesApis:
    - cart-api
    - users-api
`,
      file: 'https://git/orders.yaml',
    });
  });

  it('empties a list rather than forgetting it', () => {
    const { patch } = compare({ declared: [needs('ledger')] });
    expect(patch?.yaml).toBe('spec:\n  dependsOn: []\n');
  });

  it('is none when nothing is to be changed', () => {
    const { patch } = compare({
      declared: [needs('cart')],
      seen: [
        ['orders', 'cart'],
        ['orders', 'card.example'],
      ],
    });
    expect(patch).toBeUndefined();
  });
});
