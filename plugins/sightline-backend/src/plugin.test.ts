import {
  FactProvider,
  ok,
  PullSource,
} from '@sightline/backstage-plugin-sightline-node';
import { startSightline } from './__testUtils__/startSightline';
import { eventually } from './intake/__testUtils__/startTestIntake';
import { useTestDatabases } from './platform/__testUtils__/testDatabases';
import { spec } from './schema/openapi/generated';

const { open } = useTestDatabases();

describe('sightlinePlugin', () => {
  it('is healthy at once, and ready only after it has read the catalog', async () => {
    const { get, sweep } = await startSightline({
      database: await open('SQLITE_3'),
    });
    const database = {
      name: 'database',
      ok: true,
      words: 'The database answers',
    };

    const health = await get('/v1/health', { as: 'nobody' });
    expect([health.status, health.body]).toEqual([200, { status: 'ok' }]);
    const before = await get('/v1/readiness', { as: 'nobody' });
    expect([before.status, before.body]).toEqual([
      503,
      {
        ready: false,
        checks: [
          database,
          {
            name: 'catalog mirror',
            ok: false,
            words: 'The catalog has not been read completely yet',
          },
        ],
      },
    ]);

    await sweep();

    const after = await get('/v1/readiness', { as: 'nobody' });
    expect([after.status, after.body]).toEqual([
      200,
      {
        ready: true,
        checks: [
          database,
          {
            name: 'catalog mirror',
            ok: true,
            words: 'The catalog has been mirrored',
          },
        ],
      },
    ]);
  });

  it('serves the document its answers are held against', async () => {
    const { send } = await startSightline({ database: await open('SQLITE_3') });

    const { status, body } = await send('get', '/openapi.json');

    expect([status, body.info, Object.keys(body.paths)]).toEqual([
      200,
      spec.info,
      Object.keys(spec.paths).map(path => `/api/sightline${path}`),
    ]);
  });

  it('takes turns with every source, at its own pace, once across replicas', async () => {
    const { tasks } = await startSightline({
      database: await open('SQLITE_3'),
      sources: [
        {
          ...silent('sonar'),
          defaults: { every: { minutes: 5 }, timeout: { seconds: 20 } },
        },
      ],
    });

    expect(
      [...tasks.values()].map(({ id, scope, frequency }) => ({
        id,
        scope,
        frequency,
      })),
    ).toEqual([
      {
        id: 'sightline-source-catalog',
        scope: 'global',
        frequency: { milliseconds: 8_000 },
      },
      {
        id: 'sightline-source-sonar',
        scope: 'global',
        frequency: { milliseconds: 300_000 },
      },
      {
        id: 'sightline-source-slo:calls',
        scope: 'global',
        frequency: { milliseconds: 60_000 },
      },
    ]);
  });

  it('does not start with a source that takes the name of another', async () => {
    await expect(
      startSightline({
        database: await open('SQLITE_3'),
        sources: [silent('catalog')],
      }),
    ).rejects.toThrow("Two sources are called 'catalog'");
  });

  it('does not start with settings it cannot read, and names key and value', async () => {
    await expect(
      startSightline({
        database: await open('SQLITE_3'),
        config: { services: { namesPerSource: 0 } },
      }),
    ).rejects.toThrow(
      'sightline.services.namesPerSource must be a whole number above 0, not 0',
    );
  });

  it('ends what is under way when the backend stops, and waits for it', async () => {
    const asked: string[] = [];
    const ended: string[] = [];
    /** Answers only once it is told to give up. */
    const untilAborted = (who: string, signal: AbortSignal) => {
      asked.push(who);
      return new Promise<void>(resolve => {
        signal.addEventListener('abort', () => {
          ended.push(who);
          resolve();
        });
      });
    };
    const slow: PullSource = {
      ...silent('slow'),
      pull: async (_services, { signal }) => {
        await untilAborted('source', signal);
        return ok({});
      },
    };
    const facts: FactProvider = {
      definitions: [],
      read: async (_refs, { signal }) => {
        await untilAborted('facts', signal);
        return new Map();
      },
    };
    const database = await open('SQLITE_3');
    const before = await startSightline({ database });
    await before.sweep();
    await before.backend.stop();
    await database('services_state').update({ provided_at: null });

    const { backend, turn, tasks } = await startSightline({
      database,
      sources: [slow],
      factProviders: [facts],
    });
    const underWay = turn('slow');
    await eventually(() => asked.length === 2);

    await backend.stop();
    await underWay;

    expect(ended.sort()).toEqual(['facts', 'source']);
    expect([...tasks.values()].map(({ signal }) => signal?.aborted)).toEqual([
      ...[true, true, true],
    ]);
  });
});

const silent = (id: string): PullSource => ({
  kind: 'pull',
  id,
  title: id,
  pull: async () => ok({}),
});
