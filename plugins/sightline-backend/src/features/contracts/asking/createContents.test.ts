import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { contractsWorld } from '../__testUtils__/contractsWorld';
import { pact, reportOf, START } from '../__testUtils__/shop';
import { createContents } from './createContents';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const minute = 60_000;

/** Mirrors of a reader, for what works in the background. */
const mirrorsOf = (report: ReturnType<typeof reportOf>) => ({
  mirrors: [{ ...report, observedAt: START, freshFor: minute }],
  pacticipant: (broker: string, name: string) => ({ broker, name }),
  namesOf: () => [],
});

describe.each(databases.ids)('contents of pacts on %s', id => {
  const build = async () => contractsWorld(await databases.open(id));

  it('are read one after the other, and again only a day after it failed', async () => {
    const world = await build();
    const { database, broker, time } = world;
    const reading = createContents({
      ...{ database, clock: () => time.now, brokers: [broker] },
    });
    const twice = async (...pacts: Parameters<typeof reportOf>[0]) => {
      const mirrored = mirrorsOf(reportOf(pacts));
      return [
        await reading.readNext(mirrored),
        await reading.readNext(mirrored),
      ];
    };
    const first = pact('cart 1 → orders 7');
    expect(await twice(first)).toEqual([1, 0]);
    broker.contents.set('cart orders', []);
    expect(await twice(first)).toEqual([0, 0]);
    time.now += 24 * 60 * minute;
    expect(await twice(first)).toEqual([1, 0]);
    // Another version, and the same version published anew, may say something else.
    expect(await twice(pact('cart 2 → orders 7'))).toEqual([1, 0]);
    const again = { publishedAt: START + minute };
    expect(await twice(pact('cart 2 → orders 7', 'never', again))).toEqual([
      1, 0,
    ]);
    expect(await database('contracts_content')).toHaveLength(3);
  });

  it('are forgotten a week after nobody has such a pact any more', async () => {
    const world = await build();
    const { database, broker, time } = world;
    const reading = createContents({
      ...{ database, clock: () => time.now, brokers: [broker] },
    });
    broker.contents.set('cart orders', []);
    const pacts = [pact('cart 1 → orders 7'), pact('cart 2 → orders 7')];
    const contents = async (n: number) =>
      (await reading.read()).of('pact:main', pacts[n]);
    await reading.readNext(mirrorsOf(reportOf([pacts[0]])));
    expect(await contents(0)).toEqual([]);
    time.now += 8 * 24 * 60 * minute;
    await reading.readNext(mirrorsOf(reportOf([pacts[1]])));
    expect([await contents(0), await contents(1)]).toEqual([undefined, []]);
    // The newest stays, however long ago it was read.
    time.now += 8 * 24 * 60 * minute;
    await reading.readNext(mirrorsOf(reportOf([pacts[1]])));
    expect(await contents(1)).toEqual([]);
  });
});
