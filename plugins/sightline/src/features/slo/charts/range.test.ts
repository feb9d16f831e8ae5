import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { RangeChoice, parseRange, periodOf, rangeOf } from './range';

const DAY = 86_400_000;
const now = Date.parse('2026-11-21T12:03:10.000Z');
const rolling = { kind: 'rolling', duration: 30 * DAY } as const;
const month = {
  kind: 'calendar',
  unit: 'month',
  every: 1,
  start: '2026-01-01 00:00:00',
  timeZone: 'Europe/Berlin',
} as const;

it.each([
  ['6h', '2026-11-21T06:05:00.000Z', 1],
  ['7d', '2026-11-14T12:05:00.000Z', 1],
  ['window', '2026-10-22T12:05:00.000Z', 0],
  ['90d', '2026-08-23T12:05:00.000Z', 24],
  ['13m', '2025-10-22T12:05:00.000Z', 24],
] as [RangeChoice, string, number][])(
  '%s begins where it says',
  (choice, begin, more) => {
    const { from, to, end, asked } = rangeOf({ choice, window: rolling, now });
    expect([from, to, end].map(toIso)).toEqual([
      begin,
      '2026-11-21T12:05:00.000Z',
      '2026-11-21T12:05:00.000Z',
    ]);
    expect(from - asked).toBe(more * 3_600_000);
  },
);

it('goes from one boundary of a calendar to the next, and asks no further than now', () => {
  const { from, to, end } = rangeOf({ choice: 'window', window: month, now });
  expect([from, to, end].map(toIso)).toEqual([
    '2026-10-31T23:00:00.000Z',
    '2026-11-21T12:05:00.000Z',
    '2026-11-30T23:00:00.000Z',
  ]);
});

it('knows how long the window of a budget is, also that of a month', () => {
  const budget = {
    attainment: 1,
    remaining: 1,
    from: '2026-10-31T23:00:00.000Z',
    to: toIso(now),
  };
  expect(periodOf(rolling, budget)).toBe(30 * DAY);
  expect(periodOf(month, budget)).toBe(30 * DAY);
  expect(
    periodOf(month, { ...budget, resetsAt: '2026-11-29T23:00:00.000Z' }),
  ).toBe(29 * DAY);
});

it('makes of what a URL says something that there is', () =>
  expect([parseRange('90d'), parseRange('soon'), parseRange(null)]).toEqual([
    '90d',
    'window',
    'window',
  ]));
