import {
  failed,
  ok,
  Outcome,
  PullSource,
  retry,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../platform/__testUtils__/testDatabases';
import { askedService, held, unwell } from './__testUtils__/asking';
import {
  createTestClock,
  eventually,
  startTestIntake,
} from './__testUtils__/startTestIntake';
import { ReportOrigin, SectionTakers } from './SectionTakers';

const { ids, open } = useTestDatabases();

const pulling = (
  pull: PullSource['pull'],
  defaults: PullSource['defaults'] = {},
): PullSource => ({
  kind: 'pull',
  id: 'prometheus',
  title: 'Prometheus',
  defaults,
  pull,
});

const fleetOf = (size: number) =>
  Array.from({ length: size }, (_, nth) => askedService(`s${nth}`));

const clueAbout = (service: string) => ({
  service,
  kind: 'host',
  value: service,
});

const quick = { retry: { attempts: 1 } };

describe.each(ids)('createIntake on %s', id => {
  it('asks on schedule, hands every section to its feature, and shows how it went', async () => {
    const taken: [unknown, Omit<ReportOrigin, 'lost'>][] = [];
    const intake = await startTestIntake({
      database: await open(id),
      sources: [
        pulling(async (services, context) => {
          context.countCall();
          return ok({ clues: [clueAbout(services[0].ref)] });
        }),
      ],
      fleet: fleetOf(3),
      sections: {
        clues: async (clues, { lost: _, ...from }) => {
          taken.push([clues, from]);
        },
      },
    });
    expect(await intake.statuses.get('prometheus')).toMatchObject({
      state: 'starting',
      totals: { runs: 0 },
    });
    await intake.turn('prometheus');
    await intake.stop();

    const status = await intake.statuses.get('prometheus');
    const { lastAttemptAt, lastSuccessAt, nextAttemptAt, ...still } = status!;
    expect(taken).toEqual([
      [
        [clueAbout('component:default/s0')],
        {
          source: 'prometheus',
          observedAt: expect.any(Number),
          freshFor: 180_000,
        },
      ],
    ]);
    expect(still).toEqual({
      id: 'prometheus',
      title: 'Prometheus',
      kind: 'pull',
      state: 'ok',
      words: 'Answered under a second ago',
      every: 60_000,
      freshFor: 180_000,
      consecutiveFailures: 0,
      totals: { runs: 1, failures: 0, calls: 1, took: expect.any(Number) },
      losses: [],
      coverage: { services: 1, of: 3 },
      recentRuns: [
        {
          startedAt: lastAttemptAt,
          took: expect.any(Number),
          outcome: 'ok',
          calls: 1,
          notes: [],
        },
      ],
    });
    expect(await intake.statuses.get('zipkin')).toBeUndefined();
  });

  it('shares what it knows, and the circuit, among replicas', async () => {
    const database = await open(id);
    const clock = createTestClock();
    let asked = 0;
    const source = pulling(async () => {
      asked += 1;
      return unwell;
    });
    const replica = () =>
      startTestIntake({
        database,
        clock,
        sources: [source],
        sightline: { intake: { ...quick, circuit: { failures: 2 } } },
      });
    const [a, b] = [await replica(), await replica()];
    await a.turn('prometheus');
    await b.turn('prometheus');
    await a.turn('prometheus');
    await b.turn('prometheus');
    expect(asked).toBe(2);
    expect((await a.statuses.list())[0]).toMatchObject({
      state: 'paused',
      consecutiveFailures: 2,
      words:
        'The last 2 tries failed: prom.example answered 500; tried again in 1 minute. It has never answered',
    });
    expect(await a.statuses.list()).toEqual(await b.statuses.list());
    clock.jump(61_000);
    await b.turn('prometheus');
    expect(asked).toBe(3);
    await Promise.all([a.stop(), b.stop()]);
  });

  it('counts what no feature takes, and says what a feature could not keep', async () => {
    const intake = await startTestIntake({
      database: await open(id),
      sources: [
        pulling(async () =>
          ok({ clues: [clueAbout('a'), clueAbout('b')], names: [], facts: [] }),
        ),
      ],
      sections: {
        names: async () => {
          throw new Error('the disk is full');
        },
        facts: async (_, from) => from.lost('facts nobody defined', 3),
      },
    });
    await intake.turn('prometheus');
    await intake.stop();
    const status = await intake.statuses.get('prometheus');
    expect(status?.words).toBe(
      'Answers, but not completely: names could not be kept: the disk is full',
    );
    expect(status?.losses.map(({ cause, count }) => [cause, count])).toEqual([
      ['facts nobody defined', 3],
      ['no feature takes clues', 2],
    ]);
  });
});

describe('createIntake', () => {
  const start = async (
    pull: PullSource['pull'],
    more: {
      defaults?: PullSource['defaults'];
      fleet?: number;
      intake?: object;
      sections?: SectionTakers;
    } = {},
  ) =>
    startTestIntake({
      database: await open('SQLITE_3'),
      sources: [pulling(pull, more.defaults)],
      fleet: fleetOf(more.fleet ?? 1),
      sections: more.sections,
      sightline: { intake: { ...quick, ...more.intake } },
    });

  it('asks in batches, as many at a time as it may, and names what failed', async () => {
    let now = 0;
    let most = 0;
    let asked = 0;
    const intake = await start(
      async services => {
        asked += 1;
        const nth = asked;
        now += 1;
        most = Math.max(most, now);
        await new Promise(resolve => setImmediate(resolve));
        now -= 1;
        return nth % 4 === 0
          ? unwell
          : ok({ clues: services.map(({ ref }) => clueAbout(ref)) });
      },
      {
        defaults: { batch: 100, concurrency: 3 },
        fleet: 1150,
        sections: { clues: async () => {} },
      },
    );
    await intake.turn('prometheus');
    await intake.stop();
    expect([asked, most]).toEqual([12, 3]);
    expect(await intake.statuses.get('prometheus')).toMatchObject({
      state: 'partial',
      words: 'Answers, 3 of 12 batches failed: prom.example answered 500',
    });
  });

  it('asks a source without batches once, about everything, even when there is nothing', async () => {
    const sizes: number[] = [];
    for (const fleet of [0, 1234]) {
      const intake = await start(
        async services => {
          sizes.push(services.length);
          return ok({});
        },
        { fleet },
      );
      await intake.turn('prometheus');
      await intake.stop();
    }
    expect(sizes).toEqual([0, 1234]);
  });

  it('does not read the fleet for a source that asks about no service', async () => {
    const asked: unknown[] = [];
    const source = pulling(
      async services => {
        asked.push(services);
        return ok({});
      },
      { batch: 10 },
    );
    const intake = await startTestIntake({
      database: await open('SQLITE_3'),
      sources: [{ ...source, wantsServices: false }],
      fleet: fleetOf(100),
    });
    await intake.turn('prometheus');
    await intake.stop();
    expect(asked).toEqual([[]]);
  });

  it('ends a round where the circuit opens, and says what is missing', async () => {
    let asked = 0;
    const intake = await start(
      async () => {
        asked += 1;
        return unwell;
      },
      {
        defaults: { batch: 1, concurrency: 1 },
        fleet: 50,
        intake: { circuit: { failures: 3 } },
      },
    );
    await intake.turn('prometheus');
    expect(asked).toBe(3);
    const [run] = (await intake.statuses.get('prometheus'))!.recentRuns;
    expect(run).toMatchObject({
      outcome: 'retry',
      fault: { words: 'prom.example answered 500' },
      notes: ['The remaining services were not asked about'],
    });
    await intake.stop();
  });

  it('leaves a source alone for as long as it asks to, unless a person asks', async () => {
    const answers: Outcome<SourceReport>[] = [
      retry({ kind: 'rate-limited', words: 'prom.example: wait' }, 80_000),
      ok({}),
    ];
    let asked = 0;
    const intake = await start(async () => answers[asked++]);
    await intake.turn('prometheus');
    await intake.turn('prometheus');
    expect(asked).toBe(1);
    expect(await intake.statuses.get('prometheus')).toMatchObject({
      state: 'paused',
      words:
        'The last try failed: prom.example: wait; tried again in 1 minute. It has never answered',
    });
    const run = await intake.refresh('prometheus');
    expect([run.outcome, asked]).toEqual(['ok', 2]);
    await intake.stop();
  });

  it('refreshes once for all who ask, not again right after a failure, and keeps nobody waiting', async () => {
    const source = held();
    let asked = 0;
    const intake = await start((services, context) => {
      asked += 1;
      return source.ask({ key: '', services }, context);
    });
    const both = [intake.refresh('prometheus'), intake.refresh('prometheus')];
    await eventually(() => source.waiting() === 1);
    source.answer(failed({ kind: 'not-authorised', words: 'no' }));
    const [one, two] = await Promise.all(both);
    expect(one).toEqual(two);
    expect(await intake.refresh('prometheus')).toEqual(one);
    expect(asked).toBe(1);

    intake.clock.jump(11_000);
    expect(await intake.refresh('prometheus')).toEqual(one);
    expect(source.waiting()).toBe(1);
    source.answer(ok({}));
    await eventually(
      async () =>
        (await intake.statuses.get('prometheus'))?.recentRuns.length === 2,
    );
    await intake.stop();
  });

  it('refuses to refresh what does not exist and what is switched off', async () => {
    const intake = await startTestIntake({
      database: await open('SQLITE_3'),
      sources: [pulling(async () => ok({}))],
      sightline: { sources: { prometheus: { enabled: false } } },
    });
    await expect(intake.refresh('zipkin')).rejects.toThrow(
      "There is no source 'zipkin'",
    );
    await expect(intake.refresh('prometheus')).rejects.toThrow(
      "Source 'prometheus' is not asked: it is switched off, or speaks up by itself",
    );
    expect(intake.tasks.size).toBe(0);
    expect(await intake.statuses.get('prometheus')).toMatchObject({
      state: 'disabled',
      words: 'Switched off in app-config',
    });
    await intake.stop();
  });

  it('counts answers that come when nobody waits any more', async () => {
    const source = held();
    const intake = await start(
      (services, context) => source.ask({ key: '', services }, context),
      { defaults: { timeout: { milliseconds: 100 } } },
    );
    await intake.turn('prometheus');
    source.answer(ok({ clues: [] }));
    await eventually(
      async () =>
        (await intake.statuses.get('prometheus'))!.losses.length === 1,
    );
    const status = await intake.statuses.get('prometheus');
    expect(status?.losses[0]).toMatchObject({
      cause: 'answers that came after the deadline',
      count: 1,
    });
    await intake.stop();
  });

  it('schedules every source globally, with its own first moment and enough time', async () => {
    const intake = await start(async () => ok({}), {
      defaults: { every: { minutes: 5 }, timeout: { seconds: 10 } },
    });
    const { fn, signal, ...task } = intake.tasks.get(
      'sightline-source-prometheus',
    )!;
    expect(task).toEqual({
      id: 'sightline-source-prometheus',
      scope: 'global',
      frequency: { milliseconds: 300_000 },
      timeout: { milliseconds: 315_000 },
      initialDelay: { milliseconds: expect.any(Number) },
    });
    expect(signal?.aborted).toBe(false);
    await intake.stop();
    expect(signal?.aborted).toBe(true);
  });

  it('stops in the middle of a round, holds it against nobody, and leaves no timer behind', async () => {
    const timers = () =>
      process.getActiveResourcesInfo().filter(name => name === 'Timeout');
    const source = held();
    const options = {
      database: await open('SQLITE_3'),
      sources: [
        pulling((services, context) =>
          source.ask({ key: '', services }, context),
        ),
      ],
    };
    // The database's own timers are there from its first use on.
    await (await startTestIntake(options)).stop();
    const before = timers();
    const intake = await startTestIntake(options);
    const turn = intake.turn('prometheus');
    await eventually(() => source.waiting() === 1);
    await intake.stop();
    await turn;
    expect(timers()).toEqual(before);
    expect((await intake.statuses.get('prometheus'))?.recentRuns).toEqual([]);
  });

  it('refuses two sources of one name', async () => {
    await expect(
      startTestIntake({
        database: await open('SQLITE_3'),
        sources: [pulling(async () => ok({})), pulling(async () => ok({}))],
      }),
    ).rejects.toThrow("Two sources are called 'prometheus'");
  });
});
