import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { contractsWorld, ref } from '../__testUtils__/contractsWorld';
import { pact, reportOf, START, there } from '../__testUtils__/shop';

jest.setTimeout(120_000);

const databases = useTestDatabases();

describe('a row of the Fleet', () => {
  const rowOf = async (...given: Parameters<typeof contractsWorld>) => {
    const world = contractsWorld(...given);
    const refs = ['cart', 'orders', 'mail'].map(ref);
    const read = async () =>
      [...(await world.contracts.row.read(refs))].map(([one, said]) => [
        one.replace('component:default/', ''),
        said.counts ?? said.unknown?.reason,
      ]);
    return { ...world, read };
  };
  const sqlite = () => databases.open('SQLITE_3');

  it('says nothing where no broker is set up, and that nobody knows before the first mirror', async () => {
    const without = await rowOf(await sqlite(), false);
    expect(await without.read()).toEqual([]);
    const { read } = await rowOf(await sqlite());
    expect(await read()).toEqual([
      ['cart', 'source-unavailable'],
      ['orders', 'source-unavailable'],
      ['mail', 'source-unavailable'],
    ]);
  });

  it('is told anew of every service, also without a pact, when a broker is heard at last or again', async () => {
    const { read, accept, told, time } = await rowOf(await sqlite());
    const report = reportOf([pact('cart 1 → orders 7')]);
    const freshFor = 60_000;
    expect(await read()).toHaveLength(3);
    await accept(report, freshFor);
    expect([(await read()).map(([name]) => name), told.rows]).toEqual([
      ['cart', 'orders'],
      1,
    ]);
    time.now += 30_000;
    await accept(report, freshFor);
    expect(told.rows).toBe(1);
    time.now += 90_000;
    await accept(report, freshFor);
    expect(told.rows).toBe(2);
  });

  it('counts the newest pacts of who has some, as the page of each does', async () => {
    const { read, accept, contracts } = await rowOf(await sqlite());
    await accept(
      reportOf(
        [
          // Neither the newest of its branch nor anywhere: over.
          pact('cart 0 → orders 7', 'failed'),
          pact('cart 1 → orders 7'),
          pact('cart 2 → orders 7', 'failed'),
          pact('cart 3 → orders 7', 'pending', { branch: 'next' }),
          pact('web 4 → cart', 'never'),
          pact('web 4 → nobody', 'stale'),
        ],
        [there('cart 1 production')],
      ),
    );
    expect(await read()).toEqual([
      ['cart', { verified: 1, failed: 1, unverified: 2 }],
      ['orders', { verified: 1, failed: 1, unverified: 1 }],
    ]);
    for (const [name, counted] of await read()) {
      const { counts } = await contracts.reader.ofService(ref(`${name}`));
      expect(counted).toEqual({
        ...{ verified: counts.success, failed: counts.failed },
        unverified: counts.pending + counts.stale + counts.never,
      });
    }
    const [[, cart]] = await contracts.row.read([ref('cart')]);
    expect(cart.evidence).toEqual({
      ...{ source: 'pact:main', observedAt: toIso(START) },
      validFor: 1_200_000,
    });
  });
});
