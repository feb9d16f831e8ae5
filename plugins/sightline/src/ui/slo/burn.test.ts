import {
  BurnPair,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { burnFigure, pairBurn, tellingPair, thresholdFigure } from './burn';

const HOUR = 3_600_000;

const pair = (
  long: number | undefined,
  short: number | undefined,
  window = HOUR,
): BurnPair => {
  const reading = (rate?: number) =>
    rate === undefined ? { unknown: unknown('no-data') } : { rate };
  return {
    severity: 'page',
    long: { window, burn: reading(long) },
    short: { window: window / 12, burn: reading(short) },
    threshold: 14.4,
    budgetShare: 0.02,
    firing: false,
  };
};

it.each([
  [0, '0×'],
  [0.03, '< 0.1×'],
  [0.26, '0.3×'],
  [1, '1×'],
  [2.44, '2.4×'],
  [9.96, '10×'],
  [15.1, '15×'],
])('a burn rate of %d is written %s', (rate, words) => {
  expect(burnFigure(rate)).toBe(words);
});

it.each([
  [14.4, '14.4×'],
  [5.6000000000000005, '5.6×'],
  [0.9333333333333333, '0.933×'],
])('a threshold of %d is written %s', (threshold, words) => {
  expect(thresholdFigure(threshold)).toBe(words);
});

it('takes the slower burn of a pair, as one that ended is no alarm', () => {
  expect(pairBurn(pair(15, 2))).toBe(2);
});

it('knows no burn of a pair of which one window is unknown', () => {
  expect(pairBurn(pair(15, undefined))).toBeUndefined();
});

it('tells of the pair that burns fastest, and of none while none is known', () => {
  const fast = pair(3, 3.5, 24 * HOUR);
  expect(tellingPair([pair(15, 2), pair(undefined, 40), fast])).toBe(fast);
  expect(tellingPair([pair(undefined, 40)])).toBeUndefined();
});

it('tells of the pair that fires, a page before a ticket and the shortest first', () => {
  const page = { ...pair(20, 20), firing: true };
  const slower = { ...pair(20, 20, 6 * HOUR), firing: true };
  const ticket = {
    ...pair(21, 21, HOUR / 2),
    severity: 'ticket' as const,
    firing: true,
  };
  expect(tellingPair([ticket, slower, page])).toBe(page);
  expect(tellingPair([ticket, pair(30, 30)])).toBe(ticket);
});

it('of pairs that burn alike tells of the shortest', () => {
  const hour = pair(0.9, 0.9);
  expect(tellingPair([pair(0.901, 0.902, 72 * HOUR), hour])).toBe(hour);
});
