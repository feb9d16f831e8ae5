import { at } from './__testUtils__/rotations';
import type { Feed, FeedSlot } from './feed/feedSlots';
import { feedSlots } from './feed/feedSlots';
import type { FeedShift } from './feed/FeedShift';
import { feedNow } from './feedNow';

const shift = (
  user: string,
  [from, to]: readonly [string, string],
  priority = 0,
): FeedShift => ({
  ...{ id: `${user} ${from}`, user, priority },
  ...{ from: at(`2026-11-${from}Z`), to: at(`2026-11-${to}Z`) },
});

const range = { from: at('2026-11-20T00:00Z'), to: at('2026-11-22T00:00Z') };

const told = ({ from, to, users, beyond, unknown }: FeedSlot) =>
  [
    new Date(from).toISOString().slice(8, 13),
    new Date(to).toISOString().slice(8, 13),
    users.join('+') || '-',
    ...(beyond ? [`and ${beyond}`] : []),
    ...(unknown.length ? [`not ${unknown.join('+')}`] : []),
  ].join(' ');

const slotsOf = (feed: Feed, isKnown?: (user: string) => boolean) =>
  feedSlots(feed, range, isKnown).map(told);

describe('feedSlots', () => {
  const ana = shift('ana', ['20T06:00', '21T06:00']);

  it('let the highest priority win', () => {
    const shifts = [ana, shift('ben', ['20T12:00', '20T18:00'], 3)];
    expect(slotsOf({ shifts })).toEqual([
      ...['20T00 20T06 -', '20T06 20T12 ana', '20T12 20T18 ben'],
      ...['20T18 21T06 ana', '21T06 22T00 -'],
    ]);
  });

  it('let the calendar of overrides win over every priority', () => {
    const shifts = [shift('ben', ['20T00:00', '22T00:00'], 9)];
    expect(slotsOf({ shifts, overrides: [ana] })).toEqual([
      ...['20T00 20T06 ben', '20T06 21T06 ana', '21T06 22T00 ben'],
    ]);
  });

  it('name all who are on call at once, and each once', () => {
    const shifts = [
      ...[ana, shift('ben', ['20T12:00', '21T06:00'])],
      { ...shift('ana', ['20T12:00', '21T06:00']), id: 'once more' },
    ];
    expect(slotsOf({ shifts })).toEqual([
      ...['20T00 20T06 -', '20T06 20T12 ana', '20T12 21T06 ana+ben'],
      '21T06 22T00 -',
    ]);
  });

  it('name ten of hundreds, and say how many there are', () => {
    const shifts = Array.from({ length: 300 }, (_, number) =>
      shift(`user${number}`, ['20T00:00', '22T00:00']),
    );
    const [{ users, beyond }] = feedSlots({ shifts }, range);
    expect([users.length, beyond]).toEqual([10, 290]);
  });

  it('keep those apart who are not known', () => {
    const shifts = [ana, shift('ben', ['20T12:00', '22T00:00'])];
    expect(slotsOf({ shifts }, user => user !== 'ben')).toEqual([
      ...['20T00 20T06 -', '20T06 20T12 ana'],
      ...['20T12 21T06 ana not ben', '21T06 22T00 - not ben'],
    ]);
  });

  it('say nothing about what the calendar says nothing about', () => {
    const knownUntil = at('2026-11-21T06:00Z');
    expect(slotsOf({ shifts: [ana], knownUntil })).toEqual([
      ...['20T00 20T06 -', '20T06 21T06 ana'],
    ]);
  });
});

describe('feedNow', () => {
  const shifts = [
    shift('Ana', ['20T06:00', '21T06:00']),
    shift('Ben', ['21T12:00', '22T06:00']),
  ];
  const knownUntil = at('2026-11-22T06:00Z');
  const now = (moment: string, feed: Feed = { shifts, knownUntil }) =>
    feedNow(feed, {
      ...{ at: at(moment), timeZone: 'UTC' },
      person: ref => ({ ref: `user:default/${ref}`, name: ref, contacts: [] }),
      team: { ref: 'group:default/payments', name: 'Payments' },
      origin: { kind: 'ical', where: 'the calendar of Payments' },
    });

  it('says who is on call, who is next, and which gaps come', () => {
    expect(now('2026-11-20T12:00Z')).toEqual({
      team: { ref: 'group:default/payments', name: 'Payments' },
      at: '2026-11-20T12:00:00.000Z',
      state: 'covered',
      headline: 'Ana is on call until Sat 06:00 UTC',
      levels: [
        {
          level: 1,
          responders: [
            {
              ...{ ref: 'user:default/Ana', name: 'Ana', contacts: [] },
              from: '2026-11-20T06:00:00.000Z',
              until: '2026-11-21T06:00:00.000Z',
            },
          ],
        },
      ],
      next: {
        level: 1,
        person: { ref: 'user:default/Ben', name: 'Ben' },
        from: '2026-11-21T12:00:00.000Z',
        to: '2026-11-22T06:00:00.000Z',
      },
      gaps: [
        {
          ...{ level: 1, reason: 'no-shift' },
          from: '2026-11-21T06:00:00.000Z',
          until: '2026-11-21T12:00:00.000Z',
          words:
            'Nobody is on call from Sat 06:00 UTC until Sat 12:00 UTC: no shift covers it',
        },
      ],
      gapsUntil: '2026-11-22T06:00:00.000Z',
      owners: [],
      origin: { kind: 'ical', where: 'the calendar of Payments' },
      warnings: [],
    });
  });

  it('says a gap between two shifts first', () => {
    const { state, headline, levels } = now('2026-11-21T08:00Z');
    expect([state, headline, levels[0].gap?.until]).toEqual([
      ...['gap', 'Nobody is on call until 12:00 UTC'],
      '2026-11-21T12:00:00.000Z',
    ]);
  });

  it('knows nothing once the calendar has ended', () => {
    const { state, headline, unknown, gaps } = now('2026-11-23T00:00Z');
    expect({ state, headline, unknown, gaps }).toEqual({
      state: 'unknown',
      headline:
        'Nobody can tell who is on call: The calendar says nothing after 2026-11-22T06:00:00.000Z',
      unknown: {
        ...{ state: 'unknown', reason: 'no-data' },
        detail: 'The calendar says nothing after 2026-11-22T06:00:00.000Z',
      },
      gaps: [],
    });
  });
});
