import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { contractsWorld, ref } from './__testUtils__/contractsWorld';
import { pact, reportOf, there } from './__testUtils__/shop';

jest.setTimeout(120_000);

const databases = useTestDatabases();

/** 1,000 names, 5,000 pairs, 10,000 pacts; cart is needed by ten of them. */
const largeReport = (failing?: number) => {
  const names = Array.from({ length: 1_000 }, (_, n) => `service-${n}`);
  const pacts = Array.from({ length: 10_000 }, (_, n) => {
    const pair = n % 5_000;
    const provider =
      pair % 500 === 0
        ? 'cart'
        : names[(pair + 1 + Math.floor(pair / 1_000)) % 1_000];
    const version = Math.floor(n / 5_000) + 1;
    return pact(
      `${names[pair % 1_000]} ${version} → ${provider} 1`,
      n === failing ? 'failed' : 'success',
    );
  });
  const present = names.map(name => there(`${name} 2 production`));
  return reportOf(pacts, [...present, there('cart 1 production')]);
};

describe.each(databases.ids)('the broker of a large company on %s', id => {
  it('is kept whole, and one changed pact is one row written', async () => {
    const world = contractsWorld(await databases.open(id));
    const report = largeReport();
    await world.accept(report);
    const before = await world.database('contracts_item').select('id', 'hash');
    world.time.now += 60_000;
    await world.accept(largeReport(9_500));
    const after = await world.database('contracts_item').select('id', 'hash');
    const known = new Set(before.map(row => `${row.id} ${row.hash}`));
    const written = after.filter(row => !known.has(`${row.id} ${row.hash}`));
    expect([after.length, written.length]).toEqual([before.length, 1]);
    const { pairs, leftOut, counts } = await world.contracts.reader.matrix({
      ...{ environment: 'production', limit: 100 },
    });
    expect(pairs[0].state).toBe('failed');
    expect([pairs.length, leftOut + 100]).toEqual([
      100,
      counts.failed + counts.success + counts.unknown,
    ]);
    const { consumers } = await world.contracts.reader.ofService(ref('cart'));
    expect(new Set(consumers.map(({ consumer }) => consumer.name)).size).toBe(
      new Set(
        report.pacts
          .filter(({ provider }) => provider === 'cart')
          .map(({ consumer }) => consumer),
      ).size,
    );
  });
});
