import { BurnSeries, DAY } from './burnSeries';

export const rolling = { kind: 'rolling', duration: 30 * DAY } as const;
export const month = {
  kind: 'calendar',
  unit: 'month',
  every: 1,
  start: '2026-01-01 00:00:00',
  timeZone: 'Europe/Berlin',
} as const;

export const burning = (now: number): BurnSeries => ({
  now,
  target: 0.995,
  traffic: 3_240,
  window: rolling,
  quiet: 0.55,
  troubles: [
    [1, 1, 15.1],
    [9 * 24, 3, 26],
    [60 * 24, 30, 14],
    [200 * 24, 20, 30],
  ],
});
export const slow = (now: number): BurnSeries => ({
  ...burning(now),
  quiet: 0.7,
  troubles: [[80, 80, 1.3]],
});
export const quiet = (now: number): BurnSeries => ({
  ...burning(now),
  quiet: 0.4,
  troubles: [],
});
export const spent = (now: number): BurnSeries => ({
  ...burning(now),
  quiet: 0.3,
  troubles: [[11 * 24, 9, 190]],
});

export const monthly = (now: number): BurnSeries => ({
  ...burning(now),
  window: month,
  quiet: 0.6,
  troubles: [[60, 60, 2.6]],
});
