import {
  failed,
  ok,
  Outcome,
  PullSource,
  retry,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../platform/__testUtils__/testDatabases';
import { held, unwell } from './__testUtils__/asking';
import { clueAbout, fleetOf, pulling, quick } from './__testUtils__/pulling';
import { eventually, startTestIntake } from './__testUtils__/startTestIntake';
import { SectionTakers } from './SectionTakers';

const { open } = useTestDatabases();

describe('a round of the intake', () => {
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

  it('tells a source when it was last well, on whichever replica, and after a restart', async () => {
    const database = await open('SQLITE_3');
    const told: (number | undefined)[] = [];
    let isWell = true;
    const startReplica = () =>
      startTestIntake({
        database,
        sources: [
          pulling(async (_, { lastGood }) => {
            told.push(lastGood);
            return isWell ? ok({}) : unwell;
          }),
        ],
        sightline: { intake: quick },
      });
    const one = await startReplica();
    const before = one.clock.now();
    await one.turn('prometheus');
    await one.stop();
    const after = one.clock.now();
    const other = await startReplica();
    isWell = false;
    await other.turn('prometheus');
    await other.turn('prometheus');
    await other.stop();
    const [first, second, third] = told;
    expect([first, third]).toEqual([undefined, second]);
    expect(second).toBeGreaterThanOrEqual(before);
    expect(second).toBeLessThanOrEqual(after);
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

  it('asks a source that did not answer again before its turn, and not after a good answer', async () => {
    const answers: Outcome<SourceReport>[] = [unwell, unwell, ok({})];
    let asked = 0;
    const intake = await start(async () => answers[asked++]);
    jest.useFakeTimers({ doNotFake: ['performance', 'Date', 'setImmediate'] });
    try {
      const again = async (seconds: number) => {
        await jest.advanceTimersByTimeAsync(seconds * 1000);
        return intake.triggered.length;
      };
      await intake.turn('prometheus');
      expect([await again(4.9), await again(0.2)]).toEqual([0, 1]);
      await intake.turn('prometheus');
      expect([await again(9.8), await again(0.4)]).toEqual([1, 2]);
      await intake.turn('prometheus');
      expect([asked, await again(300)]).toEqual([3, 2]);
      expect(new Set(intake.triggered)).toEqual(
        new Set(['sightline-source-prometheus']),
      );
    } finally {
      jest.useRealTimers();
    }
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

  it('asks anew after a round that is under way, and to the end, however slow', async () => {
    const source = held();
    const intake = await start((services, context) =>
      source.ask({ key: '', services }, context),
    );
    const first = intake.refresh('prometheus');
    await eventually(() => source.waiting() === 1);
    let isOver = false;
    const anew = intake.askAnew('prometheus').then(() => {
      isOver = true;
    });
    source.answer(ok({}));
    await first;
    // The one that was under way may not know what has happened since it began.
    await eventually(() => source.waiting() === 1);
    expect(isOver).toBe(false);
    source.answer(ok({}));
    await anew;
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
