import { freeSide } from './freeSide';
import type { Guide } from './LineChart';
import { timePlot } from './timePlot';
import { bentAxis } from './ValueAxis';

const HOUR = 3_600_000;
const plot = timePlot({ from: 0, to: 24 * HOUR, width: 800, height: 170 });
const axis = bentAxis(20, String);
const guide: Guide = {
  value: 1,
  words: 'ticket from 1× over 3 d',
  kind: 'warn',
};

const line = (valueAt: (hour: number) => number | undefined) =>
  Array.from({ length: 24 }, (_, hour) => ({
    at: hour * HOUR,
    width: HOUR,
    value: valueAt(hour),
  }));

it.each<[string, (hour: number) => number | undefined, 'left' | 'right']>([
  ['below it', () => 0.5, 'left'],
  ['above it', () => 5, 'left'],
  ['through it at the beginning', hour => (hour < 9 ? 1.1 : 0.4), 'right'],
  ['up through it early', hour => (hour < 3 ? 0.4 : 8), 'right'],
  ['through it at the end', hour => (hour < 12 ? 0.4 : 1.1), 'left'],
  ['through it all along', () => 1.1, 'left'],
  ['nowhere at first', hour => (hour < 12 ? undefined : 1.1), 'left'],
])('where the line runs %s', (_, valueAt, side) => {
  const at = freeSide({ points: line(valueAt), axis, plot }, guide);
  expect(at < (plot.left + plot.right) / 2 ? 'left' : 'right').toBe(side);
});
