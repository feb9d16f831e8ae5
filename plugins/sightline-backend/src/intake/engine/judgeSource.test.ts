import { sourceStates } from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { JudgedBy, judgeSource, KeptSource } from './judgeSource';

const now = Date.parse('2026-11-21T12:00:00Z');
const seconds = 1000;
const minutes = 60 * seconds;

const pull: JudgedBy = {
  kind: 'pull',
  enabled: true,
  every: minutes,
  freshFor: 5 * minutes,
};

const never: KeptSource = {
  consecutiveFailures: 0,
  questions: 0,
  questionsFailed: 0,
  notes: [],
  circuit: { failures: 0 },
};

const well: KeptSource = {
  ...never,
  lastAttemptAt: now - 20 * seconds,
  lastSuccessAt: now - 20 * seconds,
  lastOutcome: 'ok',
  questions: 40,
};

const refused = {
  kind: 'connection-refused' as const,
  words: 'prom.example refused the connection',
};

const failing: KeptSource = {
  ...well,
  lastAttemptAt: now - 10 * seconds,
  lastSuccessAt: now - 2 * minutes,
  lastOutcome: 'retry',
  consecutiveFailures: 2,
  fault: refused,
};

const open = {
  failures: 5,
  open: { since: now - 20 * seconds, lasts: minutes },
};

