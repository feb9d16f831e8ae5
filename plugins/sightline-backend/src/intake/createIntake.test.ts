import { ok } from '@sightline/backstage-plugin-sightline-node';
import { useTestDatabases } from '../platform/__testUtils__/testDatabases';
import { unwell } from './__testUtils__/asking';
import { clueAbout, fleetOf, pulling, quick } from './__testUtils__/pulling';
import {
  createTestClock,
  startTestIntake,
} from './__testUtils__/startTestIntake';
import { ReportOrigin } from './SectionTakers';

jest.setTimeout(60_000);

const { ids, open } = useTestDatabases();

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

  it('counts as lost what could not be kept, but for those who tell it again', async () => {
    const losses = async (notKept?: () => void) => {
      let isFull = true;
      const kept: unknown[] = [];
      const intake = await startTestIntake({
        database: await open(id),
        sources: [
          {
            ...pulling(async () => ok({ clues: [clueAbout('a')] })),
            ...(notKept && { notKept }),
          },
        ],
        sections: {
          clues: async clues => {
            if (isFull) throw new Error('the disk is full');
            kept.push(...clues);
          },
        },
      });
      await intake.turn('prometheus');
      const { words } = (await intake.statuses.get('prometheus'))!;
      isFull = false;
      await intake.turn('prometheus');
      await intake.stop();
      const status = await intake.statuses.get('prometheus');
      expect(kept).toEqual([clueAbout('a')]);
      return [words, status?.losses.map(({ cause, count }) => [cause, count])];
    };
    let told = 0;
    expect(await losses(() => (told += 1))).toEqual([
      'Answers, but not completely: clues could not be kept, and will be told again: the disk is full',
      [],
    ]);
    expect(told).toBe(1);
    expect(await losses()).toEqual([
      'Answers, but not completely: clues could not be kept: the disk is full',
      [['clues could not be kept', 1]],
    ]);
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
