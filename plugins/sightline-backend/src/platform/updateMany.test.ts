import { UpdateForm, updateMany } from './updateMany';
import { useTestDatabases } from './__testUtils__/testDatabases';

jest.setTimeout(60_000);

const databases = useTestDatabases();

describe.each(databases.ids)('updateMany on %s', id => {
  it('writes each row its own values, and leaves the others alone', async () => {
    const database = await databases.open(id);
    await database.schema.createTable('pier', table => {
      table.text('id').primary();
      table.text('ship');
      table.bigInteger('since');
      table.double('load');
      table.boolean('full');
      table.text('guard');
    });
    const row = (name: string) => ({
      ...{ id: name, ship: 'none', since: 1, load: 0.5, full: false },
      guard: 'ann',
    });
    await database('pier').insert(['a', 'b', 'c'].map(row));
    const form: UpdateForm = {
      ...{ table: 'pier', key: 'id' },
      columns: {
        ship: 'text',
        since: 'bigint',
        load: 'double precision',
        full: 'boolean',
      },
    };
    await updateMany(database, form, [
      { id: 'a', ship: `it's "Ägir"`, since: 1e13, load: -0.25, full: true },
      { id: 'b', ship: null, since: null, load: 1e-9, full: false },
      { id: 'ghost', ship: 'x', since: 0, load: 0, full: true },
    ]);
    await updateMany(database, form, []);
    const rows = await database('pier').orderBy('id');
    expect(
      rows.map(({ since, full, ...rest }) => ({
        ...{ ...rest, full: Boolean(full) },
        since: since === null ? null : Number(since),
      })),
    ).toEqual([
      {
        ...{ id: 'a', ship: `it's "Ägir"`, since: 1e13, load: -0.25 },
        ...{ full: true, guard: 'ann' },
      },
      {
        ...{ id: 'b', ship: null, since: null, load: 1e-9 },
        ...{ full: false, guard: 'ann' },
      },
      row('c'),
    ]);
    await database.schema.dropTable('pier');
  });
});
