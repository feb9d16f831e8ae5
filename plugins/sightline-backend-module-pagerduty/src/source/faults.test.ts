import { WorldMood } from '@sightline/backstage-plugin-sightline-node/testUtils';
import {
  createContext,
  id,
  now,
  onCallIn,
  service,
  sourcesOf,
  startWorld,
  stopWorlds,
} from '../__testUtils__/accounts';
import { answerAsPagerDuty } from '../__testUtils__/fakePagerDuty/answerAsPagerDuty';
import {
  manyPolicies,
  shop,
} from '../__testUtils__/fakePagerDuty/PagerDutyModel';

afterEach(stopWorlds);

const services = [
  service('payments', id('PSPAY')),
  service('search', id('PSSEARCH')),
];

/** The nth request of a round, 0 services, 1 policies, 2 on call, goes wrong. */
const askWith = async (nth: number, mood: WorldMood) => {
  const world = await startWorld(answerAsPagerDuty({ model: shop }));
  world.feel(asked => (asked === nth ? mood : 'well'));
  const [source] = sourcesOf({ apiBaseUrl: world.url, apiToken: 't' });
  const context = createContext();
  return { answer: await source.pull(services, context), context };
};

const refusal = (status: number, headers: Record<string, string> = {}) => ({
  answers: {
    ...{ status, headers },
    body: { error: { message: 'Invalid Input', errors: ['Bad id'] } },
  },
});

const shows = (item: object) => ({
  answers: { body: { oncalls: [item], more: false, total: 1 } },
});

const person = { id: 'PUANA', name: 'Ana' };

const policy = (one: string) => ({
  escalation_policy: { id: one },
  ...{ escalation_level: 1, user: person },
});

describe.each([
  ['services', 0],
  ['escalation policies', 1],
  ['people on call', 2],
])('when PagerDuty is asked for %s', (_, nth) => {
  it.each<[string, WorldMood, object]>([
    [
      '429 with the seconds until it may be asked',
      refusal(429, { 'ratelimit-reset': '23' }),
      { outcome: 'retry', after: 23_000, fault: { kind: 'rate-limited' } },
    ],
    [
      '429 with a moment instead of seconds',
      refusal(429, { 'ratelimit-reset': '1795316400' }),
      { outcome: 'retry', fault: { kind: 'rate-limited' } },
    ],
    ['500', refusal(500), { outcome: 'retry' }],
    ['a torn connection', 'resets', { outcome: 'retry' }],
    ['half an answer', 'breaks-off', { outcome: 'retry' }],
    [
      '401',
      refusal(401),
      { outcome: 'failed', fault: { kind: 'not-authorised' } },
    ],
    [
      'what it does not like, in its words',
      refusal(400),
      {
        outcome: 'failed',
        fault: {
          words: expect.stringContaining('(Invalid Input: Bad id)'),
        },
      },
    ],
    [
      'HTML',
      {
        answers: {
          headers: { 'content-type': 'text/html' },
          body: '<html>Sign in</html>',
        },
      },
      { outcome: 'failed', fault: { kind: 'not-json' } },
    ],
    [
      'a list that is none',
      { answers: { body: { services: 7, oncalls: 7, more: false } } },
      { outcome: 'failed', fault: { kind: 'unexpected-answer' } },
    ],
    [
      'more that never comes',
      {
        answers: {
          body: {
            ...{ services: [], escalation_policies: [], oncalls: [] },
            more: true,
          },
        },
      },
      { outcome: 'failed', fault: { kind: 'unexpected-answer' } },
    ],
    [
      'fewer than it counts',
      {
        answers: {
          body: {
            ...{ services: [], escalation_policies: [], oncalls: [] },
            ...{ more: false, total: 3 },
          },
        },
      },
      { outcome: 'retry', fault: { kind: 'cut-off' } },
    ],
  ])('and answers %s, there is no answer', async (_what, mood, expected) => {
    expect((await askWith(nth, mood)).answer).toMatchObject(expected);
  });
});

describe('somebody on call who is not understood', () => {
  it.each([
    ['a time that is none', { ...policy('PEPAY'), start: 'soon', end: null }],
    ['no level', { ...policy('PEPAY'), escalation_level: null }],
    ['nobody', { ...policy('PEPAY'), user: null }],
  ])('with %s spoils one roster', async (_, item) => {
    const { answer } = await askWith(2, shows(item));
    const { unread } = onCallIn(answer);
    expect(unread.find(one => one.id === 'PEPAY')?.fault).toContain(
      'in a form that is not understood',
    );
  });

  it('with no policy may be of any, and spoils all', async () => {
    const { answer } = await askWith(2, shows({ user: person }));
    const { rosters, unread } = onCallIn(answer);
    expect([rosters, unread.map(one => one.id)]).toEqual([
      [],
      ['PEPAY', 'PESEARCH'],
    ]);
  });
});

it('services that are not understood are counted, and the others read', async () => {
  const world = await startWorld(request => {
    const well = answerAsPagerDuty({ model: shop })(request);
    const body = well.body as { services?: unknown[] };
    body.services?.splice(1, 1, null);
    return well;
  });
  const [source] = sourcesOf({ apiBaseUrl: world.url, apiToken: 't' });
  const context = createContext();
  const answer = await source.pull(services, context);
  expect(onCallIn(answer).rosters.map(one => one.id)).toEqual([
    'PEPAY',
    'PESEARCH',
  ]);
  expect(context.losses).toEqual({
    'services that could not be understood': 1,
  });
});

it('a group of policies that is refused leaves the others on call', async () => {
  const begin = now - 86_400_000;
  const model = manyPolicies(101, { begin, turns: 4, days: 7 });
  const well = answerAsPagerDuty({ model });
  const world = await startWorld(request =>
    request.url.includes('escalation_policy_ids%5B%5D=PE0&')
      ? refusal(400).answers
      : well(request),
  );
  const [source] = sourcesOf({ apiBaseUrl: world.url, apiToken: 't' });
  const asked = Array.from({ length: 101 }, (_, number) =>
    service(`s${number}`, id(`PS${number}`)),
  );
  const answer = await source.pull(asked, createContext());
  const { rosters, unread } = onCallIn(answer);
  expect([rosters.length, unread.length]).toEqual([1, 100]);
  expect(answer).toMatchObject({
    notes: { length: 11, 10: '90 more are like this' },
  });
});
