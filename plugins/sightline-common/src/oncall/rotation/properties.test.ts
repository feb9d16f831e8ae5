import fc from 'fast-check';
import { ana, ben, chloe, dan, day } from '../__testUtils__/rotations';
import { dutyWithin } from './dutyHours';
import { finalShifts } from './finalShifts';
import type {
  DutyHours,
  Handover,
  Override,
  Rotation,
  RotationLayer,
  RotationVersion,
  Weekday,
} from './model';
import { onCallAt } from './onCallAt';
import { isGap } from './slot';
import { slotsWithin } from './slots';

const iso = (instant: number) => new Date(instant).toISOString();
const two = (number: number) => String(number).padStart(2, '0');

const begin = Date.UTC(2026, 0, 1);
const moment = fc.integer({ min: begin, max: begin + 360 * day });
const clock = fc
  .integer({ min: 0, max: 95 })
  .map(quarter => `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`);
const weekday = fc.constantFrom<Weekday[]>(1, 2, 3, 4, 5, 6, 7);
const zone = fc.constantFrom(
  ...['UTC', 'Europe/Berlin', 'America/New_York'],
  ...['Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia'],
);
const members = fc.subarray([ana, ben, chloe, dan]);

const handover: fc.Arbitrary<Handover> = fc
  .record({
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    every: fc.integer({ min: 1, max: 4 }),
    on: weekday,
    at: clock,
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ unit, date, on, ...rest }) => {
    const anchor = `2026-02-${two(date)} ${rest.at}:00`;
    if (unit === 'day') return { unit, anchor, ...rest };
    return unit === 'week'
      ? { unit, on, anchor, ...rest }
      : { unit, on: on + 24, anchor, ...rest };
  });

const hours: fc.Arbitrary<DutyHours> = fc.record(
  {
    days: fc.subarray([1, 2, 3, 4, 5, 6, 7] as Weekday[]),
    from: clock,
    to: clock,
  },
  { requiredKeys: ['from', 'to'] },
);

const layer: fc.Arbitrary<RotationLayer> = fc.record(
  {
    name: fc.constantFrom('primary', 'night', 'weekend'),
    timeZone: zone,
    members,
    handover,
    hours: fc.array(hours, { maxLength: 3 }),
  },
  { requiredKeys: ['name', 'members', 'handover'] },
);

const version: fc.Arbitrary<RotationVersion> = fc.record({
  from: moment.map(iso),
  levels: fc.uniqueArray(
    fc.record({
      level: fc.integer({ min: 1, max: 3 }),
      layers: fc.array(layer, { maxLength: 3 }),
    }),
    { selector: ({ level }) => level, maxLength: 2 },
  ),
});

const override: fc.Arbitrary<Override> = fc
  .record({
    id: fc.uuid(),
    level: fc.integer({ min: 1, max: 2 }),
    user: fc.constantFrom(ana, ben, chloe, dan),
    from: moment,
    length: fc.integer({ min: 1, max: 10 * day }),
    made: moment,
  })
  .map(({ from, length, made, ...rest }) => ({
    ...rest,
    ...{ from: iso(from), to: iso(from + length), madeAt: iso(made) },
  }));

const rotation: fc.Arbitrary<Rotation> = fc.record({
  id: fc.constant('rotation:default/any'),
  title: fc.constant('Any'),
  team: fc.constant('group:default/any'),
  timeZone: zone,
  versions: fc.array(version, { maxLength: 3 }),
  overrides: fc.array(override, { maxLength: 4 }),
});

const range = fc
  .tuple(moment, fc.integer({ min: 1, max: 30 * day }))
  .map(([from, length]) => ({ from, to: from + length }));

const runs = { numRuns: 150 };

