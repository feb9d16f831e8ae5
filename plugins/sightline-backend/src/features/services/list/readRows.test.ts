import { Knex } from 'knex';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { company } from '../__testUtils__/entities';
import { mirrorWorld } from '../__testUtils__/mirrorWorld';
import { PageOf, readRows } from './readRows';
import { normalise } from './selection';
import { ServiceFilter, serviceSorts } from './ServiceListReader';

jest.setTimeout(60_000);

const databases = useTestDatabases();
const FLEET = 2_000;

describe.each(databases.ids)('the plan of a page on %s', id => {
  const postgres = id !== 'SQLITE_3';

  const explain = async (
    knex: Knex,
    filter: ServiceFilter,
    page: Partial<PageOf>,
  ) => {
    const query = readRows(knex, normalise({ filter }), {
      sort: 'name',
      order: 'asc',
      limit: 51,
      total: FLEET,
      fleet: FLEET,
      ...page,
    }) as unknown as Knex.QueryBuilder;
    const { sql, bindings } = query.toSQL().toNative();
    const explained = await knex.raw(
      `${postgres ? 'explain' : 'explain query plan'} ${query.toQuery()}`,
    );
    expect([typeof sql, Array.isArray(bindings)]).toEqual(['string', true]);
    const rows: any[] = postgres ? explained.rows : explained;
    return rows.map(row => row['QUERY PLAN'] ?? row.detail).join('\n');
  };

  it('walks an index and sorts nothing, whatever the sort, from any position', async () => {
    const knex = await databases.open(id);
    const { catalog, sweep } = mirrorWorld(knex);
    catalog.put(...company(FLEET));
    await sweep();
    if (postgres) {
      await knex.raw('analyze');
    }
    const after = { key: '0m', id: 'component:default/m' };
    for (const sort of serviceSorts) {
      for (const order of ['asc', 'desc'] as const) {
        const plan = await explain(knex, {}, { sort, order, after });
        expect(plan).toContain(`services_service_by_${sort}`);
        expect(plan).not.toMatch(/TEMP B-TREE|Sort/);
      }
    }
    const narrow = { owner: ['group:default/team-1'] };
    const few = await explain(knex, narrow, { total: 40 });
    expect(few).toContain('services_service_in_owner_ref');
    const many = await explain(knex, { tier: ['T0', 'T1'] }, { sort: 'owner' });
    expect(many).toContain('services_service_by_owner');
    const words = await explain(knex, { q: '00042' }, { total: 1 });
    expect(words).toMatch(postgres ? /services_service/ : /services_search/);
  });
});
