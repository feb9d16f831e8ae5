import fc from 'fast-check';
import { budgetRemaining } from './budgetRemaining';
import { budgetUsed } from './budgetUsed';
import { burnRate } from './burnRate';
import { errorBudget } from './errorBudget';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const target = fc
  .integer({ min: 500_000, max: 999_999 })
  .map(millionths => millionths / 1_000_000);
const errors = fc.double({ min: 0, max: 1, noNaN: true });

describe('errorBudget', () => {
  it.each([
    [0, 1],
    [0.5, 0.5],
    [0.9, 0.1],
    [0.95, 0.05],
    [0.99, 0.01],
    [0.995, 0.005],
    [0.999, 0.001],
    [0.9995, 0.0005],
    [0.9999, 0.0001],
    [0.99995, 0.00005],
    [0.99999, 0.00001],
    [0.999999999, 0.000000001],
  ])('of %d is %d, to the last digit', (of, budget) => {
    expect(errorBudget(of)).toBe(budget);
  });

  it('does not inherit what percent are in floating point', () => {
    expect(100 - 99.9).toBe(0.09999999999999432);
    expect(1 - 0.999).not.toBe(0.001);
    expect(errorBudget(99.9 / 100)).toBe(0.001);
  });

  it('is never nothing, or nobody could divide by it', () => {
    expect(errorBudget(1 - 2 ** -53)).toBeGreaterThan(0);
  });
});

describe('burnRate', () => {
  it.each<[string, number, number, number]>([
    ['all as allowed', 0.001, 0.999, 1],
    ['nothing wrong', 0, 0.999, 0],
    ['everything wrong at three nines', 1, 0.999, 1000],
    ['1 of 10 requests an hour at three nines', 0.1, 0.999, 100],
    ['the page of the workbook', 0.0144, 0.999, 14.4],
    ['payments, last hour', 0.00755, 0.9995, 15.1],
    [
      'an hour with 40 minutes at 20 %, else 0.05 %',
      (40 * 0.2 + 20 * 0.0005) / 60,
      0.999,
      133.5,
    ],
    [
      '5 minutes of which one is well again',
      (4 * 0.2 + 0.0005) / 5,
      0.999,
      160.1,
    ],
  ])('%s', (_title, wrong, of, burn) => {
    expect(burnRate(wrong, of)).toBeCloseTo(burn, 10);
  });
});

describe('budgetUsed', () => {
  it.each([
    [14.4, hour, 30 * day, 0.02],
    [6, 6 * hour, 30 * day, 0.05],
    [3, day, 30 * day, 0.1],
    [1, 3 * day, 30 * day, 0.1],
    [13.44, hour, 7 * day, 0.08],
    [2, 30 * day, 30 * day, 2],
    [0, day, 30 * day, 0],
  ])('at %d for %d ms of %d ms: %d', (burn, window, period, used) => {
    expect(budgetUsed({ burn, window, period })).toBeCloseTo(used, 12);
  });

  it('is exactly all of it at 1 over the whole period', () => {
    fc.assert(
      fc.property(
        target,
        fc.integer({ min: 1, max: 400 * day }),
        (of, period) => {
          const burn = burnRate(errorBudget(of), of);
          expect({
            burn,
            used: budgetUsed({ burn, window: period, period }),
            left: budgetRemaining(errorBudget(of), of),
          }).toEqual({ burn: 1, used: 1, left: 0 });
        },
      ),
    );
  });

  it('adds up over the parts of a period', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1000, noNaN: true }),
        fc.integer({ min: 0, max: 30 * day }),
        (burn, first) => {
          const period = 30 * day;
          const part = (window: number) => budgetUsed({ burn, window, period });
          expect(part(first) + part(period - first)).toBeCloseTo(burn, 8);
        },
      ),
    );
  });
});

describe('budgetRemaining', () => {
  it('falls far below nothing: a week at 99 %, day by day', () => {
    const week = [
      [100, 1],
      [130, 5],
      [80, 0],
      [99, 2],
      [122, 0],
      [189, 30],
      [167, 21],
    ];
    const total = week.reduce((sum, [events]) => sum + events, 0);
    let bad = 0;
    const left = week.map(([, wrong]) => {
      bad += wrong;
      const percent = budgetRemaining(bad / total, 0.99) * 100;
      return Math.round(percent * 100) / 100;
    });

    expect(total).toBe(887);
    expect(left).toEqual([88.73, 32.36, 32.36, 9.81, 9.81, -328.41, -565.16]);
  });

  it('never grows with more errors', () => {
    fc.assert(
      fc.property(target, errors, errors, (of, one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(budgetRemaining(more, of)).toBeLessThanOrEqual(
          budgetRemaining(less, of),
        );
      }),
    );
  });

  it('is all while nothing went wrong, and spent at the target', () => {
    fc.assert(
      fc.property(target, of => {
        expect(budgetRemaining(0, of)).toBe(1);
        expect(budgetRemaining(errorBudget(of), of)).toBe(0);
      }),
    );
  });
});
