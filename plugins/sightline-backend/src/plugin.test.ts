import { useTestDatabases } from './platform/__testUtils__/testDatabases';
import { startSightline } from './__testUtils__/startSightline';

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
});
