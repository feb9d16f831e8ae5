import { rosterNow } from '@sightline/backstage-plugin-sightline-common';
import { startEndlessWorld } from '@sightline/backstage-plugin-sightline-node/testUtils';
import {
  calendar,
  createContext,
  event,
  kept,
  now,
  rosterIn,
  sent,
  sourceOf,
  startCalendars,
  stopWorlds,
} from './__testUtils__/calendars';

afterEach(stopWorlds);

const at = (time: string) => Date.parse(`2026-${time}Z`);

const week = ['2026-11-16T09:00', '2026-11-23T09:00'] as const;
const nextWeek = ['2026-11-23T09:00', '2026-11-30T09:00'] as const;

const always = (body: string) => () => sent(body);

const DAY = 86_400_000;

describe('calendars as a source', () => {
  it('say who is on call, after priorities and overrides, until they end', async () => {
    const { url } = await startCalendars({
      '/main': always(
        calendar(
          event('ana', week),
          event('ben', nextWeek),
          event('[L1] ops@harbour.example', [
            '2026-11-21T00:00',
            '2026-11-22T00:00',
          ]),
        ),
      ),
      '/overrides': always(
        calendar(
          event('user:default/chloe', ['2026-11-22T02:00', '2026-11-22T04:00']),
        ),
      ),
    });
    const levels = [
      { level: 1, url: `${url}/main`, overrides: `${url}/overrides` },
    ];
    const link = 'https://calendar.example/payments';
    const source = sourceOf('', { levels, link, timeZone: 'Europe/Berlin' });
    const context = createContext(at('11-20T00:00'));
    expect(await source.pull([], context)).toEqual({
      outcome: 'ok',
      value: {
        oncall: {
          rosters: [
            {
              ...{ id: 'payments', name: 'the calendar Payments' },
              ...{ kind: 'ical', url: link, timeZone: 'Europe/Berlin' },
              for: ['group:default/payments'],
              shifts: [
                {
                  ...{ level: 1, person: { name: 'ana' } },
                  ...{ from: at('11-16T09:00'), to: at('11-21T00:00') },
                },
                {
                  level: 1,
                  person: {
                    name: 'ops@harbour.example',
                    email: 'ops@harbour.example',
                  },
                  ...{ from: at('11-21T00:00'), to: at('11-22T00:00') },
                },
                {
                  ...{ level: 1, person: { name: 'ana' } },
                  ...{ from: at('11-22T00:00'), to: at('11-22T02:00') },
                },
                {
                  level: 1,
                  person: {
                    name: 'user:default/chloe',
                    ref: 'user:default/chloe',
                  },
                  ...{ from: at('11-22T02:00'), to: at('11-22T04:00') },
                },
                {
                  ...{ level: 1, person: { name: 'ana' } },
                  ...{ from: at('11-22T04:00'), to: at('11-23T09:00') },
                },
                {
                  ...{ level: 1, person: { name: 'ben' } },
                  ...{ from: at('11-23T09:00'), to: at('11-30T09:00') },
                },
              ],
              covers: { from: at('11-20T00:00'), to: at('11-30T09:00') },
            },
          ],
          unread: [],
        },
      },
    });
    expect(context).toMatchObject({ calls: 2, losses: {} });
  });

  it('have a level each, and leave the first open where nobody is on it', async () => {
    const { url } = await startCalendars({
      '/1': always(calendar(event('ben', nextWeek))),
      '/2': always(calendar(event('chloe', week))),
    });
    const levels = [1, 2].map(level => ({ level, url: `${url}/${level}` }));
    const answer = await sourceOf('', { levels }).pull([], createContext());
    const { shifts, covers } = rosterIn(answer);
    expect(shifts.map(({ level, person }) => [level, person.name])).toEqual([
      [1, 'ben'],
      [2, 'chloe'],
    ]);
    expect(covers).toEqual({ from: now, to: at('11-30T09:00') });
  });

  it.each([
    ['in a gap', '22T03:00', 'Nobody is on call until Mon 09:00 UTC'],
    ['in a shift', '23T10:00', 'ben is on call until Wed 09:00 UTC'],
    ['in the last one', '26T00:00', 'chloe is on call'],
    [
      'after the last shift',
      '30T10:00',
      'Nobody can tell who is on call: the calendar Payments says nothing after 2026-11-30T09:00:00.000Z',
    ],
  ])('are told %s as what they are', async (_, time, headline) => {
    const { url } = await startCalendars({
      '/': always(
        calendar(
          event('ana', ['2026-11-16T09:00', '2026-11-21T09:00']),
          event('ben', ['2026-11-23T09:00', '2026-11-25T09:00']),
          event('chloe', ['2026-11-25T09:00', '2026-11-30T09:00']),
        ),
      ),
    });
    const answer = await sourceOf(`${url}/`).pull([], createContext());
    const roster = rosterIn(answer);
    const told = rosterNow(roster, {
      at: at(`11-${time}`),
      person: ({ name }) => ({
        ref: `user:default/${name}`,
        name,
        contacts: [],
      }),
      team: { ref: 'group:default/payments', name: 'Payments' },
      origin: { kind: 'ical', where: roster.name },
    });
    expect(told.headline).toBe(headline);
  });

  it('show somebody who goes on as on call in one stretch, and recurring turns two weeks ahead', async () => {
    const daily = ['2026-11-01T00:00', '2026-11-02T00:00'] as const;
    const { url } = await startCalendars({
      '/': always(calendar(event('ana', daily, 'RRULE:FREQ=DAILY'))),
    });
    const answer = await sourceOf(`${url}/`).pull([], createContext());
    const { shifts, covers } = rosterIn(answer);
    expect(shifts).toEqual([
      { level: 1, person: { name: 'ana' }, from: at('11-01T00:00') },
    ]);
    expect(covers).toEqual({ from: at('11-22T02:00'), to: now + 15 * DAY });
  });

  it('call themselves what the calendar does where nobody gives them a title', async () => {
    const { url } = await startCalendars({
      '/': always(calendar('X-WR-CALNAME:Card Payments', event('ana', week))),
    });
    const answer = await sourceOf(`${url}/`, { title: undefined }).pull(
      [],
      createContext(),
    );
    expect(rosterIn(answer).name).toBe('the calendar Card Payments');
  });

  it('count who is not named of hundreds on call at once', async () => {
    const { url } = await startCalendars({
      '/': always(
        calendar(
          ...Array.from({ length: 13 }, (_, nth) => event(`user${nth}`, week)),
        ),
      ),
    });
    const context = createContext();
    const answer = await sourceOf(`${url}/`).pull([], context);
    expect([rosterIn(answer).shifts.length, context.losses]).toEqual([
      10,
      { 'people on call at once beside ten others': 3 },
    ]);
  });

  it('name the events they leave out', async () => {
    const { url } = await startCalendars({
      '/': always(
        calendar(event('ana', week), event('ben', week, 'RRULE:FREQ=SECONDLY')),
      ),
    });
    const answer = await sourceOf(`${url}/`).pull([], createContext());
    expect(rosterIn(answer).shifts).toHaveLength(1);
    expect(answer).toMatchObject({
      notes: [expect.stringMatching(/^Line 9: This event is left out: /)],
    });
  });
});

