import { FakeWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import { startBroker, valueOf } from '../__testUtils__/brokers';
import {
  BrokerModel,
  ModelPact,
  shop,
} from '../__testUtils__/fakeBroker/BrokerModel';

let world: FakeWorld;
afterEach(() => world.stop());

const { signal } = new AbortController();
const at = Date.parse('2026-11-20T10:00:00Z');

const start = async (...options: Parameters<typeof startBroker>) => {
  const started = await startBroker(...options);
  world = started.world;
  return started.broker;
};

const inShop = (pacticipant: string, version: string, environment: string) =>
  start({ model: shop }).then(broker =>
    broker.canIDeploy({ pacticipant, version, environment }, { signal }),
  );

const withContent = (content: object): BrokerModel => {
  const pact: ModelPact = { ...shop.pacts[0], content };
  return { ...shop, pacts: [pact] };
};

const contentOf = async (content: object) => {
  const broker = await start({ model: withContent(content) });
  return valueOf(
    await broker.content(
      {
        ...{ consumer: 'checkout web', provider: 'team/orders' },
        consumerVersion: '1.0+7',
      },
      { signal },
    ),
  );
};

describe('whether a version may be deployed', () => {
  it('is answered with all rows', async () => {
    expect(await inShop('checkout web', '1.0+7', 'production')).toEqual({
      outcome: 'ok',
      value: {
        says: 'yes',
        rows: [
          {
            ...{ consumer: 'checkout web', consumerVersion: '1.0+7' },
            ...{ provider: 'team/orders', providerVersion: '10' },
            ...{ success: true, verifiedAt: at },
          },
        ],
      },
    });
  });

  it('is unknown where a result is missing', async () => {
    expect(await inShop('team/orders', '11', 'staging eu')).toEqual({
      outcome: 'ok',
      value: {
        says: 'unknown',
        rows: [
          {
            ...{ consumer: 'team/orders', consumerVersion: '11' },
            // Of the two that run there only one was verified: it has a row, the other none.
            ...{ provider: 'payments 💳', providerVersion: 'a1' },
            ...{ success: true, verifiedAt: at },
          },
          {
            ...{ consumer: 'team/orders', consumerVersion: '11' },
            provider: 'stock',
          },
        ],
      },
    });
  });

  it.each([
    [
      'a version',
      ['team/orders', '404', 'production'],
      'no',
      'version 404 of team/orders',
    ],
    [
      'a pacticipant',
      ['nobody', '1', 'production'],
      'unknown',
      'pacticipant nobody',
    ],
    ['an environment', ['stock', '1', 'moon'], 'unknown', 'environment moon'],
  ])(
    'says so where there is no such thing as %s',
    async (_, asked, says, missing) => {
      const [pacticipant, version, environment] = asked;
      expect(await inShop(pacticipant, version, environment)).toMatchObject({
        outcome: 'ok',
        value: { says, missing },
      });
    },
  );

  it('is a refusal in words where the broker does not take the question', async () => {
    expect(await inShop('team/orders', '11', '')).toMatchObject({
      outcome: 'failed',
      fault: {
        words: expect.stringContaining('Must specify either an environment'),
      },
    });
  });

  it('cannot be asked of a broker that is too old', async () => {
    const broker = await start({
      model: shop,
      without: ['pb:can-i-deploy-pacticipant-version-to-environment'],
    });
    const asked = { pacticipant: 'stock', version: '1', environment: 'x' };
    expect(await broker.canIDeploy(asked, { signal })).toMatchObject({
      outcome: 'failed',
      fault: { words: expect.stringContaining('2.81') },
    });
  });

  it('is asked four times at once, and no more', async () => {
    const broker = await start({ model: shop });
    const asked = {
      ...{ pacticipant: 'team/orders', version: '11' },
      environment: 'production',
    };
    await broker.canIDeploy(asked, { signal });
    world.feel('hangs');
    const controller = new AbortController();
    const all = Array.from({ length: 9 }, () =>
      broker.canIDeploy(asked, { signal: controller.signal }),
    );
    while (world.requests.length < 4) await world.nextRequest();
    controller.abort();
    expect((await Promise.all(all)).map(({ outcome }) => outcome)).toEqual(
      Array(9).fill('retry'),
    );
    expect(world.requests).toHaveLength(4);
  });
});

describe('what a pact says', () => {
  it('is shrunk to who asks for what', async () => {
    const content = await contentOf({
      interactions: [
        {
          description: 'an order',
          request: { method: 'get', path: '/orders/1?expand=lines' },
          response: { status: 200, body: { large: 'x'.repeat(1000) } },
        },
        { description: 'all', request: { method: 'POST', path: '/orders' } },
        { description: 'nothing but a meaning', request: {} },
      ],
    });
    expect(content).toEqual({
      contentId: expect.stringMatching(/^[0-9a-f]{40}$/),
      interactions: [
        {
          ...{ kind: 'http', method: 'GET', path: '/orders/1' },
          description: 'an order',
        },
        { kind: 'http', method: 'POST', path: '/orders', description: 'all' },
        {
          ...{ kind: 'http', method: 'GET', path: '/' },
          description: 'nothing but a meaning',
        },
      ],
    });
  });

  it('may be messages, of each of their kinds, and calls of procedures', async () => {
    const content = await contentOf({
      messages: [
        { description: 'old', metaData: { topic: 'orders' }, contents: {} },
      ],
      interactions: [
        {
          ...{ type: 'Asynchronous/Messages', description: 'new' },
          metadata: { contentType: 'application/json', kafka_topic: 'stock' },
        },
        {
          ...{ type: 'Synchronous/Messages', description: 'a call' },
          pluginConfiguration: { protobuf: { service: '.shop.Pay/Charge' } },
          request: { contents: {} },
        },
        { type: 'Synchronous/Messages', description: 'of some plugin' },
        { type: 'Asynchronous/Messages', description: 'somewhere' },
      ],
    });
    expect(content.interactions).toEqual([
      { kind: 'message', topic: 'stock', description: 'new' },
      { kind: 'rpc', procedure: 'shop.Pay/Charge', description: 'a call' },
      { kind: 'rpc', description: 'of some plugin' },
      { kind: 'message', description: 'somewhere' },
      { kind: 'message', topic: 'orders', description: 'old' },
    ]);
  });

  it('is not there where there is no such pact', async () => {
    const broker = await start({ model: shop });
    const asked = { consumer: 'a', provider: 'b', consumerVersion: '1' };
    expect(await broker.content(asked, { signal })).toMatchObject({
      outcome: 'failed',
      fault: { kind: 'not-found' },
    });
  });
});
