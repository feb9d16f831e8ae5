import { failed, retry } from '@sightline/backstage-plugin-sightline-node';
import { ref } from '../../../__testUtils__/harbour';
import { startSightline } from '../../../__testUtils__/startSightline';
import { eventually } from '../../../intake/__testUtils__/startTestIntake';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { fakeIndicatorSource } from '../__testUtils__/FakeIndicatorSource';

jest.setTimeout(60_000);

const { open } = useTestDatabases();

const away = retry({
  kind: 'connection-refused',
  words: 'prometheus.example refused the connection',
});
const forbidden = failed({
  kind: 'not-authorised',
  words: 'prometheus.example answered 401',
});

const source = 'slo:prometheus:main';

/** One T0 service and two T1 ones, of which the fake says what a test says. */
const world = async ({ timeout = '20s' } = {}) => {
  const prometheus = fakeIndicatorSource();
  const sightline = await startSightline({
    database: await open('SQLITE_3'),
    indicatorSources: [prometheus.source],
    config: {
      slo: {
        templates: [{ preset: 'http' }],
        tiers: {
          T0: { latency: false },
          T1: { latency: false },
          none: { availability: false, latency: false },
        },
      },
      sources: {
        [source]: { freshFor: '60s', timeout, retry: { attempts: 1 } },
      },
    },
  });
  const list = async () => (await sightline.get('/v1/objectives')).body;
  const byName = async () => {
    const { items } = await list();
    return Object.fromEntries(
      items.map(({ service, state, stale, unknown }: any) => [
        service.ref.split('/')[1],
        [
          state,
          ...(unknown ? [unknown.reason] : []),
          ...(stale ? ['stale'] : []),
        ],
      ]),
    );
  };
  /** the system answers nothing, or nothing about some */
  const { tell, ail, silence, stall } = prometheus;
  tell(ref('payments'), { errors: 0.0001 });
  tell(ref('ledger'), { errors: 0.0001 });
  tell(ref('fraud'), { errors: 0.2 });
  const begin = async () => {
    await sightline.sweep();
    await eventually(async () => (await list()).of === 3);
    await sightline.turn(source);
  };
  return { ...sightline, list, byName, tell, ail, silence, stall, begin };
};

describe('an objective', () => {
  it.each([
    ['away', away],
    ['closed to us', forbidden],
  ])(
    'whose source is %s from the beginning is unknown, for that reason',
    async (_title, outcome) => {
      const { begin, ail, byName } = await world();
      ail(outcome);
      await begin();
      const why = ['unknown', 'source-unavailable'];
      await eventually(
        async () => (await byName()).payments[1] === 'source-unavailable',
      );
      expect(await byName()).toEqual({
        payments: why,
        ledger: why,
        fraud: why,
      });
    },
  );

  it('stands as it stood while its source is away, and nobody is told of a change', async () => {
    const { begin, ail, byName, turn, list } = await world();
    await begin();
    await eventually(async () => (await byName()).fraud[0] === 'page');
    ail(away);
    await turn(source);
    expect(await byName()).toEqual({
      ...{ payments: ['met'], ledger: ['met'], fraud: ['page'] },
    });
    expect((await list()).items[0].evidence.source).toBe(source);
  });

  it('that a partial answer leaves out keeps what was known, the others go on', async () => {
    const { begin, silence, tell, byName, turn, get } = await world();
    await begin();
    await eventually(async () => (await byName()).fraud[0] === 'page');
    silence([ref('fraud')], 'half of the stores did not answer');
    tell(ref('fraud'), { errors: 0 });
    tell(ref('ledger'), { errors: 0.3 });
    await turn(source);
    expect(await byName()).toEqual({
      ...{ payments: ['met'], ledger: ['page'], fraud: ['page'] },
    });
    const { body } = await get('/v1/sources');
    expect(body.items.find(({ id }: any) => id === source)).toMatchObject({
      state: 'partial',
      words: expect.stringContaining('half of the stores did not answer'),
    });
  });

  it('whose series are gone is unknown and no longer met', async () => {
    const { begin, tell, byName, turn } = await world();
    await begin();
    await eventually(async () => (await byName()).payments[0] === 'met');
    tell(ref('payments'), { what: 'no-data', detail: 'the series is gone' });
    await turn(source);
    expect((await byName()).payments).toEqual(['unknown', 'no-data']);
  });

  it('whose source never comes to an end is unknown, and says how long was waited', async () => {
    const { begin, stall, byName, list } = await world({ timeout: '200ms' });
    stall();
    await begin();
    await eventually(
      async () => (await byName()).payments[1] === 'source-unavailable',
    );
    const { states, items } = await list();
    expect(states).toEqual({
      ...{ page: 0, ticket: 0, exhausted: 0, unknown: 3, met: 0 },
    });
    expect(items[0]).toMatchObject({
      words: expect.stringContaining('No answer within'),
      unknown: { detail: expect.stringContaining('No answer within') },
    });
  });

  it('asked of the wrong tenant has no data, and the source says where to look', async () => {
    const { begin, tell, silence, byName, list, get } = await world();
    const words = 'Prometheus has no figures of payments';
    const nothing = `${words}. No series has {service_name="payments"}`;
    for (const name of ['payments', 'ledger', 'fraud']) {
      tell(ref(name), { what: 'no-data', detail: nothing });
    }
    const note = 'There are no data of any of 3 objectives: is it the tenant?';
    silence([], note);
    await begin();
    await eventually(
      async () => (await list()).items[0].unknown.detail === nothing,
    );
    const none = ['unknown', 'no-data'];
    expect(await byName()).toEqual({
      ...{ payments: none, ledger: none, fraud: none },
    });
    expect((await list()).items[0].words).toBe(words);
    const { body } = await get('/v1/sources');
    expect(body.items.find(({ id }: any) => id === source)).toMatchObject({
      ...{ state: 'partial', words: expect.stringContaining(note) },
    });
  });

  it('that nothing can measure says so', async () => {
    const { get, sweep } = await startSightline({
      database: await open('SQLITE_3'),
      config: { slo: { calls: { enabled: false } } },
    });
    await sweep();
    const { body } = await get('/v1/objectives');
    expect(body.items).toEqual([]);
  });

  it('of its own calls is unknown until traces come', async () => {
    const { get, sweep } = await startSightline({
      database: await open('SQLITE_3'),
    });
    await sweep();
    const payments = async () =>
      (await get(`/v1/objectives?service=${ref('payments')}`)).body.items[0];
    await eventually(async () => (await payments())?.objective !== undefined);
    expect(await payments()).toMatchObject({
      objective: { measuredBy: 'calls' },
      state: 'unknown',
      unknown: { reason: 'no-data' },
    });
  });
});