describe('a calendar that did not change', () => {
  const startFeed = async (headers: Record<string, string>, size = 0) => {
    const body = calendar(event('ana', week), `X-PAD:${'x'.repeat(size)}`);
    const asked: unknown[] = [];
    const { url } = await startCalendars({
      '/': request => {
        const condition =
          request.headers['if-none-match'] ??
          request.headers['if-modified-since'];
        asked.push(condition);
        return condition ? { status: 304 } : sent(body, headers);
      },
    });
    const source = sourceOf(`${url}/`);
    const answers = [];
    for (let nth = 0; nth < 3; nth += 1) {
      answers.push(rosterIn(await source.pull([], createContext())));
    }
    return { asked, answers };
  };

  it.each([
    ['etag', '"v1"'],
    ['last-modified', 'Sat, 21 Nov 2026 02:00:00 GMT'],
  ])('is not sent again, by %s', async (header, value) => {
    const { asked, answers } = await startFeed({ [header]: value });
    expect(asked).toEqual([undefined, value, value]);
    expect(answers[0].shifts).toHaveLength(1);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it('is sent again where nothing tells, or it is too large to be kept', async () => {
    const nothing = await startFeed({});
    const large = await startFeed({ etag: '"v1"' }, 1024 * 1024);
    expect([nothing.asked, large.asked]).toEqual([
      Array(3).fill(undefined),
      Array(3).fill(undefined),
    ]);
  });

  it('is read anew after it changed', async () => {
    let version = 1;
    const { url } = await startCalendars({
      '/': ({ headers }) =>
        headers['if-none-match'] === `"v${version}"`
          ? { status: 304 }
          : sent(calendar(event(`user${version}`, week)), {
              etag: `"v${version}"`,
            }),
    });
    const source = sourceOf(`${url}/`);
    const user = async () =>
      rosterIn(await source.pull([], createContext())).shifts[0].person.name;
    expect([await user(), await user()]).toEqual(['user1', 'user1']);
    version = 2;
    expect([await user(), await user()]).toEqual(['user2', 'user2']);
  });
});

describe('a calendar that cannot be read is no answer', () => {
  const whole = calendar(event('ana', week));

  it.each<[string, string, object]>([
    [
      'something else',
      'Hello',
      {
        outcome: 'failed',
        fault: {
          kind: 'unexpected-answer',
          words: 'This is no calendar: it has no line BEGIN:VCALENDAR',
        },
      },
    ],
    [
      'half of one',
      whole.slice(0, -40),
      { outcome: 'retry', fault: { kind: 'cut-off' } },
    ],
    [
      'a page to sign in',
      '<!doctype html><html></html>',
      { outcome: 'failed', fault: { kind: 'not-json' } },
    ],
    [
      'more than 20,000 events',
      calendar(...Array(20_001).fill('BEGIN:VEVENT\r\nEND:VEVENT')),
      { outcome: 'failed', fault: { kind: 'unexpected-answer' } },
    ],
  ])('when it is %s', async (_, body, expected) => {
    const { url } = await startCalendars({ '/': always(body) });
    const answer = await sourceOf(`${url}/`).pull([], createContext());
    expect(answer).toMatchObject(expected);
  });

  it('when it has more than 5 MiB', async () => {
    const { url } = kept(await startEndlessWorld());
    const answer = await sourceOf(`${url}/`).pull([], createContext());
    expect(answer).toMatchObject({
      outcome: 'failed',
      fault: { kind: 'too-large', words: expect.stringContaining('5 MiB') },
    });
  });

  it('when its overrides cannot be', async () => {
    const { url } = await startCalendars({ '/main': always(whole) });
    const levels = [{ level: 1, url: `${url}/main`, overrides: `${url}/none` }];
    const answer = await sourceOf('', { levels }).pull([], createContext());
    expect(answer).toMatchObject({
      ...{ outcome: 'failed', fault: { kind: 'not-found' } },
    });
  });

  it('and a turn that never ends takes no longer than others', async () => {
    const { url } = await startCalendars({
      '/': always(
        calendar(
          ...Array.from({ length: 500 }, (_, nth) =>
            event(`user${nth}`, week, 'RRULE:FREQ=HOURLY;INTERVAL=1'),
          ),
        ),
      ),
    });
    const answer = await sourceOf(`${url}/`).pull([], createContext());
    expect(answer).toMatchObject({
      ...{ outcome: 'failed', fault: { kind: 'unexpected-answer' } },
    });
  });
});

it('follows no redirect, as that would tell others the address', async () => {
  const elsewhere = await startCalendars({});
  const { url } = await startCalendars({
    '/': () => ({ status: 302, headers: { location: `${elsewhere.url}/x` } }),
  });
  const answer = await sourceOf(`${url}/`).pull([], createContext());
  expect(answer).toMatchObject({
    fault: { words: expect.stringContaining('redirects are not followed') },
  });
  expect(elsewhere.requests).toEqual([]);
});
