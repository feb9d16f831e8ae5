import {
  alertThreshold,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { day, hour, minute, objective } from './__testUtils__/told';
import { defaultAlertRules } from './defaultAlertRules';
import { windowsToAsk } from './windowsToAsk';

const told = (period: Millis) =>
  defaultAlertRules(period).map(({ severity, long, short, budgetShare }) => [
    severity,
    long / minute,
    short / minute,
    budgetShare,
    alertThreshold({ budgetShare, window: long, period }),
  ]);

describe('defaultAlertRules', () => {
  it('of 30 days are those of the workbook', () => {
    expect(told(30 * day)).toEqual([
      ['page', 60, 5, 0.02, 14.4],
      ['page', 360, 30, 0.05, 6],
      ['ticket', 1440, 120, 0.1, 3],
      ['ticket', 4320, 360, 0.1, 1],
    ]);
  });

  it('of 28 days are those shares of them', () => {
    expect(told(28 * day)).toEqual([
      ['page', 60, 5, 0.02, 13.44],
      ['page', 360, 30, 0.05, 5.6],
      ['ticket', 1440, 120, 0.1, 2.8],
      ['ticket', 4320, 360, 0.1, 0.9333333333333333],
    ]);
  });

  it('of 7 days are those of Sloth, and not the fourteenfold', () => {
    expect(told(7 * day)).toEqual([
      ['page', 60, 5, 0.08, 13.44],
      ['page', 360, 30, 0.125, 3.5],
      ['ticket', 1440, 120, 0.2, 1.4],
      ['ticket', 4320, 360, 0.42, 0.98],
    ]);
  });

  it.each<[string, Millis, number[][]]>([
    [
      'a day: no window under an hour, of two alike the slower',
      day,
      [
        [60, 5, 0.146, 3.5],
        [206, 17, 0.2, 1.4],
        [617, 51, 0.42, 0.98],
      ],
    ],
    [
      'two weeks',
      14 * day,
      [
        [120, 10, 0.08, 13.44],
        [720, 60, 0.125, 3.5],
        [2880, 240, 0.2, 1.4],
        [8640, 720, 0.42, 0.98],
      ],
    ],
    [
      'a quarter',
      90 * day,
      [
        [180, 15, 0.02, 14.4],
        [1080, 90, 0.05, 6],
        [4320, 360, 0.1, 3],
        [12960, 1080, 0.1, 1],
      ],
    ],
    [
      'a year: windows no longer than for a quarter',
      360 * day,
      [
        [180, 15, 0.005, 14.4],
        [1080, 90, 0.013, 6],
        [4320, 360, 0.025, 3],
        [12960, 1080, 0.025, 1],
      ],
    ],
    ['half an hour, of which nobody can be told in time', hour / 2, []],
  ])('of %s', (_title, period, expected) => {
    const close = (value: number) => Math.round(value * 1000) / 1000;
    expect(
      told(period).map(([, long, short, share, threshold]) => [
        ...[long, short, close(share as number)],
        Math.round((threshold as number) * 100) / 100,
      ]),
    ).toEqual(expected);
  });

  it('of any period call nothing too fast that spends no budget, and every rule can be asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: hour, max: 800 * day }), period => {
        for (const rule of defaultAlertRules(period)) {
          const { long: window, short, budgetShare } = rule;
          const of = { budgetShare, window, period };
          expect(alertThreshold(of)).toBeGreaterThan(0.85);
          expect(alertThreshold(of)).toBeLessThan(16);
          expect(budgetShare).toBeLessThan(1);
          expect(window).toBeLessThan(period);
          expect(short).toBeGreaterThanOrEqual(5 * minute);
          expect(short).toBeLessThan(window);
          expect([window % minute, short % minute]).toEqual([0, 0]);
        }
      }),
    );
  });
});

describe('windowsToAsk', () => {
  const rules = defaultAlertRules(30 * day);
  const now = Date.parse('2026-11-21T02:00:00Z');
  const month = objective({
    window: {
      ...{ kind: 'calendar', unit: 'month', every: 1 },
      ...{ start: '2026-01-01 00:00:00', timeZone: 'UTC' },
    },
  });

  const alerts = [5, 30, 60, 120, 360, 1440, 4320];

  it.each<[string, ReturnType<typeof objective>, number, number[]]>([
    ['rolling', objective(), now, [...alerts, 43_200]],
    ['a month, on its 21st', month, now, [...alerts, 20 * 1440 + 120]],
    [
      'a month, on its 2nd: the part that has passed stays at the end',
      month,
      Date.parse('2026-11-02T06:30:00Z'),
      [...alerts, 1830],
    ],
    [
      'a month, when as much has passed as an alert asks for',
      month,
      Date.parse('2026-11-02T00:00:30Z'),
      [5, 30, 60, 120, 360, 4320, 1440],
    ],
    [
      'a month, in its first minute',
      month,
      Date.parse('2026-11-01T00:00:20Z'),
      [30, 60, 120, 360, 1440, 4320, 5],
    ],
  ])('%s', (_title, of, at, minutes) => {
    expect(windowsToAsk(of, rules, at).map(one => one / minute)).toEqual(
      minutes,
    );
  });

  it('names no window twice', () => {
    const twice = [...rules, ...rules, { ...rules[0], long: 30 * day }];
    expect(windowsToAsk(objective(), twice, now)).toEqual(
      [...alerts, 43_200].map(one => one * minute),
    );
  });
});