describe('for any rotation', () => {
  it('slots of a level touch or stand apart, in order: at most one person at once', () => {
    fc.assert(
      fc.property(rotation, range, (asked, during) => {
        const { slots } = slotsWithin(asked, during);
        slots.forEach((slot, at) => {
          const next = slots[at + 1];
          expect(slot.from).toBeLessThan(slot.to);
          expect(slot.from).toBeGreaterThanOrEqual(during.from);
          expect(slot.to).toBeLessThanOrEqual(during.to);
          const follows = next?.level === slot.level ? next.from : Infinity;
          expect(slot.to).toBeLessThanOrEqual(follows);
        });
      }),
      runs,
    );
  });

  it('a declared level is answered at every moment, by a person or a gap', () => {
    fc.assert(
      fc.property(rotation, moment, (asked, at) => {
        const inForce = asked.versions
          .filter(({ from }) => Date.parse(from) <= at)
          .sort((a, b) => Date.parse(a.from) - Date.parse(b.from))
          .at(-1);
        const answered = onCallAt(asked, at).map(({ level }) => level);
        const declared = (inForce?.levels ?? []).map(({ level }) => level);
        expect(answered).toEqual(expect.arrayContaining(declared));
        expect(answered).toEqual([...new Set(answered)].sort());
      }),
      runs,
    );
  });

  it('layers cover exactly what is declared', () => {
    fc.assert(
      fc.property(layer, zone, range, (declared, timeZone, during) => {
        const levels = [{ level: 1, layers: [declared] }];
        const asked: Rotation = {
          ...{ id: 'any', title: 'Any', team: 'any', timeZone, overrides: [] },
          versions: [{ from: '2025-01-01T00:00:00Z', levels }],
        };
        const where = declared.timeZone ?? timeZone;
        const covered = (list: readonly { from: number; to: number }[]) =>
          list.reduce((sum, one) => {
            const from = Math.max(one.from, during.from);
            const to = Math.min(one.to, during.to);
            return sum + Math.max(0, to - from);
          }, 0);
        const duty = covered(dutyWithin(declared.hours, during, where));
        expect(covered(finalShifts(asked, during))).toBe(
          declared.members.length > 0 ? duty : 0,
        );
      }),
      runs,
    );
  });

  it('an override wins while it lasts, over everything made before it', () => {
    fc.assert(
      fc.property(rotation, override, (asked, made) => {
        const last = { ...made, madeAt: '2030-01-01T00:00:00Z' };
        const overrides = [last, ...asked.overrides];
        const during = { from: Date.parse(made.from), to: Date.parse(made.to) };
        const shifts = finalShifts({ ...asked, overrides }, during).filter(
          ({ level }) => level === made.level,
        );
        expect(shifts).toEqual([
          {
            ...{ level: made.level, user: made.user, ...during },
            by: { override: made.id },
          },
        ]);
      }),
      runs,
    );
  });

  it('a new version leaves all before it as it was', () => {
    fc.assert(
      fc.property(rotation, version, range, (asked, added, during) => {
        const before = {
          from: during.from,
          to: Math.min(during.to, Date.parse(added.from)),
        };
        const versions = [...asked.versions, added];
        const first = Math.min(
          ...asked.versions.map(({ from }) => Date.parse(from)),
        );
        // What had not begun gets a beginning: that is no history yet.
        fc.pre(first <= before.from);
        const grown = { ...asked, versions };
        expect(finalShifts(grown, before)).toEqual(finalShifts(asked, before));
      }),
      runs,
    );
  });

  it('who is on call at a moment is who has the shift then', () => {
    fc.assert(
      fc.property(rotation, moment, (asked, at) => {
        const now = onCallAt(asked, at).map(({ level, slot }) => ({
          level,
          user: isGap(slot) ? slot.reason : slot.user,
        }));
        const then = slotsWithin(asked, { from: at, to: at + 1 }).slots.map(
          slot => ({
            level: slot.level,
            user: isGap(slot) ? slot.reason : slot.user,
          }),
        );
        expect(now).toEqual(then);
      }),
      runs,
    );
  });

  it('a range in two halves says the same as the whole', () => {
    fc.assert(
      fc.property(rotation, range, (asked, { from, to }) => {
        const half = Math.floor((from + to) / 2);
        const whole = slotsWithin(asked, { from, to }).slots;
        const halves = [
          ...slotsWithin(asked, { from, to: half }).slots,
          ...slotsWithin(asked, { from: half, to }).slots,
        ];
        const cut = whole.flatMap(slot =>
          [
            { ...slot, to: Math.min(slot.to, half) },
            { ...slot, from: Math.max(slot.from, half) },
          ].filter(part => part.from < part.to),
        );
        const order = (list: typeof whole) =>
          [...list].sort((a, b) => a.level - b.level || a.from - b.from);
        expect(order(halves)).toEqual(order(cut));
      }),
      runs,
    );
  });
});
