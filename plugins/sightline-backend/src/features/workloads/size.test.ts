import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import { minute, reportOf, seen, underWay } from './__testUtils__/seen';
import { ref, workloadsWorld } from './__testUtils__/workloadsWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();

const fleet = Array.from({ length: 3_000 }, (_, n) =>
  seen(`service-${n}`, { template: { since: Date.UTC(2026, 10, n % 20) } }),
);

describe.each(databases.ids)('a large cluster on %s', id => {
  it('is kept whole, and of one change one row is written', async () => {
    const world = workloadsWorld(await databases.open(id));
    const { database } = world;
    const hashes = async () => {
      const rows = await database('workloads_workload').select('id', 'hash');
      return new Set(rows.map(row => `${row.id} ${row.hash}`));
    };
    await world.accept(reportOf([...fleet, seen('cart')]));
    const before = await hashes();
    world.time.now += minute;
    const turn = underWay('cart', { version: '2' });
    await world.accept(reportOf([...fleet, turn]));
    const after = await hashes();
    const written = [...after].filter(row => !before.has(row));
    expect([before.size, after.size, written.length]).toEqual([
      3_001, 3_001, 1,
    ]);
    expect(await world.events()).toEqual([
      'deployed eu1/cart deploy: Deployed 2, before 1',
      'changed eu1/cart complete → progressing: 1 of 3 pods updated',
    ]);
    expect(world.changed.at(-1)).toEqual([ref('cart')]);
    const [{ n }] = await database('workloads_deploy').count({ n: '*' });
    expect(Number(n)).toBe(3_001);
  });
});
