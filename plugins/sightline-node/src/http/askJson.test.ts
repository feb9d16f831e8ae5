import { countingContext } from '../testUtils/contexts';
import { startEndlessWorld } from '../testUtils/EndlessWorld';
import { FakeWorld, startFakeWorld, WorldMood } from '../testUtils/FakeWorld';
import { startUntrustedWorld } from '../testUtils/UntrustedWorld';
import { askJson, askText } from './askJson';

const now = () => Date.parse('2026-11-21T02:00:00Z');

let world: FakeWorld;

beforeAll(async () => {
  world = await startFakeWorld({
    answer: request => ({ body: { you: request.method, sent: request.body } }),
  });
});
afterAll(() => world.stop());

const asAny = (json: unknown) => json;

const ask = (mood: WorldMood, more: { limit?: number } = {}) => {
  world.feel(mood);
  const url = `${world.url}/api?token=${world.secret}`;
  return askJson({
    url,
    context: countingContext(),
    now,
    read: asAny,
    ...more,
  });
};

const answering = (status: number, headers: Record<string, string> = {}) => ({
  answers: { status, headers },
});

const host = () => new URL(world.url).host;

describe('askJson', () => {
  it('asks, counts the call and reads the answer', async () => {
    world.feel('well');
    const context = countingContext();
    const answer = await askJson({
      url: `${world.url}/api`,
      method: 'POST',
      headers: { authorization: 'Bearer x' },
      body: 'hello',
      context,
      read: json => (json as { you: string; sent: string }).sent,
    });
    expect(answer).toEqual({ outcome: 'ok', value: 'hello' });
    expect(context.calls).toBe(1);
    expect(world.requests[0].headers.authorization).toBe('Bearer x');
  });

  it.each<[number, Record<string, string>, object]>([
    [
      401,
      {},
      {
        outcome: 'failed',
        kind: 'not-authorised',
        words:
          'answered 401 (not authenticated) to GET /api: are the credentials right?',
      },
    ],
    [
      403,
      {},
      {
        outcome: 'failed',
        kind: 'not-authorised',
        words:
          'answered 403 (forbidden) to GET /api: are the credentials right?',
      },
    ],
    [
      404,
      {},
      {
        outcome: 'failed',
        kind: 'not-found',
        words: 'answered 404 (not found) to GET /api: is the address right?',
      },
    ],
    [
      418,
      {},
      {
        outcome: 'failed',
        kind: 'unexpected-answer',
        words: 'answered 418 to GET /api',
      },
    ],
    [
      302,
      { location: 'https://me:pw@login.example/in?next=s3cret' },
      {
        outcome: 'failed',
        kind: 'unexpected-answer',
        words:
          'answered 302 (redirect to login.example) to GET /api; redirects are not followed: configure the final address',
      },
    ],
    [
      429,
      { 'retry-after': '30' },
      {
        outcome: 'retry',
        after: 30_000,
        kind: 'rate-limited',
        words:
          'answered 429 (too many requests) to GET /api and asked to wait 30 s',
      },
    ],
    [
      503,
      { 'retry-after': 'Sat, 21 Nov 2026 02:01:00 GMT' },
      {
        outcome: 'retry',
        after: 60_000,
        kind: 'server-error',
        words: 'answered 503 (unavailable) to GET /api and asked to wait 60 s',
      },
    ],
    [
      429,
      { 'ratelimit-reset': '23' },
      {
        outcome: 'retry',
        after: 23_000,
        kind: 'rate-limited',
        words:
          'answered 429 (too many requests) to GET /api and asked to wait 23 s',
      },
    ],
    [
      429,
      { 'retry-after': 'soon' },
      {
        outcome: 'retry',
        kind: 'rate-limited',
        words: 'answered 429 (too many requests) to GET /api',
      },
    ],
    [
      500,
      {},
      {
        outcome: 'retry',
        kind: 'server-error',
        words: 'answered 500 (internal error) to GET /api',
      },
    ],
    [
      502,
      {},
      {
        outcome: 'retry',
        kind: 'server-error',
        words: 'answered 502 (bad gateway) to GET /api',
      },
    ],
    [
      504,
      {},
      {
        outcome: 'retry',
        kind: 'timeout',
        words: 'answered 504 (gateway timed out) to GET /api',
      },
    ],
    [
      501,
      {},
      {
        outcome: 'failed',
        kind: 'server-error',
        words: 'answered 501 to GET /api',
      },
    ],
  ])('understands %p %p', async (status, headers, expected) => {
    const answer = await ask(answering(status, headers));
    const { fault, ...rest } = answer as Extract<
      typeof answer,
      { fault: unknown }
    >;
    expect({
      ...rest,
      kind: fault.kind,
      words: fault.words.replace(`${host()} `, ''),
    }).toEqual(expected);
  });

  it.each<[string, WorldMood, string, string, RegExp]>([
    [
      'an HTML page',
      { answers: { body: ' <HTML><body>' } },
      'failed',
      'not-json',
      /HTML page/,
    ],
    [
      'HTML by its type',
      {
        answers: {
          headers: { 'content-type': 'text/html; charset=utf-8' },
          body: 'hi',
        },
      },
      'failed',
      'not-json',
      /HTML page/,
    ],
    [
      'plain text',
      { answers: { body: 'up and running' } },
      'failed',
      'not-json',
      /not JSON \(text\/plain\)$/,
    ],
    [
      'nothing',
      { answers: { body: '' } },
      'failed',
      'not-json',
      /with nothing instead of JSON$/,
    ],
    [
      'half an object',
      { answers: { body: '{"a": [1, 2' } },
      'retry',
      'cut-off',
      /breaks off in the middle, after 11 characters$/,
    ],
    [
      'half a word',
      { answers: { body: '{"a": "b' } },
      'retry',
      'cut-off',
      /breaks off/,
    ],
    [
      'a closing in the middle',
      'breaks-off',
      'retry',
      'cut-off',
      /closed the connection before/,
    ],
    [
      'a reset',
      'resets',
      'retry',
      'connection-reset',
      /closed the connection before/,
    ],
  ])(
    'does not take %s for an answer',
    async (_, mood, outcome, kind, words) => {
      const answer = await ask(mood);
      expect(answer).toEqual({
        outcome,
        fault: { kind, words: expect.stringMatching(words) },
      });
      expect(JSON.stringify(answer)).not.toContain(world.secret);
    },
  );

  it('takes JSON whatever it calls itself', async () => {
    const answer = await ask({ answers: { body: '{"a": 1}' } });
    expect(answer).toEqual({ outcome: 'ok', value: { a: 1 } });
  });

  it('says what is wrong with JSON of another shape', async () => {
    world.feel('well');
    const answer = await askJson({
      url: world.url,
      context: countingContext(),
      read: () => {
        throw new TypeError('a list `data`');
      },
    });
    expect(answer).toEqual({
      outcome: 'failed',
      fault: {
        kind: 'unexpected-answer',
        words: `${host()} answered GET / with JSON of another shape than expected: a list \`data\``,
      },
    });
  });

  it('reads no more than its limit', async () => {
    const answer = await ask(
      { answers: { body: 'x'.repeat(5000) } },
      { limit: 4096 },
    );
    expect(answer).toEqual({
      outcome: 'failed',
      fault: {
        kind: 'too-large',
        words: `${host()} answered GET /api with more than 4 KiB: reading was stopped there`,
      },
    });
  });

  it('stops reading a gigabyte early', async () => {
    const endless = await startEndlessWorld();
    const answer = await askText({
      url: endless.url,
      context: countingContext(),
      limit: 1024 * 1024,
    });
    expect(answer.outcome === 'failed' && answer.fault.kind).toBe('too-large');
    expect(endless.sent).toBeLessThan(32 * 1024 * 1024);
    await endless.stop();
  });

  it('does not trust a certificate nobody signed', async () => {
    const untrusted = await startUntrustedWorld();
    const answer = await askJson({
      url: untrusted.url,
      context: countingContext(),
      read: asAny,
    });
    await untrusted.stop();
    expect(answer.outcome === 'failed' && answer.fault.kind).toBe(
      'certificate',
    );
  });

  it('ends when it is aborted, at its deadline, and at once when both have passed', async () => {
    const context = countingContext();
    const pending = (deadline: number) => {
      world.feel('hangs');
      const asked = world.nextRequest();
      const url = `${world.url}/api`;
      const answer = askJson({
        url,
        context: { ...context, deadline },
        read: asAny,
      });
      return { asked, answer };
    };
    const gaveUp = {
      outcome: 'retry',
      fault: {
        kind: 'timeout',
        words: expect.stringMatching(
          /had not answered GET \/api after 0(.\d)? s/,
        ),
      },
    };
    expect(await pending(Date.now() + 50).answer).toEqual(gaveUp);
    const { asked, answer } = pending(context.deadline);
    await asked;
    context.abort();
    expect(await answer).toEqual(gaveUp);
    const calls = context.calls;
    expect(await pending(0).answer).toEqual(gaveUp);
    expect(context.calls).toBe(calls);
  });

  it('says so when the address is none', async () => {
    const answer = await askJson({
      url: 'not an address',
      context: countingContext(),
      read: asAny,
    });
    expect(answer.outcome === 'failed' && answer.fault.kind).toBe('not-found');
  });
});

describe('askText', () => {
  it('hands over the text as it is', async () => {
    world.feel({ answers: { body: 'BEGIN:VCALENDAR' } });
    expect(
      await askText({ url: world.url, context: countingContext() }),
    ).toEqual({ outcome: 'ok', value: 'BEGIN:VCALENDAR' });
  });
});
