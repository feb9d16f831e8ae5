import { DefaultSchedulerService } from '@backstage/backend-defaults/scheduler';
import { mockServices } from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { ok, PullSource } from '@sightline/backstage-plugin-sightline-node';
import { Knex } from 'knex';
import { useTestDatabases } from '../platform/__testUtils__/testDatabases';
import { createIntake } from './createIntake';
import { eventually } from './__testUtils__/startTestIntake';

const { ids, open } = useTestDatabases();

/** A replica with Backstage's real scheduler. */
const startReplica = async (database: Knex, source: PullSource) => {
  const endings: (() => void | Promise<void>)[] = [];
  const scheduler = DefaultSchedulerService.create({
    database: { getClient: async () => database },
    logger: mockServices.logger.mock(),
    metrics: metricsServiceMock.mock(),
    rootLifecycle: mockServices.rootLifecycle.mock({
      addShutdownHook: hook => endings.push(hook),
    }),
    httpRouter: mockServices.httpRouter.mock(),
    pluginMetadata: { getId: () => 'sightline' },
  });
  const intake = createIntake({
    sources: [source],
    config: new ConfigReader({
      sightline: { intake: { every: '1s', spread: '0s' } },
    }),
    database,
    scheduler,
    clock: Date.now,
    logger: mockServices.logger.mock(),
    sections: {},
    services: async function* none() {},
  });
  await intake.start();
  return {
    statuses: intake.statuses,
    stop: async () => {
      await intake.stop();
      await Promise.all(endings.map(end => end()));
    },
  };
};

/** How often somebody looked for work in the scheduler's table. */
const watchScheduler = (database: Knex) => {
  let looks = 0;
  database.on('query', ({ sql }: { sql: string }) => {
    if (sql.startsWith('select') && sql.includes('backend_tasks')) looks += 1;
  });
  return () => looks;
};

describe.each(ids)('two replicas on one %s', id => {
  it('give a source one turn at a time, and the other goes on when one stops', async () => {
    const database = await open(id);
    const looks = watchScheduler(database);
    const seen = { turns: 0, underWay: 0, mostAtOnce: 0 };
    let isAlone = false;
    const source: PullSource = {
      kind: 'pull',
      // Ids with a colon are common: one for each broker, cluster, calendar.
      id: 'pact:payments-broker',
      title: 'Pact',
      async pull() {
        seen.turns += 1;
        seen.underWay += 1;
        seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.underWay);
        // Whose turn it is does not look for work: these looks are the other's.
        const before = looks();
        await eventually(() => isAlone || looks() >= before + 2);
        seen.underWay -= 1;
        return ok({});
      },
    };
    const a = await startReplica(database, source);
    const b = await startReplica(database, source);
    await eventually(() => seen.turns === 3);
    isAlone = true;
    await a.stop();
    const before = seen.turns;
    await eventually(() => seen.turns > before);
    await eventually(() => seen.underWay === 0);
    expect(seen.mostAtOnce).toBe(1);
    expect(await b.statuses.get('pact:payments-broker')).toMatchObject({
      state: 'ok',
    });
    await b.stop();
  }, 60_000);
});
