import knexFactory, { Knex } from 'knex';
import { keepStatements, statementsAtMost } from './keepStatements';

type Prepares = { prepare(sql: string): object };

/** A database in memory that tells what it was asked to prepare. */
const openDatabase = async () => {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: ':memory:' },
    useNullAsDefault: true,
  });
  const prepared: string[] = [];
  const connection: Prepares = await knex.client.acquireConnection();
  const prepare = connection.prepare.bind(connection);
  connection.prepare = sql => {
    prepared.push(sql);
    return prepare(sql);
  };
  await knex.client.releaseConnection(connection);
  await keepStatements(knex);
  await knex.schema.createTable('pier', table => {
    table.integer('id').primary();
    table.text('ship');
  });
  prepared.length = 0;
  return { knex, prepared };
};

describe('keepStatements', () => {
  let knex: Knex;
  let prepared: string[];

  beforeEach(async () => {
    ({ knex, prepared } = await openDatabase());
  });
  afterEach(() => knex.destroy());

  it('prepares once what is asked again with other values', async () => {
    for (const id of [1, 2, 3]) {
      await knex('pier').insert({ id, ship: `ship ${id}` });
    }
    const ships = [];
    for (const id of [3, 1, 9]) {
      ships.push(await knex('pier').where({ id }).pluck('ship'));
    }
    expect(ships).toEqual([['ship 3'], ['ship 1'], []]);
    expect(prepared).toHaveLength(2);
  });

  it('goes on with a statement that failed, and in transactions', async () => {
    await knex('pier').insert({ id: 1, ship: 'Ägir' });
    await expect(knex('pier').insert({ id: 1, ship: 'Rán' })).rejects.toThrow(
      'UNIQUE',
    );
    await expect(
      knex.transaction(async trx => {
        await trx('pier').insert({ id: 2, ship: 'Rán' });
        throw new Error('the tide');
      }),
    ).rejects.toThrow('the tide');
    await knex.transaction(trx => trx('pier').insert({ id: 3, ship: 'Njord' }));
    expect(await knex('pier').orderBy('id').pluck('id')).toEqual([1, 3]);
  });

  it('sees columns that came after it was prepared', async () => {
    await knex('pier').insert({ id: 1, ship: 'Ägir' });
    await knex('pier').select();
    await knex.schema.alterTable('pier', table => {
      table.text('guard').defaultTo('ann');
    });
    expect(await knex('pier').select()).toEqual([
      { id: 1, ship: 'Ägir', guard: 'ann' },
    ]);
  });

  it('lets go of those that were not used for long', async () => {
    const count = () => knex('pier').count({ n: '*' });
    await count();
    for (let n = 0; n < statementsAtMost - 1; n += 1) {
      await knex('pier').select(knex.raw(`${n} as n`));
    }
    await count();
    for (let n = 0; n < statementsAtMost - 1; n += 1) {
      await knex('pier').select(knex.raw(`${n} as m`));
    }
    const before = prepared.length;
    await count();
    expect(prepared).toHaveLength(before);
    await knex('pier').select(knex.raw('0 as n'));
    expect(prepared).toHaveLength(before + 1);
  });
});
