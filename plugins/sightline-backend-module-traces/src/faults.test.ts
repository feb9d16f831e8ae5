import {
  startEndlessWorld,
  startFakeWorld,
  WorldMood,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { answerAsJaeger } from './__testUtils__/fakeJaeger';
import { answerAsTempo } from './__testUtils__/fakeTempo';
import { orderTrace } from './__testUtils__/fakeTraces';
import {
  afterwards,
  backendConfig,
  begin,
  createContext,
  edgesOf,
  edgesOfOrders,
  reportsOf,
  startTestSource,
  TestSource,
} from './__testUtils__/worlds';
import { createTracesSource } from './createTracesSource';

const traces = [orderTrace(1, begin + 1000), orderTrace(2, begin + 2000)];
const answers = {
  jaeger: answerAsJaeger({ speaks: ['v3', 'v1'], traces }),
  tempo: answerAsTempo({ traces, speaks: ['v2'] }),
};

const html: WorldMood = {
  answers: { headers: { 'content-type': 'text/html' }, body: '<html>Sign in' },
};
const retryLater: WorldMood = {
  answers: { status: 429, headers: { 'retry-after': '7' } },
};
const status = (code: number): WorldMood => ({ answers: { status: code } });

let tested: TestSource;
afterEach(() => tested.world.stop());

describe.each(['jaeger', 'tempo'] as const)('when %s', type => {
  const secret = 'open-sesame-4711';

  const ask = async (mood: (nth: number) => WorldMood) => {
    const settings = { headers: { authorization: `Bearer ${secret}` } };
    tested = await startTestSource({ type, answer: answers[type], settings });
    tested.world.feel(mood);
    const answer = await tested.pullAt(afterwards);
    expect(JSON.stringify(answer)).not.toContain(secret);
    return answer;
  };

  it.each<[string, WorldMood, string, string, RegExp]>([
    [
      'does not know us',
      status(401),
      'failed',
      'not-authorised',
      /answered 401 \(not authenticated\) .*: are the credentials right\?/,
    ],
    [
      'does not let us',
      status(403),
      'failed',
      'not-authorised',
      /answered 403 \(forbidden\) .*: are the credentials right\?/,
    ],
    [
      'wants to be left alone',
      retryLater,
      'retry',
      'rate-limited',
      /asked to wait 7 s/,
    ],
    ['is unwell', status(500), 'retry', 'server-error', /500/],
    ['tears the connection', 'resets', 'retry', 'connection-reset', /closed/],
    ['breaks off', 'breaks-off', 'retry', 'cut-off', /closed|breaks off/],
    ['answers with a web page', html, 'failed', 'not-json', /HTML page/],
    [
      'answers with half a document',
      { answers: { body: '{"data": ["fron' } },
      'retry',
      'cut-off',
      /breaks off in the middle/,
    ],
    [
      'answers with JSON of something else',
      { answers: { body: { items: [] } } },
      'failed',
      'unexpected-answer',
      /of another shape than expected/,
    ],
  ])('%s, the round says so', async (_, mood, outcome, kind, words) => {
    expect(await ask(() => mood)).toMatchObject({
      outcome,
      fault: { kind, words: expect.stringMatching(words) },
      ...(outcome === 'retry' && kind === 'rate-limited' && { after: 7000 }),
    });
  });

  it.each<[string, WorldMood, RegExp]>([
    ['does not let us', status(403), /403/],
    ['wants to be left alone', retryLater, /asked to wait/],
    ['is unwell', status(500), /500/],
    ['tears the connection', 'resets', /closed the connection/],
    ['answers with a web page', html, /HTML page/],
  ])(
    '%s after the first traces, the round hands over what it has, and says so',
    async (_, mood, words) => {
      // Services, a search for each of two, and in Tempo the two traces.
      const last = type === 'jaeger' ? 2 : 4;
      const answer = await ask(nth => (nth === last ? mood : 'well'));
      const had = type === 'jaeger' ? 2 : 1;
      expect(edgesOf(...reportsOf(answer))).toEqual(edgesOfOrders(had));
      expect(answer).toHaveProperty('notes', [expect.stringMatching(words)]);
    },
  );

  it('refuses again and again, it is left alone after a few times', async () => {
    const many = Array.from({ length: 20 }, (_, nth) => ({
      id: (nth + 1).toString(16).padStart(32, '0'),
      spans: [
        {
          ...{ id: 1, service: `service-${nth}`, kind: 'server' as const },
          at: begin + 1000,
        },
      ],
    }));
    const answer = {
      jaeger: answerAsJaeger({ speaks: ['v3'], traces: many }),
      tempo: answerAsTempo({ traces: many, speaks: ['v2'] }),
    }[type];
    tested = await startTestSource({ type, answer });
    tested.world.feel(nth => (nth === 0 ? 'well' : status(500)));
    expect(await tested.pullAt(afterwards)).toMatchObject({
      outcome: 'retry',
      fault: { kind: 'server-error' },
    });
    // Five refusals, and what was under way at the same time.
    expect(tested.world.requests.length).toBeLessThanOrEqual(1 + 5 + 3);
  });

  it('is gone to another place, the credentials do not follow', async () => {
    const elsewhere = await startFakeWorld({ answer: () => ({ body: {} }) });
    const location = `${elsewhere.url}/api`;
    const answer = await ask(() => ({
      answers: { status: 302, headers: { location } },
    }));
    expect(answer).toMatchObject({
      outcome: 'failed',
      fault: { words: expect.stringContaining('redirects are not followed') },
    });
    expect(elsewhere.requests).toEqual([]);
    await elsewhere.stop();
  });

  it('never stops talking, reading does', async () => {
    const endless = await startEndlessWorld();
    tested = await startTestSource({ type, answer: answers[type] });
    const { context } = createContext();
    const source = createTracesSource({
      backend: backendConfig({ type, url: endless.url }),
    });
    expect(await source.pull([], context)).toMatchObject({
      outcome: 'failed',
      fault: {
        kind: 'too-large',
        words: expect.stringContaining('more than 4 MiB'),
      },
    });
    expect(endless.sent).toBeLessThan(64 * 2 ** 20);
    await endless.stop();
  });
});
