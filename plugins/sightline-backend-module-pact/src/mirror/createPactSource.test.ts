import { FakeWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createContext, startBroker, valueOf } from '../__testUtils__/brokers';
import { FakeBrokerOptions } from '../__testUtils__/fakeBroker/answerAsBroker';
import {
  manyPacts,
  noBroker,
  shop,
} from '../__testUtils__/fakeBroker/BrokerModel';

let world: FakeWorld;
afterEach(() => world.stop());

const mirror = async (options: FakeBrokerOptions, settings: object = {}) => {
  const started = await startBroker(options, settings);
  world = started.world;
  const context = createContext();
  const answer = await started.source.pull([], context);
  return { answer, context, report: () => valueOf(answer).contracts! };
};

const at = Date.parse('2026-11-20T10:00:00Z');

describe('the mirror of a broker', () => {
  it('has everything the broker knows, whatever the names', async () => {
    const { answer, context } = await mirror({ model: shop });
    expect(answer).toEqual({
      outcome: 'ok',
      value: {
        contracts: {
          broker: 'pact:test',
          integrations: shop.integrations,
          pacticipants: [
            { name: 'checkout web', mainBranch: 'main' },
            { name: 'team/orders', repository: 'https://git.example/orders' },
            { name: 'payments 💳', mainBranch: 'trunk' },
            { name: 'stock' },
          ],
          environments: shop.environments,
          pacts: [
            {
              ...{ consumer: 'checkout web', provider: 'team/orders' },
              consumerVersion: { number: '1.0+7', branches: ['main'] },
              publishedAt: at,
              verification: {
                state: 'success',
                providerVersion: { number: '10', branches: [] },
                verifiedAt: at,
              },
            },
            {
              ...{ consumer: 'checkout web', provider: 'team/orders' },
              consumerVersion: { number: '1.1', branches: ['feat/new cart'] },
              publishedAt: at,
              verification: {
                state: 'pending',
                providerVersion: { number: '11', branches: ['main'] },
                verifiedAt: at,
              },
            },
            {
              ...{ consumer: 'team/orders', provider: 'payments 💳' },
              consumerVersion: { number: '11', branches: ['main'] },
              publishedAt: at,
              verification: {
                state: 'success',
                providerVersion: { number: 'a1', branches: ['trunk'] },
                verifiedAt: at,
              },
            },
            {
              ...{ consumer: 'team/orders', provider: 'stock' },
              consumerVersion: { number: '11', branches: ['main'] },
              publishedAt: at,
              verification: { state: 'never' },
            },
          ],
          inEnvironments: [
            {
              ...{ environment: 'production', pacticipant: 'team/orders' },
              version: { number: '10', branches: [] },
              ...{ how: 'deployed', since: at },
            },
            {
              ...{ environment: 'production', pacticipant: 'checkout web' },
              version: { number: '1.0+7', branches: ['main'] },
              ...{ how: 'released', since: at },
            },
            {
              ...{ environment: 'staging eu', pacticipant: 'payments 💳' },
              version: { number: 'a1', branches: ['trunk'] },
              ...{ instance: 'eu-1', how: 'deployed', since: at },
            },
            {
              ...{ environment: 'staging eu', pacticipant: 'payments 💳' },
              version: { number: 'b2', branches: [] },
              ...{ instance: 'eu-2', how: 'deployed', since: at },
            },
          ],
        },
        names: [
          { kind: 'pact', name: 'checkout web', namespace: '' },
          {
            ...{ kind: 'pact', name: 'team/orders', namespace: '' },
            labels: { repository: 'https://git.example/orders' },
          },
          { kind: 'pact', name: 'payments 💳', namespace: '' },
          { kind: 'pact', name: 'stock', namespace: '' },
        ],
      },
    });
    expect(context.losses).toEqual({});
    expect(context.calls).toBe(world.requests.length);
  });

  it('is empty where the broker is', async () => {
    const { answer } = await mirror({ model: noBroker });
    expect(answer).toEqual({
      outcome: 'ok',
      value: {
        contracts: {
          ...{ broker: 'pact:test', integrations: [], pacticipants: [] },
          ...{ environments: [], pacts: [], inEnvironments: [] },
        },
        names: [],
      },
    });
  });

  it('is whole for a large company, in few requests', async () => {
    const model = manyPacts({
      ...{ pacticipants: 300, integrations: 1500, environments: 5 },
    });
    const { report, context } = await mirror({ model });
    expect(report().integrations).toEqual(model.integrations);
    expect(report().pacts).toHaveLength(3000);
    expect(report().pacticipants).toHaveLength(300);
    expect(report().inEnvironments).toHaveLength(1500);
    // index, environments, two for each; pages of integrations, pacticipants, pacts
    expect(context.calls).toBe(1 + 1 + 10 + 2 + 2 + 7);
    expect(context.losses).toEqual({});
  });

  it.each([30, 100, 77])(
    'is whole where pages end after %s items without a word',
    async cap => {
      const model = manyPacts({
        ...{ pacticipants: 150, integrations: 450, environments: 1 },
      });
      const { report } = await mirror({ model, cap });
      expect(report().integrations).toEqual(model.integrations);
      expect(report().pacts).toHaveLength(900);
      expect(report().pacticipants).toHaveLength(150);
    },
  );

  it('looks at the chosen environments and branches only, and at what is there', async () => {
    const { answer, report } = await mirror(
      { model: shop },
      { environments: ['production', 'prodution'], branches: ['trunk'] },
    );
    expect(answer).toHaveProperty('notes', [
      "The broker has no environment 'prodution', which is configured",
    ]);
    expect(report().environments).toEqual([shop.environments[0]]);
    expect(report().inEnvironments).toHaveLength(2);
    // On no chosen branch, but released to production.
    expect(report().pacts).toMatchObject([
      { consumer: 'checkout web', consumerVersion: { number: '1.0+7' } },
    ]);
    expect(report().integrations).toEqual(shop.integrations);
  });

  it('has pairs whose pact is seen before they are', async () => {
    const { report } = await mirror({
      model: { ...shop, integrations: [], pacticipants: [] },
    });
    expect(report().integrations).toEqual(shop.integrations);
    expect(report().pacticipants.map(({ name }) => name)).toEqual([
      ...['checkout web', 'team/orders', 'payments 💳', 'stock'],
    ]);
  });

  it('does without environments where the broker is too old for them', async () => {
    const { answer, report } = await mirror({
      ...{ model: shop, without: ['pb:environments', 'pb:integrations'] },
    });
    expect(answer).toHaveProperty('notes', [
      expect.stringContaining('what is deployed where is unknown'),
    ]);
    expect(report()).toMatchObject({ environments: [], inEnvironments: [] });
    expect(report().integrations).toEqual(shop.integrations);
  });

  it.each<[string, { believes?: string; prefix?: string }]>([
    ['says it is elsewhere', { believes: 'http://broker.internal:9292' }],
    ['is behind a path', { prefix: '/tools/pact' }],
    [
      'knows nothing of the path in front of it',
      { prefix: '/tools/pact', believes: 'http://broker.internal:9292/' },
    ],
    [
      'believes in another path than ours',
      { prefix: '/tools/pact', believes: 'https://broker.internal/broker' },
    ],
  ])('is the same where the broker %s', async (_, options) => {
    const { report } = await mirror({ model: shop, ...options });
    expect(report().inEnvironments).toHaveLength(4);
    expect(report().pacts).toHaveLength(4);
    expect(
      world.requests.filter(({ url }) => !url.startsWith(options.prefix ?? '')),
    ).toEqual([]);
  });
});
