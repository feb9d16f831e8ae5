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

describe.each(ids)('two replicas on one %s', id => {
  it('give a source one turn at a time, and the other goes on when one stops', async () => {
    const database = await open(id);
    const turns: number[] = [];
    const source: PullSource = {
      kind: 'pull',
      // Ids with a colon are common: one for each broker, cluster, calendar.
      id: 'pact:payments-broker',
      title: 'Pact',
      pull: async () => {
        turns.push(performance.now());
        return ok({});
      },
    };
    const a = await startReplica(database, source);
    const b = await startReplica(database, source);
    await eventually(() => turns.length === 2);
    await a.stop();
    const alone = turns.length;
    await eventually(() => turns.length > alone);
    const gaps = turns.slice(1).map((at, nth) => at - turns[nth]);
    expect(Math.min(...gaps)).toBeGreaterThan(500);
    expect(await b.statuses.get('pact:payments-broker')).toMatchObject({
      state: 'ok',
    });
    await b.stop();
  }, 20_000);
});
