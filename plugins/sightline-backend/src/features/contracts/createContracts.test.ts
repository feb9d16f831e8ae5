import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { createContents } from './asking/createContents';
import { itemsAtMost } from './mirror/MirrorStore';
import { contractsWorld, ref, trafficOf } from './__testUtils__/contractsWorld';
import { pact, reportOf, START, there } from './__testUtils__/shop';

jest.setTimeout(120_000);

const databases = useTestDatabases();
const minute = 60_000;

/** Mirrors of a reader, for what works in the background. */
const mirrorsOf = (report: ReturnType<typeof reportOf>) => ({
  mirrors: [{ ...report, observedAt: START, freshFor: minute }],
  pacticipant: (broker: string, name: string) => ({ broker, name }),
  namesOf: () => [],
});

const shop = () =>
  reportOf(
    [pact('cart 1 → orders 7'), pact('web 4 → cart', 'never')],
    [there('cart 1 production'), there('orders 7 production')],
  );

describe.each(databases.ids)('contracts on %s', id => {
  const build = async () => contractsWorld(await databases.open(id));
  type World = Awaited<ReturnType<typeof build>>;

  const states = async ({ contracts }: World, environment?: string) => {
    const { pairs } = await contracts.reader.matrix({ environment });
    return pairs.map(
      ({ consumer, provider, state }) =>
        `${consumer.name} → ${provider.name}: ${state}`,
    );
  };

  it('are unknown, and no fact, until a broker was mirrored', async () => {
    const { contracts } = await build();
    const signal = new AbortController().signal;
    expect(await contracts.reader.promised()).toBeUndefined();
    expect(await contracts.facts.read([ref('cart')], { signal })).toEqual(
      new Map(),
    );
    expect(await contracts.part.read([ref('cart')])).toEqual(
      new Map([
        [
          ref('cart'),
          expect.objectContaining({
            ...{ state: 'unknown', reason: 'not-configured' },
          }),
        ],
      ]),
    );
  });

  it('are kept whole: what a mirror no longer holds is gone', async () => {
    const world = await build();
    await world.accept(shop());
    expect(await states(world)).toEqual([
      'web → cart: never',
      'cart → orders: success',
    ]);
    await world.accept(reportOf([pact('cart 1 → orders 7')]));
    expect(await states(world)).toEqual(['cart → orders: success']);
    expect(await world.events()).toEqual([
      'sightline.contract.changed: gone The broker no longer knows of web and cart',
    ]);
  });

  it('are not written again, and told to nobody, when a mirror says the same', async () => {
    const world = await build();
    await world.accept(shop());
    const before = await world.database('contracts_broker').first();
    world.time.now += minute;
    await world.accept(shop());
    const after = await world.database('contracts_broker').first();
    expect(after.generation).toBe(before.generation);
    expect(Number(after.observed_at)).toBe(START + minute);
    expect(world.changed).toEqual([[ref('cart'), ref('orders'), ref('web')]]);
    expect(await world.events()).toEqual([]);
  });

  it('are those of a service as soon as a name is matched to it', async () => {
    const world = await build();
    world.match([]);
    await world.accept(shop());
    const neededBy = async () => {
      const told = await world.contracts.part.read([ref('cart')]);
      return told.get(ref('cart'));
    };
    expect(await neededBy()).toMatchObject({ reason: 'no-data' });
    world.match(['cart']);
    expect(await neededBy()).toMatchObject({ value: { consumers: 1 } });
  });

  it('remember what broke and what mended it, with both versions', async () => {
    const world = await build();
    await world.accept(shop());
    const turns = [
      pact('cart 1 → orders 8', 'failed'),
      pact('cart 1 → orders 9'),
      pact('cart 2 → orders', 'never'),
    ];
    for (const turn of turns) {
      world.time.now += minute;
      await world.accept(reportOf([turn, pact('web 4 → cart', 'never')]));
    }
    const { changes } = await world.contracts.reader.ofService(ref('orders'));
    expect(changes.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      'published: cart 2 has published its pact with orders',
      'mended: orders 9 keeps the pact of cart 1',
      'broken: orders 8 fails the pact of cart 1; orders 7 kept that of cart 1',
    ]);
    const marks = await world.contracts.marks.read(ref('cart'), {
      ...{ from: START, to: START + 2 * minute },
    });
    expect(marks.map(({ at, kind, words }) => [at, kind, words])).toEqual([
      [
        toIso(START + minute),
        'contract',
        'orders 8 fails the pact of cart 1; orders 7 kept that of cart 1',
      ],
      [
        toIso(START + 2 * minute),
        'contract',
        'orders 9 keeps the pact of cart 1',
      ],
    ]);
    expect(await world.events()).toHaveLength(3);
  });

  it('are shown in an environment as the versions are that meet there', async () => {
    const world = await build();
    await world.accept(
      reportOf(
        [pact('cart 1 → orders 7'), pact('web 4 → cart 1', 'failed')],
        [
          ...[there('cart 1 production'), there('orders 7 production')],
          ...[there('orders 6 production', 'eu'), there('web 4 test')],
        ],
      ),
    );
    expect({
      all: await states(world),
      production: await states(world, 'production'),
      test: await states(world, 'test'),
    }).toEqual({
      all: ['web → cart: failed', 'cart → orders: success'],
      production: ['cart → orders: unknown'],
      test: ['web → cart: unknown'],
    });
  });

  it('tell of one service whom it needs, who needs it, and where it is', async () => {
    const world = await build();
    await world.accept(shop());
    const cart = await world.contracts.reader.ofService(ref('cart'));
    expect(cart).toMatchObject({
      providers: [
        {
          provider: { name: 'orders', service: { ref: ref('orders') } },
          ...{
            environments: ['production'],
            verification: { state: 'success' },
          },
        },
      ],
      consumers: [{ consumer: { name: 'web' } }],
      deployed: [{ environment: 'production', version: { number: '1' } }],
      counts: { success: 1, failed: 0, pending: 0, stale: 0, never: 1 },
      apis: [
        {
          ...{ ref: 'api:default/orders-api', pacts: 1, type: 'openapi' },
          ...{ providedBy: [ref('orders')], consumedBy: [ref('cart')] },
        },
      ],
      evidence: { source: 'pact:main', observedAt: toIso(START) },
    });
  });

  it('are compared with traces: silent ones, missing ones, operations beyond', async () => {
    const world = await build();
    await world.accept(shop());
    world.broker.contents.set('cart orders', [
      {
        ...{ kind: 'http', method: 'GET', path: '/orders/4711' },
        description: 'an order',
      },
    ]);
    world.seen.traffic = trafficOf(
      'cart → orders POST /orders 3',
      'cart → stock GET /stock/{id} 40',
    );
    const read = async () =>
      (await world.contracts.reader.ofService(ref('cart'))).gaps.map(
        ({ kind, consumer, provider, operations }) =>
          `${kind} ${consumer.name} ${provider.name} ${
            operations?.map(({ operation }) => operation) ?? ''
          }`.trim(),
      );
    world.broker.contents.set('web cart', [
      { kind: 'http', method: 'GET', path: '/cart', description: 'a cart' },
    ]);
    // Of what was not read nobody knows whether it is about calls.
    expect(await read()).toEqual(['traffic-without-contract cart stock']);
    const silent = async () =>
      (await world.contracts.reader.matrix({})).pairs.flatMap(
        ({ consumer, gap }) =>
          gap === 'contract-without-traffic' ? [consumer.name] : [],
      );
    expect(await silent()).toEqual([]);
    const { database, broker } = world;
    const reading = createContents({
      ...{ database, clock: () => world.time.now, brokers: [broker] },
    });
    const mirrored = mirrorsOf(shop());
    expect([
      await reading.readNext(mirrored),
      await reading.readNext(mirrored),
      await reading.readNext(mirrored),
    ]).toEqual([1, 1, 0]);
    expect(await read()).toEqual([
      'traffic-without-contract cart orders POST /orders',
      'traffic-without-contract cart stock',
      'contract-without-traffic web cart',
    ]);
    expect(await silent()).toEqual(['web']);
    const { providers } = await world.contracts.reader.ofService(ref('cart'));
    expect(providers.map(({ kind }) => kind)).toEqual(['http']);
  });

  it('about messages bind readers of topics: nobody is silent, and no pair is promised', async () => {
    const world = await build();
    await world.accept(reportOf([pact('mail 1 → orders 7')]));
    world.broker.contents.set('mail orders', [
      { kind: 'message', topic: 'Order-events', description: 'an order' },
    ]);
    const { database, broker } = world;
    const clock = () => world.time.now;
    const reading = createContents({ database, clock, brokers: [broker] });
    await reading.readNext(mirrorsOf(reportOf([pact('mail 1 → orders 7')])));
    world.seen.traffic = trafficOf('cart → stock GET / 1');
    const { gaps } = await world.contracts.reader.ofService(ref('mail'));
    const promised = await world.contracts.reader.promised();
    expect({
      ...{ gaps, pairs: [...(promised?.pairs ?? [])] },
      topics: [...(promised?.topics ?? [])],
    }).toEqual({
      ...{ gaps: [], pairs: [] },
      topics: [[`${ref('mail')} order-events`, 'verified']],
    });
  });

  it('with names nobody can spell are kept and found', async () => {
    const world = await build();
    const odd = ['team/edge gateway', 'käse 🧀', 'o\'hara "x"', 'a\0b'];
    const pacts = odd.map(consumer => ({
      ...pact('x 1 → cart 1'),
      consumer,
      consumerVersion: { number: '1/2 ü', branches: ['feat/x y'] },
    }));
    await world.accept(reportOf(pacts));
    const broken = pacts.map(one => ({
      ...one,
      verification: { ...one.verification, state: 'failed' as const },
    }));
    world.time.now += minute;
    await world.accept(reportOf(broken));
    const { consumers, changes } = await world.contracts.reader.ofService(
      ref('cart'),
    );
    expect(consumers.map(({ consumer }) => consumer.name).sort()).toEqual(
      [...odd].sort(),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(odd.map(() => 'broken'));
  });

  it('stand as they were when a mirror cannot be kept', async () => {
    const world = await build();
    await world.accept(shop());
    const { integrations, ...others } = shop();
    const flood = Array.from({ length: itemsAtMost + 1 }, (_, n) => ({
      ...{ consumer: `c${n}`, provider: 'cart' },
    }));
    await expect(
      world.accept({ ...others, integrations: [...integrations, ...flood] }),
    ).rejects.toThrow('more than the 300000 that are kept');
    expect(world.lost).toEqual(['more than 300000 statements of a broker']);
    expect(await states(world)).toHaveLength(2);
  });

  it('are promised to the comparison of layers', async () => {
    const world = await build();
    const { pacticipants, ...rest } = shop();
    // Mail has a name there, and no pact.
    const all = [...pacticipants, { name: 'mail' }];
    await world.accept({ ...rest, pacticipants: all });
    const promised = await world.contracts.reader.promised();
    const pairs = [
      [`${ref('cart')} ${ref('orders')}`, 'verified'],
      [`${ref('web')} ${ref('cart')}`, 'never'],
    ];
    expect({
      parties: [...(promised?.parties ?? [])].sort(),
      pairs: [...(promised?.pairs ?? [])].sort(),
      unread: [...(promised?.unread ?? [])].sort(),
    }).toEqual({
      parties: [ref('cart'), ref('mail'), ref('orders'), ref('web')],
      ...{ pairs, unread: pairs.map(([pair]) => pair) },
    });
  });

  it('become facts of those who have any', async () => {
    const world = await build();
    await world.accept(shop());
    const { signal } = new AbortController();
    const refs = [ref('cart'), ref('mail')];
    const facts = await world.contracts.facts.read(refs, { signal });
    const valuesOf = (name: string) =>
      Object.fromEntries(
        (facts.get(ref(name)) ?? []).map(({ fact, value }) => [
          fact.replace('contracts.', ''),
          value,
        ]),
      );
    expect({ cart: valuesOf('cart'), mail: valuesOf('mail') }).toEqual({
      cart: {
        ...{ hasContracts: true, verified: 1, failed: 0, pending: 0 },
        ...{ unknown: 1, consumers: 1, providers: 1 },
        ...{ uncontractedCalls: 0, silentContracts: 0 },
      },
      mail: { hasContracts: false },
    });
  });
});

describe('webhooks', () => {
  it('lead to one more round for all that come while one is under way', async () => {
    const world = contractsWorld(await databases.open('SQLITE_3'));
    const secret = world.broker.webhookSecret;
    const { told, stop } = world.contracts;
    expect([
      told('pact:main', secret),
      told('pact:main', secret),
      told('pact:main', secret),
      told('pact:main', 'wrong'),
      told('pact:main', undefined),
      told('pact:other', secret),
    ]).toEqual([true, true, true, false, false, false]);
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(world.rounds).toEqual(['pact:main', 'pact:main']);
    await stop();
    expect(told('pact:main', secret)).toBe(true);
    expect(world.rounds).toHaveLength(2);
  });
});
