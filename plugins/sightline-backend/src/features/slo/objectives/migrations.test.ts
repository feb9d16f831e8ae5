import { migrationsDirectory } from '../../../platform/openDatabase';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = useTestDatabases();

describe.each(databases.ids)('the tables of documents on %s', id => {
  it('go up, down and up again', async () => {
    const knex = await databases.open(id);
    const directory = migrationsDirectory();
    const present = () =>
      Promise.all(
        ['slo_document', 'slo_pushed'].map(table =>
          knex.schema.hasTable(table),
        ),
      );
    expect(await present()).toEqual([true, true]);
    await knex.migrate.rollback({ directory }, true);
    expect(await present()).toEqual([false, false]);
    await knex.migrate.latest({ directory });
    expect(await present()).toEqual([true, true]);
  });
});
