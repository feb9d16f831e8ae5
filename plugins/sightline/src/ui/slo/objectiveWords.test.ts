import { ObjectiveWindow } from '@sightline/backstage-plugin-sightline-common';
import { indicatorTitle, windowMeaning, windowTitle } from './objectiveWords';

const rolling: ObjectiveWindow = { kind: 'rolling', duration: 2_592_000_000 };

const calendar = (every: number): ObjectiveWindow => ({
  kind: 'calendar',
  unit: 'week',
  every,
  start: '2026-01-05 00:00:00',
  timeZone: 'Europe/Berlin',
});

it.each([
  [rolling, '30 d', 'the last 30 d'],
  [calendar(1), 'week', 'each week in Europe/Berlin'],
  [calendar(2), '2 weeks', 'every 2 weeks in Europe/Berlin'],
])('names a window in short and in full', (window, short, full) => {
  expect([windowTitle(window), windowMeaning(window)]).toEqual([short, full]);
});

it('names the bound of a latency', () => {
  expect([
    indicatorTitle({ kind: 'latency', threshold: 800, words: '' }),
    indicatorTitle({ kind: 'availability', words: '' }),
  ]).toEqual(['latency ≤ 800 ms', 'availability']);
});
