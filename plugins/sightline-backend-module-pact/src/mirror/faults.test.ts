import {
  FakeWorld,
  startEndlessWorld,
  startFakeWorld,
  WorldAnswer,
  WorldMood,
  WorldRequest,
} from '@sightline/backstage-plugin-sightline-node/testUtils';
import { createContext, everythingOf } from '../__testUtils__/brokers';
import { answerAsBroker } from '../__testUtils__/fakeBroker/answerAsBroker';
import { manyPacts } from '../__testUtils__/fakeBroker/BrokerModel';

const secret = 'open-sesame-4711';
const auth = { username: 'reader', password: secret };
const basic = Buffer.from(`reader:${secret}`).toString('base64');

const worlds: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map(world => world.stop()));
});

const kept = <W extends { stop(): Promise<void> }>(world: W): W => {
  worlds.push(world);
  return world;
};

const model = manyPacts({
  ...{ pacticipants: 260, integrations: 1100, environments: 1 },
});

const mirrorOf = async (
  world: FakeWorld,
  mood: WorldMood | ((nth: number) => WorldMood),
) => {
  const { source } = everythingOf({ url: world.url, auth });
  world.feel(mood);
  const answer = await source.pull([], createContext());
  expect(JSON.stringify(answer)).not.toContain(secret);
  expect(JSON.stringify(answer)).not.toContain(basic);
  return answer;
};

const html: WorldMood = {
  answers: { headers: { 'content-type': 'text/html' }, body: '<html>Sign in' },
};
const refusal = (status: number, body: unknown = {}): WorldMood => ({
  answers: { status, body },
});
const statementTimeout = refusal(500, {
  error: {
    message: 'PG::QueryCanceled: ERROR: canceling statement due to timeout',
    reference: 'LzUyhmqz',
  },
});

describe('the mirror of a broker that', () => {
  it.each<[string, WorldMood, string, string, RegExp]>([
    [
      'does not know us',
      refusal(401),
      ...(['failed', 'not-authorised', /are the credentials right/] as const),
    ],
    ['shows a web page', html, 'failed', 'not-json', /a login page or a proxy/],
    [
      'runs into the limit of its database',
      statementTimeout,
      ...(['retry', 'server-error', /canceling statement/] as const),
    ],
    [
      'answers no HAL',
      refusal(200, { a: 1 }),
      'failed',
      'unexpected-answer',
      /_links/,
    ],
    ['tears the connection', 'resets', 'retry', 'connection-reset', /closed/],
    [
      'is at another place',
      {
        answers: { status: 301, headers: { location: 'https://x.example/' } },
      },
      ...([
        'failed',
        'unexpected-answer',
        /redirects are not followed/,
      ] as const),
    ],
  ])('%s is a refusal, in words', async (_, mood, outcome, kind, words) => {
    const world = kept(
      await startFakeWorld({ answer: answerAsBroker({ model }) }),
    );
    expect(await mirrorOf(world, mood)).toMatchObject({
      ...{ outcome, fault: { kind, words: expect.stringMatching(words) } },
    });
  });

  it.each<[string, WorldMood]>([
    ['answers 500', statementTimeout],
    ['shows a web page', html],
    ['breaks off', 'breaks-off'],
  ])(
    '%s in the middle is none: what it lacks would be gone',
    async (_, mood) => {
      const world = kept(
        await startFakeWorld({ answer: answerAsBroker({ model }) }),
      );
      await mirrorOf(world, 'well');
      const whole = world.requests.length;
      for (let bad = 1; bad < whole; bad += 1) {
        const answer = await mirrorOf(world, nth =>
          nth === bad ? mood : 'well',
        );
        expect(answer.outcome).not.toBe('ok');
      }
    },
  );

  it('gives up on it soon leaves the other half alone', async () => {
    const well = answerAsBroker({ model });
    const world = kept(
      await startFakeWorld({
        answer: request =>
          request.url.startsWith('/dashboard')
            ? { status: 401 }
            : well(request),
      }),
    );
    expect(await mirrorOf(world, 'well')).toMatchObject({
      fault: { kind: 'not-authorised' },
    });
    expect(world.requests.length).toBeLessThan(6);
  });
});

describe('a list of a broker', () => {
  const ask = async (
    change: (request: WorldRequest, well: WorldAnswer) => WorldAnswer,
  ) => {
    const well = answerAsBroker({ model });
    const world = kept(
      await startFakeWorld({ answer: one => change(one, well(one)) }),
    );
    const context = createContext();
    const { source } = everythingOf({ url: world.url });
    return { answer: await source.pull([], context), context };
  };

  /** As if it were the first page each time. */
  const again =
    (path: string, options: object = {}) =>
    (request: WorldRequest, well: WorldAnswer) =>
      request.url.startsWith(path)
        ? answerAsBroker({ model, ...options })({
            ...request,
            url: request.url.replace(/(page|pageNumber)=\d+/g, '$1=1'),
          })
        : well;

  it('that goes in circles is no list', async () => {
    const { answer } = await ask(again('/integrations', { cap: 300 }));
    expect(answer).toMatchObject({
      outcome: 'failed',
      fault: {
        kind: 'unexpected-answer',
        words: expect.stringContaining('it goes in circles'),
      },
    });
  });

  it('whose pages repeat without being counted ends', async () => {
    const { answer } = await ask(again('/dashboard'));
    expect(answer).toMatchObject({
      outcome: 'failed',
      fault: {
        kind: 'unexpected-answer',
        words: expect.stringContaining('pages of pacts repeat themselves'),
      },
    });
  });

  it('whose pages are half is asked for again', async () => {
    const { answer } = await ask(({ url }, well) => {
      const body = well.body as {
        _embedded?: { pacticipants?: unknown[] };
      };
      if (url.startsWith('/pacticipants')) {
        body._embedded!.pacticipants!.splice(0, 3);
      }
      return well;
    });
    expect(answer).toMatchObject({
      outcome: 'retry',
      fault: {
        kind: 'cut-off',
        words: expect.stringContaining(
          'counts 260 pacticipants and showed 254',
        ),
      },
    });
  });

  it('with ever more pages is given up', async () => {
    let pages = 0;
    const { answer } = await ask(({ url }, well) => {
      if (!url.startsWith('/dashboard')) return well;
      pages += 1;
      const { items } = well.body as { items: { consumer: object }[] };
      const item = items[0] ?? { consumer: {}, provider: { name: 'b' } };
      const consumer = { name: `a${pages}`, version: { number: '1' } };
      return { body: { items: [{ ...item, consumer }] } };
    });
    expect(answer).toMatchObject({
      outcome: 'failed',
      fault: {
        kind: 'too-large',
        words: expect.stringContaining('more than 400 pages'),
      },
    });
    expect(pages).toBe(400);
  });

  it('with strange items is kept without them, and they are counted', async () => {
    const { answer, context } = await ask(({ url }, well) => {
      const { items } = well.body as { items?: unknown[] };
      if (url.startsWith('/dashboard?page=1&')) {
        items!.splice(0, 2, null, { consumer: { name: 7 } });
      }
      return well;
    });
    expect(answer.outcome).toBe('ok');
    expect(context.losses).toEqual({
      'pacts that could not be understood': 2,
    });
  });

  it('without end is given up', async () => {
    const endless = kept(await startEndlessWorld());
    const { source } = everythingOf({ url: endless.url });
    expect(await source.pull([], createContext())).toMatchObject({
      outcome: 'failed',
      fault: { kind: 'too-large' },
    });
  });
});
