import fc from 'fast-check';
import { alertThreshold } from './alertThreshold';
import { budgetUsed } from './budgetUsed';
import { detectionTime } from './detectionTime';
import { scaledWindow } from './scaledWindow';
import { timeToExhaustion } from './timeToExhaustion';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('the table of the workbook', () => {
  it.each([
    [hour, 0.02, 14.4, 50 * hour, 51.84 * second, 13.44],
    [6 * hour, 0.05, 6, 5 * day, 129.6 * second, 5.6000000000000005],
    [day, 0.1, 3, 10 * day, 259.2 * second, 2.8000000000000003],
    [3 * day, 0.1, 1, 30 * day, 259.2 * second, 0.9333333333333333],
  ])(
    '%d ms using %d of 30 days: %d times too fast',
    (window, budgetShare, threshold, exhausted, detected, sloth28) => {
      const of = { budgetShare, window };
      const period = 30 * day;
      const burn = alertThreshold({ ...of, period });

      expect({
        burn,
        exhausted: timeToExhaustion({ remaining: 1, burn, period }),
        detected: detectionTime({
          ...{ errors: 1, target: 0.999, window, threshold: burn },
        }),
      }).toEqual({
        burn: threshold,
        exhausted,
        detected: expect.closeTo(detected, 6),
      });
      // Sloth's own order of operations rounds two of them up by one bit.
      expect(alertThreshold({ ...of, period: 28 * day })).toBeCloseTo(
        sloth28,
        14,
      );
    },
  );
});

describe('the tables of others', () => {
  it.each([
    ["Sloth's 7 days", 0.08, hour, 13.44],
    ["Sloth's 7 days", 0.125, 6 * hour, 3.5],
    ["Sloth's 7 days", 0.2, day, 1.4],
    ["Sloth's 7 days", 0.42, 3 * day, 0.98],
    ["bitdrift's 7 days", 0.1, hour, 16.8],
    ["bitdrift's 7 days", 0.2, 6 * hour, 5.6],
    ["bitdrift's 7 days", 0.4, day, 2.8],
    ['a share of the workbook, in 7 days no 14.4', 0.02, hour, 3.36],
  ])('%s: %d in %d ms is %d', (_title, budgetShare, window, threshold) => {
    const burn = alertThreshold({ budgetShare, window, period: 7 * day });
    expect(burn).toBeCloseTo(threshold, 14);
  });

  it.each([
    [28, [2, 60, 5], [15, 360, 30], [60, 1440, 120], [180, 5760, 360]],
    [14, [1, 30, 3], [8, 180, 15], [30, 720, 60], [90, 2880, 180]],
    [7, [1, 15, 1], [4, 90, 8], [15, 360, 30], [45, 1440, 90]],
  ])(
    "Pyrra's windows for %d days: wait, long and short in minutes",
    (days, ...expected) => {
      const made = [
        [2, 60, 5],
        [15, 360, 30],
        [60, 1440, 120],
        [180, 5760, 360],
      ];
      const scaled = made.map(windows =>
        windows.map(one => scaledWindow(one * minute, days / 28) / minute),
      );
      expect(scaled).toEqual(expected);
    },
  );

  it("Pyrra's factors are shares of 28 days", () => {
    const period = 28 * day;
    const shareOf = (burn: number, window: number) =>
      budgetUsed({ burn, window, period });
    const table = [
      [14, hour],
      [7, 6 * hour],
      [2, day],
      [1, 4 * day],
    ];
    expect(
      table.map(([factor, window]) => {
        const budgetShare = shareOf(factor, window);
        return alertThreshold({ budgetShare, window, period });
      }),
    ).toEqual([14, 7, 2, expect.closeTo(1, 14)]);
  });
});

describe('alertThreshold', () => {
  it('is the speed at which the window uses the share', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.integer({ min: minute, max: 30 * day }),
        fc.integer({ min: 1, max: 12 }),
        (budgetShare, window, times) => {
          const period = window * times;
          const burn = alertThreshold({ budgetShare, window, period });
          const used = budgetUsed({ burn, window, period });
          expect(used / budgetShare).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

describe('timeToExhaustion', () => {
  const period = 30 * day;

  it.each([
    ['untouched, at the speed that is allowed', 1, 1, period],
    ['half of it left, twice too fast', 0.5, 2, 7.5 * day],
    ['payments at 2 a.m.', 0.24, 15.1, expect.closeTo(0.4768 * day, -4)],
    ['spent', 0, 15, 0],
    ['overdrawn', -5.65, 15, 0],
    ['overdrawn, and nothing burns', -0.1, 0, 0],
    ['nothing burns', 0.3, 0, undefined],
  ])('%s', (_title, remaining, burn, lasts) => {
    expect(timeToExhaustion({ remaining, burn, period })).toEqual(lasts);
  });

  it('is when what is left is used', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
        (remaining, burn) => {
          const window = timeToExhaustion({ remaining, burn, period })!;
          const used = budgetUsed({ burn, window, period });
          expect(used / remaining).toBeCloseTo(1, 10);
        },
      ),
    );
  });
});

describe('detectionTime', () => {
  it.each([
    ['a tenth fails: ten times as long', 0.1, 518.4 * second],
    ['just above the threshold: nearly the whole window', 0.0145, 3575.17e3],
  ])('%s', (_title, errors, detected) => {
    const of = { target: 0.999, window: hour, threshold: 14.4 };
    expect(detectionTime({ ...of, errors })! / detected).toBeCloseTo(1, 5);
  });

  it('is never, at or below the threshold', () => {
    const of = { target: 0.999, window: hour, threshold: 14.4 };
    expect(detectionTime({ ...of, errors: 0.0144 })).toBeUndefined();
    expect(detectionTime({ ...of, errors: 0 })).toBeUndefined();
  });
});

describe('scaledWindow', () => {
  it.each([
    [5 * minute, 0.5, 3 * minute],
    [5 * minute, 0.1, minute],
    [minute, 0.01, minute],
    [7 * minute, 1, 7 * minute],
  ])('%d ms times %d is %d ms', (window, times, scaled) => {
    expect(scaledWindow(window, times)).toBe(scaled);
  });
});
