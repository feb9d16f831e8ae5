import fc from 'fast-check';
import { allowedBad } from './allowedBad';
import { allowedTime } from './allowedTime';
import { budgetRemaining } from './budgetRemaining';
import { extraNine } from './extraNine';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

describe('allowedBad', () => {
  it.each([
    ['2.5 million requests a day at 99.99 %', 2_500_000, 0.9999, 250],
    ['887 events at 99 %', 887, 0.99, 8.87],
    ['a week of minutes at 99.95 %', 10_080, 0.9995, 5.04],
    ['two weeks of minutes at 95 %', 20_160, 0.95, 1008],
    ['336,000 events at 95 %', 336_000, 0.95, 16_800],
    ['none of none', 0, 0.99, 0],
  ])('%s', (_title, total, target, allowed) => {
    expect(allowedBad(total, target)).toBeCloseTo(allowed, 9);
  });

  it('leaves nothing of the budget when they happened', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 900_000, max: 999_999 }),
        (total, millionths) => {
          const target = millionths / 1_000_000;
          const errors = allowedBad(total, target) / total;
          expect(budgetRemaining(errors, target)).toBeCloseTo(0, 12);
        },
      ),
    );
  });
});

describe('allowedTime', () => {
  it.each([
    ['99.9 % of 30 days', 30 * day, 0.999, 43.2 * minute],
    ['99.99 % of a year', year, 0.9999, 52.56 * minute],
    ['99.999 % of a year', year, 0.99999, 5.256 * minute],
    ['99.95 % of a week', 7 * day, 0.9995, 5 * minute + 2.4 * second],
    ['95 % of two weeks', 14 * day, 0.95, 16 * hour + 48 * minute],
  ])('%s', (_title, period, target, allowed) => {
    expect(allowedTime({ period, target })).toBeCloseTo(allowed, 3);
  });

  it('of a ratio that falls from 99 % to 1 % is longer than of one that falls from all to nothing', () => {
    const of = { period: 14 * day, target: 0.95, normally: 0.99, during: 0.01 };
    const allowed = allowedTime(of);

    expect(allowed / minute).toBeCloseTo(822.857, 3);
    expect(Math.round(allowed / second)).toBe(
      (13 * hour + 42 * minute + 51 * second) / second,
    );
  });

  it.each([
    ['what is normally not reached leaves no time', 0.95, 0.94, 0, 0],
    ['what is kept even then leaves all of it', 0.95, 1, 0.96, day],
  ])('%s', (_title, target, normally, during, allowed) => {
    expect(allowedTime({ period: day, target, normally, during })).toBe(
      allowed,
    );
  });

  it('gives the target as the mean', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 900, max: 999 }),
        fc.integer({ min: 0, max: 899 }),
        (thousandths, low) => {
          const [target, during] = [thousandths / 1000, low / 1000];
          const bad = allowedTime({ period: day, target, during });
          const mean = (bad * during + (day - bad)) / day;
          expect(mean).toBeCloseTo(target, 12);
        },
      ),
    );
  });
});

describe('the calculus of service availability', () => {
  const minutesOf = (target: number) =>
    allowedTime({ period: year, target }) / minute;

  it('leaves half of four nines to a service with five dependencies of five', () => {
    const all = minutesOf(0.9999);
    const dependencies = 5 * minutesOf(extraNine(0.9999));

    expect([all, dependencies, all - dependencies].map(rounded)).toEqual([
      52.56, 26.28, 26.28,
    ]);
    // The paper rounds first: 53 less 26 is 27.
    expect(Math.round(all) - Math.round(dependencies)).toBe(27);
    expect(3 * 20).toBeGreaterThan(Math.round(all));
  });

  it('leaves 16 minutes to mitigate with three dependencies and three shards', () => {
    const all = Math.round(minutesOf(0.9999));
    const dependencies = Math.round(3 * minutesOf(extraNine(0.9999)));
    const own = all - dependencies;
    // One outage of everything and two of one shard of three.
    const each = Math.ceil(own / (1 + 2 / 3));
    const [toDetect, toRespond] = [2, 5];

    expect({ own, each, toMitigate: each - toDetect - toRespond }).toEqual({
      ...{ own: 37, each: 23, toMitigate: 16 },
    });
  });
});

const rounded = (minutes: number) => Math.round(minutes * 100) / 100;
