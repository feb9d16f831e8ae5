import {
  askJson,
  ok,
  PullSource,
  SourceReport,
} from '@sightline/backstage-plugin-sightline-node';
import {
  FakeWorld,
  startEndlessWorld,
  startFakeWorld,
  startUntrustedWorld,
  WorldMood,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { useTestDatabases } from '../platform/__testUtils__/testDatabases';
import {
  createTestClock,
  startTestIntake,
} from './__testUtils__/startTestIntake';
import { SectionTakers } from './SectionTakers';

const { open } = useTestDatabases();

const minutes = 60_000;

let world: FakeWorld;
let gone: FakeWorld;
let endless: Awaited<ReturnType<typeof startEndlessWorld>>;
let untrusted: Awaited<ReturnType<typeof startUntrustedWorld>>;

beforeAll(async () => {
  const clue = (value: string) => ({
    service: 'component:default/payments',
    kind: 'host',
    value,
  });
  world = await startFakeWorld({ answer: () => ({ body: [clue('pay-1')] }) });
  gone = await startFakeWorld({ answer: () => ({}) });
  await gone.stop();
  endless = await startEndlessWorld();
  untrusted = await startUntrustedWorld();
});
afterAll(() => Promise.all([world.stop(), endless.stop(), untrusted.stop()]));

type Fault = {
  mood?: WorldMood;
  url?: () => string;
  timeout?: string;
  kind: string;
  words: RegExp;
};

const faults: [string, Fault][] = [
  [
    'hangs',
    {
      mood: 'hangs',
      timeout: '600ms',
      kind: 'timeout',
      words:
        /^127.0.0.1:\d+ had not answered GET \/clues after 0.\d s, when waiting for it was given up$/,
    },
  ],
  [
    'tears the connection',
    {
      mood: 'resets',
      kind: 'connection-reset',
      words:
        /^127.0.0.1:\d+ closed the connection before its answer was complete \(GET \/clues\)$/,
    },
  ],
  [
    'answers 500',
    {
      mood: { answers: { status: 500 } },
      kind: 'server-error',
      words: /^127.0.0.1:\d+ answered 500 \(internal error\) to GET \/clues$/,
    },
  ],
  [
    'answers 429 and asks to wait',
    {
      mood: { answers: { status: 429, headers: { 'retry-after': '30' } } },
      kind: 'rate-limited',
      words:
        /answered 429 \(too many requests\) to GET \/clues and asked to wait 30 s$/,
    },
  ],
  [
    'answers with an HTML page',
    {
      mood: { answers: { body: '<!doctype html><h1>Sign in</h1>' } },
      kind: 'not-json',
      words:
        /answered GET \/clues with an HTML page instead of JSON: a login page or a proxy in between\?$/,
    },
  ],
  [
    'answers with half a JSON document',
    {
      mood: { answers: { body: '[{"service": "component:de' } },
      kind: 'cut-off',
      words:
        /The answer of 127.0.0.1:\d+ to GET \/clues breaks off in the middle, after 26 characters$/,
    },
  ],
  [
    'breaks off in the middle of its answer',
    {
      mood: 'breaks-off',
      kind: 'cut-off',
      words: /closed the connection before its answer was complete/,
    },
  ],
  [
    'answers with a gigabyte',
    {
      url: () => endless.url,
      kind: 'too-large',
      words:
        /answered GET \/clues with more than 32 MiB: reading was stopped there$/,
    },
  ],
  [
    'shows a certificate nobody trusts',
    {
      url: () => untrusted.url,
      kind: 'certificate',
      words: /shows a certificate that cannot be trusted: it is self-signed/,
    },
  ],
  [
    'is gone from DNS',
    {
      url: () => 'http://nothing.invalid',
      kind: 'name-not-found',
      words: /^DNS (knows no|gave no answer about) nothing.invalid/,
    },
  ],
  [
    'is not there',
    {
      url: () => gone.url,
      kind: 'connection-refused',
      words:
        /^127.0.0.1:\d+ refused the connection: is it running, and is the port right\? \(GET \/clues\)$/,
    },
  ],
];

const setUp = async (timeout = '20s') => {
  const clock = createTestClock();
  const place = { url: world.url };
  const victim: PullSource = {
    kind: 'pull',
    id: 'victim',
    title: 'Victim',
    pull: async (_, context) => {
      const answer = await askJson({
        url: `${place.url}/clues?token=${world.secret}`,
        context,
        now: clock.now,
        read: json => json as SourceReport['clues'],
      });
      return answer.outcome === 'ok' ? ok({ clues: answer.value }) : answer;
    },
  };
  const bystander: PullSource = {
    kind: 'pull',
    id: 'bystander',
    title: 'Bystander',
    pull: async () => ok({ names: [] }),
  };
  // What a feature keeps: the last good statements.
  const kept: { clues?: unknown } = {};
  const sections: SectionTakers = {
    clues: async clues => {
      kept.clues = clues;
    },
    names: async () => {},
  };
  const intake = await startTestIntake({
    database: await open('SQLITE_3'),
    sources: [victim, bystander],
    sections,
    clock,
    sightline: {
      intake: {
        every: '1m',
        freshFor: '5m',
        timeout: '3s',
        retry: { attempts: 2, first: '5ms' },
      },
      sources: { victim: { timeout } },
    },
  });
  world.feel('well');
  await intake.turn('victim');
  return { intake, place, kept, clock };
};

describe('when a source', () => {
  it.each(faults)(
    '%s, its last good answer stands until it is stale, the fault has a name, and nobody else notices',
    async (_, { mood = 'well', url, timeout, kind, words }) => {
      const { intake, place, kept } = await setUp(timeout);
      const before = kept.clues;
      expect((await intake.statuses.get('victim'))?.state).toBe('ok');

      world.feel(mood);
      place.url = url?.() ?? world.url;
      await Promise.all([intake.turn('victim'), intake.turn('bystander')]);
      expect((await intake.statuses.get('bystander'))?.state).toBe('ok');

      const sick = await intake.statuses.get('victim');
      expect(sick?.fault?.kind).toBe(kind);
      expect(sick?.fault?.words).toMatch(words);
      expect(JSON.stringify(sick)).not.toContain(world.secret);
      expect(['failing', 'paused']).toContain(sick?.state);
      expect(sick?.words).toContain(sick?.fault?.words);
      expect(kept.clues).toBe(before);

      intake.clock.jump(6 * minutes);
      const old = await intake.statuses.get('victim');
      expect(old?.state).toBe('stale');
      expect(old?.words).toContain(sick?.fault?.words);

      world.feel('well');
      place.url = world.url;
      await intake.turn('victim');
      expect((await intake.statuses.get('victim'))?.state).toBe('ok');
      await intake.stop();
    },
    20_000,
  );

  it('answers with a gigabyte, only a little of it is read', async () => {
    expect(endless.sent).toBeGreaterThan(32 * 1024 ** 2);
    expect(endless.sent).toBeLessThan(64 * 1024 ** 2);
  });

  it('keeps everybody waiting, it keeps nobody else waiting', async () => {
    const { intake } = await setUp('2s');
    world.feel('hangs');
    let over = false;
    const slow = intake.turn('victim').then(() => {
      over = true;
    });
    for (let turn = 0; turn < 5; turn++) {
      await intake.turn('bystander');
      await intake.statuses.list();
    }
    expect(over).toBe(false);
    expect((await intake.statuses.get('bystander'))?.totals.runs).toBe(5);
    await slow;
    await intake.stop();
  });
});

describe('when the clock', () => {
  it('is set forwards by a day, answers are stale until the next turn, which goes well', async () => {
    const { intake, clock } = await setUp();
    clock.jump(1440 * minutes);
    const jumped = await intake.statuses.get('victim');
    expect(jumped?.state).toBe('stale');
    expect(Date.parse(jumped!.nextAttemptAt!)).toBeLessThanOrEqual(clock.now());
    await intake.turn('victim');
    expect((await intake.statuses.get('victim'))?.state).toBe('ok');
    await intake.stop();
  });

  it('is set back by a day, nothing waits a day, and a failure is not hidden for one', async () => {
    const { intake, clock } = await setUp();
    clock.jump(-1440 * minutes);
    const jumped = await intake.statuses.get('victim');
    expect(jumped?.state).toBe('ok');
    expect(Date.parse(jumped!.nextAttemptAt!)).toBeLessThanOrEqual(
      clock.now() + minutes,
    );
    world.feel({ answers: { status: 500 } });
    await intake.turn('victim');
    clock.jump(6 * minutes);
    expect((await intake.statuses.get('victim'))?.state).toBe('stale');
    await intake.stop();
  });

  it('jumps while a question is under way, the question still ends in time', async () => {
    for (const day of [1440 * minutes, -1440 * minutes]) {
      const { intake, clock } = await setUp('600ms');
      world.feel('hangs');
      const asked = world.nextRequest();
      const turn = intake.turn('victim');
      await asked;
      clock.jump(day);
      // A deadline on the clock on the wall would end in a day, or at once.
      await turn;
      expect((await intake.statuses.get('victim'))?.fault?.kind).toBe(
        'timeout',
      );
      await intake.stop();
    }
  });
});