describe('judgeSource', () => {
  it.each<[string, KeptSource, JudgedBy, ReturnType<typeof judgeSource>]>([
    [
      'switched off',
      well,
      { ...pull, enabled: false },
      { state: 'disabled', words: 'Switched off in app-config' },
    ],
    [
      'never asked',
      never,
      pull,
      {
        state: 'starting',
        words: 'Waits for its first turn',
        nextAttemptAt: now + minutes,
      },
    ],
    [
      'a stream that has not spoken yet',
      { ...never, lastAttemptAt: now - seconds },
      { kind: 'watch', enabled: true, freshFor: minutes },
      { state: 'starting', words: 'Waits for its stream to open' },
    ],
    [
      'well',
      well,
      pull,
      {
        state: 'ok',
        words: 'Answered 20 seconds ago',
        nextAttemptAt: now + 40 * seconds,
      },
    ],
    [
      'some batches failed',
      {
        ...well,
        lastOutcome: 'partial',
        questionsFailed: 3,
        fault: {
          kind: 'rate-limited',
          words:
            'prometheus.example answered 429 (too many requests) to GET /api/v1/query and asked to wait 30 s',
        },
      },
      pull,
      {
        state: 'partial',
        words:
          'Answers, 3 of 40 batches failed: prometheus.example answered 429 (too many requests) to GET /api/v1/query and asked to wait 30 s',
        nextAttemptAt: now + 40 * seconds,
      },
    ],
    [
      'some of what it was told could not be kept',
      {
        ...well,
        lastOutcome: 'partial',
        questionsFailed: 3,
        fault: { kind: 'crashed', words: 'the disk is full' },
      },
      { kind: 'push', enabled: true, freshFor: 5 * minutes },
      {
        state: 'partial',
        words: 'Speaks, 3 of 40 reports could not be kept: the disk is full',
      },
    ],
    [
      'the source itself says what is missing',
      {
        ...well,
        lastOutcome: 'partial',
        notes: ['no metrics of cluster-2', 'label app is missing'],
      },
      pull,
      {
        state: 'partial',
        words:
          'Answers, but not completely: no metrics of cluster-2; label app is missing',
        nextAttemptAt: now + 40 * seconds,
      },
    ],
    [
      'failing, and the last good answer is still fresh',
      failing,
      pull,
      {
        state: 'failing',
        words:
          'The last 2 tries failed: prom.example refused the connection. What it said 2 minutes ago still stands',
        nextAttemptAt: now,
      },
    ],
    [
      'failing just now, and asked again before its turn',
      { ...failing, lastAttemptAt: now - 2 * seconds, consecutiveFailures: 3 },
      pull,
      {
        state: 'failing',
        words:
          'The last 3 tries failed: prom.example refused the connection. What it said 2 minutes ago still stands',
        nextAttemptAt: now + 18 * seconds,
      },
    ],
    [
      'failing from the beginning',
      { ...failing, consecutiveFailures: 1, lastSuccessAt: undefined },
      pull,
      {
        state: 'failing',
        words:
          'The last try failed: prom.example refused the connection. It has never answered',
        nextAttemptAt: now,
      },
    ],
    [
      'left alone',
      { ...failing, consecutiveFailures: 5, circuit: open },
      pull,
      {
        state: 'paused',
        words:
          'The last 5 tries failed: prom.example refused the connection; tried again in 40 seconds. What it said 2 minutes ago still stands',
        nextAttemptAt: now + 40 * seconds,
      },
    ],
    [
      'stale, and why',
      { ...failing, lastSuccessAt: now - 6 * minutes },
      pull,
      {
        state: 'stale',
        words:
          'Last answered 6 minutes ago, and is believed for 5 minutes. The last 2 tries failed: prom.example refused the connection',
        nextAttemptAt: now,
      },
    ],
    [
      'a quiet push source',
      { ...well, lastSuccessAt: now - 6 * minutes },
      { kind: 'push', enabled: true, freshFor: 5 * minutes },
      {
        state: 'stale',
        words:
          'It last said something 6 minutes ago, and is believed for 5 minutes',
      },
    ],
    [
      'the clock was set back by a day',
      {
        ...well,
        lastAttemptAt: now + 86_400 * seconds,
        lastSuccessAt: now + 86_400 * seconds,
      },
      pull,
      {
        state: 'ok',
        words: 'Answered under a second ago',
        nextAttemptAt: now + minutes,
      },
    ],
    [
      'the clock was set forwards by a day',
      {
        ...well,
        lastAttemptAt: now - 86_400 * seconds,
        lastSuccessAt: now - 86_400 * seconds,
      },
      pull,
      {
        state: 'stale',
        words: 'Last answered 1 day ago, and is believed for 5 minutes',
        nextAttemptAt: now,
      },
    ],
  ])('%s', (_, kept, by, expected) => {
    expect(judgeSource(kept, by, now)).toEqual(expected);
  });

  it('has an answer for whatever is kept, and never a next try in the past', () => {
    const instant = fc.option(fc.integer({ min: 0, max: 4e12 }), {
      nil: undefined,
    });
    const kept = fc.record({
      lastAttemptAt: instant,
      lastSuccessAt: instant,
      lastOutcome: fc.constantFrom(
        'ok',
        'partial',
        'retry',
        'failed',
        undefined,
      ),
      consecutiveFailures: fc.nat(1000),
      questions: fc.nat(1000),
      questionsFailed: fc.nat(1000),
      fault: fc.constantFrom(refused, undefined),
      notes: fc.array(fc.string()),
      circuit: fc.record({
        failures: fc.nat(1000),
        open: fc.option(
          fc.record({
            since: fc.integer({ min: 0, max: 4e12 }),
            lasts: fc.nat(1e9),
          }),
          { nil: undefined },
        ),
      }),
    });
    const by = fc.record({
      kind: fc.constantFrom('pull' as const, 'watch' as const, 'push' as const),
      enabled: fc.boolean(),
      every: fc.option(fc.integer({ min: 1, max: 1e9 }), { nil: undefined }),
      freshFor: fc.integer({ min: 1, max: 1e9 }),
    });
    const always = fc.check(
      fc.property(kept as fc.Arbitrary<KeptSource>, by, (given, judgedBy) => {
        const { state, words, nextAttemptAt } = judgeSource(
          given,
          judgedBy,
          now,
        );
        return (
          sourceStates.includes(state) &&
          words.length > 0 &&
          !words.includes('undefined') &&
          (nextAttemptAt === undefined || nextAttemptAt >= now)
        );
      }),
    );
    expect(always).toMatchObject({ failed: false, counterexample: null });
  });
});
