import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { contractsWorld, ref, trafficOf } from './__testUtils__/contractsWorld';
import { pact, reportOf, START, there } from './__testUtils__/shop';
import { createContents } from './asking/createContents';

jest.setTimeout(60_000);

const databases = useTestDatabases();

describe('what is concluded from calls that were not seen, or without a pact', () => {
  const build = async (traced: readonly string[], hours = 1) => {
    const world = contractsWorld(await databases.open('SQLITE_3'));
    const { database, broker, time } = world;
    const report = reportOf([pact('web 4 → cart 1')]);
    await world.accept(report);
    broker.contents.set('web cart', [
      { kind: 'http', method: 'GET', path: '/cart', description: 'a cart' },
    ]);
    await createContents({
      ...{ database, clock: () => time.now, brokers: [broker] },
    }).readNext({
      mirrors: [{ ...report, observedAt: START, freshFor: 60_000 }],
      pacticipant: (id, name) => ({ broker: id, name }),
      namesOf: () => [],
    });
    world.seen.traffic = {
      ...trafficOf('stock → mail GET /letters 9', 'stock → cart GET /carts 3'),
      tracedSince: one =>
        traced.map(ref).includes(one) ? START - hours * 3_600_000 : undefined,
    };
    return async (name: string) =>
      (await world.contracts.reader.ofService(ref(name))).gaps.map(
        ({ kind, consumer, provider }) =>
          `${kind}: ${consumer.name} → ${provider.name}`,
      );
  };

  it('is that a pact is silent, where its consumer sends traces', async () => {
    const gapsOf = await build(['web']);
    expect(await gapsOf('web')).toEqual([
      'contract-without-traffic: web → cart',
    ]);
  });

  it('is nothing while its consumer has only just begun to send them', async () => {
    const gapsOf = await build(['web'], 0.9);
    expect(await gapsOf('web')).toEqual([]);
  });

  it('is nothing where its consumer sends none', async () => {
    const gapsOf = await build(['cart']);
    expect(await gapsOf('web')).toEqual([]);
  });

  it('is that a pact is missing, only of those who have a name on a broker', async () => {
    const gapsOf = await build([]);
    expect([await gapsOf('cart'), await gapsOf('stock')]).toEqual([
      ['traffic-without-contract: stock → cart'],
      [],
    ]);
  });

  it('is drawn in the matrix, also of pairs without a pact, of two on a broker', async () => {
    const world = contractsWorld(await databases.open('SQLITE_3'));
    await world.accept(
      reportOf([pact('web 4 → cart 1')], [there('web 4 production')]),
    );
    world.seen.traffic = trafficOf(
      'cart → web GET /page 7',
      'stock → cart GET /carts 3',
    );
    const matrix = async (environment?: string) => {
      const { pairs, counts } = await world.contracts.reader.matrix({
        environment,
      });
      return {
        pairs: pairs.map(
          ({ consumer, provider, state, gap }) =>
            `${consumer.name} → ${provider.name} ${state} ${gap ?? '-'}`,
        ),
        counts: [counts.success, counts.unknown],
      };
    };
    expect(await matrix()).toEqual({
      pairs: [
        'web → cart success -',
        'cart → web unknown traffic-without-contract',
      ],
      counts: [1, 1],
    });
    // Cart is not there, so that nobody is known to call there.
    expect(await matrix('production')).toEqual({
      ...{ pairs: ['web → cart unknown -'], counts: [0, 1] },
    });
  });

  it.each([
    ['when nobody reported calls yet', undefined, 'No calls were reported yet'],
    [
      'when calls are seen for less than an hour',
      START - 600_000,
      'Calls are seen since 2026-11-21 11:50 UTC only: that nobody calls can be said after an hour',
    ],
    ['and is not said otherwise', START - 3_600_000, undefined],
  ])('is not drawn yet, and the answer says why: %s', async (_, since, why) => {
    const world = contractsWorld(await databases.open('SQLITE_3'));
    world.seen.traffic = { ...trafficOf('cart → web GET / 1'), since };
    const { silence } = await world.contracts.reader.matrix({});
    expect(silence?.detail).toBe(why);
  });
});
