import { toLocal } from '@sightline/backstage-plugin-sightline-common';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import {
  blackWeek,
  freezesOf,
  turnOfTheYear,
  weekends,
} from '../../__testUtils__/freezes';
import { FreezeSubject } from './Freeze';
import { frozenBy } from './frozenBy';

const payments: FreezeSubject = {
  ...{ service: 'component:default/payments', environment: 'Production' },
  ...{ owners: ['group:default/commerce'], tier: 'T0' },
};

const HOUR = 3_600_000;
const told = (at: number) => new Date(at).toISOString().slice(0, 16);

/** `Weekends 2026-11-20T15:00 2026-11-23T07:00` */
const holding = (freezes: JsonObject[], at: string, subject = payments) =>
  frozenBy(freezesOf(...freezes), subject, Date.parse(at)).now.map(
    ({ freeze, span, exception }) =>
      `${freeze.name} ${told(span.from)} ${told(span.to)}${
        exception ? ' but not for this' : ''
      }`,
  );

describe('a freeze holds', () => {
  const all = [weekends, turnOfTheYear, blackWeek];
  it.each([
    ['from its first moment', '2026-11-20T15:00Z', 'Weekends'],
    ['not a moment earlier', '2026-11-20T14:59:59.999Z', undefined],
    ['in the middle', '2026-11-22T12:00Z', 'Weekends'],
    ['to its end, which is free', '2026-11-16T07:00Z', undefined],
    ['over the turn of the year', '2027-01-01T12:00Z', 'Turn of the year'],
    ['in every year', '2031-12-25T12:00Z', 'Turn of the year'],
    ['once, by its own clocks', '2026-11-23T07:00Z', 'Black week'],
    ['and never again', '2027-11-24T12:00Z', undefined],
  ])('%s: %s', (_title, at, name) => {
    const [first] = holding(all, at);
    expect(first?.replace(/ \d{4}-.*/, '')).toBe(name);
  });

  it.each([
    // 63 hours, but for the weekends on which clocks change
    ['2026-11-21T12:00Z', '2026-11-20T15:00', '2026-11-23T07:00', 64],
    ['2026-03-28T12:00Z', '2026-03-27T15:00', '2026-03-30T06:00', 63],
    ['2026-10-24T12:00Z', '2026-10-23T14:00', '2026-10-26T07:00', 65],
  ])('by clocks on the wall, at %s', (at, from, to, hours) => {
    expect(holding([weekends], at)).toEqual([`Weekends ${from} ${to}`]);
    expect((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / HOUR).toBe(hours);
  });

  it('through the whole hour that comes twice', () => {
    const night = {
      ...{ name: 'Night', timeZone: 'Europe/Berlin' },
      weekly: { from: 'Sun 02:15', to: 'Sun 02:45' },
    };
    expect(holding([night], '2026-10-25T01:00Z')).toEqual([
      'Night 2026-10-25T00:15 2026-10-25T01:45',
    ]);
    // and never in the night in which clocks jump over it
    expect(holding([night], '2026-03-29T01:00Z')).toEqual([]);
  });

  it('the one that lasts longest first', () => {
    expect(
      holding([weekends, turnOfTheYear], '2026-12-27T12:00Z').map(
        one => one.split(' 20')[0],
      ),
    ).toEqual(['Turn of the year', 'Weekends']);
  });
});

describe('a freeze is about', () => {
  const at = '2026-11-22T12:00Z';
  const of = (appliesTo: JsonObject) =>
    holding([{ ...weekends, appliesTo }], at).length > 0;

  it.each<[string, JsonObject, boolean]>([
    ['everything, when nothing is said', {}, true],
    [
      'an environment, however it is spelled',
      { environments: ['production'] },
      true,
    ],
    ['no other environment', { environments: ['test'] }, false],
    ['an owner', { owners: ['Commerce'] }, true],
    ['no other owner', { owners: ['group:default/yard'] }, false],
    ['a tier', { tiers: ['T0', 'T1'] }, true],
    ['no other tier', { tiers: ['none'] }, false],
    ['a service', { services: ['payments'] }, true],
    ['no other service', { services: ['ledger'] }, false],
    [
      'what everything holds for',
      { tiers: ['T0'], services: ['ledger'] },
      false,
    ],
  ])('%s', (_title, appliesTo, expected) => {
    expect(of(appliesTo)).toBe(expected);
  });

  it('services without a tier, where that is said', () => {
    const { tier: _, ...tierless } = payments;
    const freeze = { ...weekends, appliesTo: { tiers: ['none'] } };
    expect(holding([freeze], at, tierless)).toHaveLength(1);
  });
});

describe('an exception', () => {
  const at = '2026-11-22T12:00Z';
  it.each<[string, JsonObject, boolean]>([
    ['lets a service through', { services: ['payments'] }, true],
    ['and no other', { services: ['ledger'] }, false],
    [
      'holds while it lasts',
      { from: '2026-11-22 12:00', to: '2026-11-22 14:00' },
      true,
    ],
    ['not before', { from: '2026-11-22 13:01' }, false],
    ['and not after', { to: '2026-11-22 13:00' }, false],
    [
      'for whom it says alone',
      { tiers: ['T1'], to: '2026-11-22 14:00' },
      false,
    ],
  ])('%s', (_title, exception, lets) => {
    const held = holding([{ ...weekends, except: [exception] }], at);
    expect(held[0].endsWith('but not for this')).toBe(lets);
  });

  it('is looked at before telling which freeze is next', () => {
    const next = (except: JsonObject[]) =>
      frozenBy(
        freezesOf({ ...weekends, except }, turnOfTheYear),
        payments,
        Date.parse('2026-11-18T12:00Z'),
      ).next?.freeze.name;
    expect([next([]), next([{ services: ['payments'] }])]).toEqual([
      ...['Weekends', 'Turn of the year'],
    ]);
  });
});

describe('a weekly freeze', () => {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
  const MINUTE = 60_000;
  const WEEK = 10_080;
  const written = (minute: number) =>
    `${days[Math.floor(minute / 1440)]} ${[
      Math.floor((minute % 1440) / 60),
      minute % 60,
    ]
      .map(part => String(part).padStart(2, '0'))
      .join(':')}`;

  it('holds whenever clocks show a time within it, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'UTC'),
        fc.integer({ min: 0, max: WEEK - 1 }),
        fc.integer({ min: 1, max: WEEK - 1 }),
        fc.integer({ min: 0, max: 525_600 }),
        (timeZone, from, length, minutes) => {
          const [freeze] = freezesOf({
            ...{ name: 'One', timeZone },
            weekly: {
              ...{ from: written(from), to: written((from + length) % WEEK) },
            },
          });
          const now = Date.UTC(2026, 0, 1) + minutes * MINUTE;
          const { now: held, next } = frozenBy([freeze], payments, now);
          // The first of January 1970 was a Thursday.
          const shown = toLocal(now, timeZone) / MINUTE + 3 * 1440;
          const within = (((shown - from) % WEEK) + WEEK) % WEEK < length;
          // An hour that comes twice may add to it, and nothing takes from it.
          expect(within && held.length !== 1).toBe(false);
          expect(next!.span.from).toBeGreaterThan(now);
          for (const { span } of held) {
            expect(span.from <= now && now < span.to).toBe(true);
            expect(span.to - span.from).toBeLessThanOrEqual(
              length * MINUTE + HOUR,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
