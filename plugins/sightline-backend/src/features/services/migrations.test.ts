import { migrationsDirectory } from '../../platform/openDatabase';
import { component } from './__testUtils__/entities';
import { mirrorWorld } from './__testUtils__/mirrorWorld';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = useTestDatabases();

describe.each(databases.ids)('the migrations on %s', id => {
  it('go up, down and up again', async () => {
    const knex = await databases.open(id);
    const directory = migrationsDirectory();
    const tables = [
      'services_service',
      'services_name',
      'services_dossier',
      'outbox_event',
      'calls_bucket',
      'slo_state',
    ];
    const present = () =>
      Promise.all(tables.map(table => knex.schema.hasTable(table)));
    expect(await present()).toEqual([true, true, true, true, true, true]);
    await knex.migrate.rollback({ directory }, true);
    expect(await present()).toEqual([false, false, false, false, false, false]);
    await knex.migrate.latest({ directory });
    expect(await present()).toEqual([true, true, true, true, true, true]);
  });

  it('take columns out of the rows of the Fleet, and leave words findable', async () => {
    const knex = await databases.open(id);
    const directory = migrationsDirectory();
    const name = '20261121000009_services_rows.js';
    const { catalog, sweep, list } = mirrorWorld(knex);
    catalog.put(component('ledger'));
    await sweep();
    const kept = await knex('services_service').first();
    await knex.migrate.down({ directory, name });
    expect(Object.keys(await knex('services_service').first())).toEqual(
      Object.keys(kept).filter(column => !/^(slo|drift)/.test(column)),
    );
    expect(await knex.schema.hasTable('services_row_turn')).toBe(false);
    await knex('services_service').update({ search: 'general ledger' });
    await knex.migrate.up({ directory, name });
    const { items } = await list.page({ filter: { q: 'general' } });
    expect(items.map(row => [row.name, row.slo, row.drift])).toEqual([
      ['ledger', undefined, undefined],
    ]);
  });
});
