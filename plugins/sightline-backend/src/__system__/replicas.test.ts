import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Knex, knex as createKnex } from 'knex';
import { Replica, spawnReplica, until } from './__testUtils__/spawnReplica';

const postgres = process.env.SIGHTLINE_TEST_POSTGRES;
const onPostgres = postgres ? describe : describe.skip;

jest.setTimeout(180_000);

const title = 'two replicas on one PostgreSQL';

onPostgres(postgres ? title : `${title} (none was found)`, () => {
  const prefix = `replicas_${process.pid}_`;
  const log = join(mkdtempSync(join(tmpdir(), 'replicas-')), 'attendance');
  const env = {
    REPLICA_DATABASE: postgres!,
    REPLICA_PREFIX: prefix,
    REPLICA_LOG: log,
  };
  let replicas: Replica[] = [];

  const attendance = (): { pid: number; at: number }[] => {
    try {
      return readFileSync(log, 'utf8')
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
    } catch {
      return [];
    }
  };

  beforeAll(async () => {
    replicas = [await spawnReplica(env), await spawnReplica(env)];
  });

  afterAll(async () => {
    await Promise.all(replicas.map(replica => replica.kill()));
    await dropDatabases(postgres!, prefix);
  });

  it('ask each source once a turn, not once a replica', async () => {
    const begun = Date.now();
    await until('ten turns have passed', () => attendance().length >= 10);

    const seconds = (Date.now() - begun) / 1000 + 60;
    const turns = attendance();
    // Every second once; two replicas asking on their own would ask twice.
    expect(turns.length).toBeLessThanOrEqual(seconds + 1);
    const gaps = turns.slice(1).map(({ at }, n) => at - turns[n].at);
    expect(Math.min(...gaps)).toBeGreaterThan(500);
  });

  it('serve the same data', async () => {
    const [one, other] = await Promise.all(
      replicas.map(replica => replica.get('/v1/services?sort=name')),
    );
    expect(one).toEqual(other);
    expect(one.items.map(({ name }: { name: string }) => name)).toEqual([
      'fraud',
      'ledger',
      'payments',
    ]);
  });

  it('lose nothing when one of them is killed', async () => {
    const [victim, survivor] = replicas;
    const before = await survivor.get('/v1/services?sort=name');
    await victim.kill();
    const turnsBefore = attendance().length;

    await until(
      'the survivor has taken over the turns',
      () => attendance().length > turnsBefore + 2,
    );

    const after = await survivor.get('/v1/services?sort=name');
    const rows = (page: typeof before) =>
      page.items.map(({ evidence: _age, ...row }: any) => row);
    expect(rows(after)).toEqual(rows(before));
    expect(
      new Set(
        attendance()
          .slice(turnsBefore)
          .map(({ pid }) => pid),
      ),
    ).toEqual(new Set([survivor.pid]));
  });
});

const dropDatabases = async (connection: string, prefix: string) => {
  const knex: Knex = createKnex({ client: 'pg', connection });
  const { rows } = await knex.raw(
    'select datname from pg_database where datname like ?',
    [`${prefix}%`],
  );
  for (const { datname } of rows) {
    await knex.raw('drop database if exists ?? with (force)', [datname]);
  }
  await knex.destroy();
};
