import fc from 'fast-check';
import { lostToResets, type Samples } from '../promql/Series.ts';
import { worthBetween } from './dayShape.ts';
import { growthOf, oncePerNight } from './Growth.ts';
import { constantSeries, counterSeries } from './scrapedSeries.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FROM = Date.UTC(2026, 7, 1);

const series = (restarts: number[], untilMs = FROM + DAY) =>
  counterSeries({
    labels: { __name__: 'hits' },
    growth: growthOf([
      { fromMs: FROM, perSecond: 2 },
      { fromMs: FROM + 6 * HOUR, perSecond: 0 },
      { fromMs: FROM + 7 * HOUR, perSecond: 5 },
    ]),
    target: {
      restarts,
      scraping: { fromMs: FROM, phaseMs: 7_000, present: { untilMs } },
    },
  });

const listOf = ({ length, timeAt, valueAt }: Samples) =>
  Array.from({ length }, (_, i) => [timeAt(i) - FROM, valueAt(i)]);

it('has a sample each half minute, beginning when somebody first asked', () => {
  const samples = series([]).between(0, FROM + 60_000);

  expect(listOf(samples).map(([ms]) => ms)).toEqual([7_000, 37_000]);
  expect(listOf(series([]).between(FROM + 7_000, FROM + 37_000))).toHaveLength(
    1,
  );
  expect(series([], FROM + 100_000).between(0, FROM + DAY).length).toBe(4);
  expect(series([]).between(0, FROM).length).toBe(0);
});

it('begins again at nothing when its process does', () => {
  const values = listOf(
    series([FROM + HOUR]).between(FROM + HOUR - 30_000, FROM + HOUR + 30_000),
  ).map(([, value]) => value);

  const worth = (ms: number) => worthBetween(FROM + HOUR, FROM + HOUR + ms);
  expect(values[0]).toBeCloseTo(
    2 * worthBetween(FROM, FROM + HOUR - 23_000),
    6,
  );
  expect(values[1]).toBeCloseTo(2 * worth(7_000), 6);
});

it('knows what resets took without looking at each sample', () => {
  const time = fc.integer({ min: 0, max: DAY });
  fc.assert(
    fc.property(
      fc.uniqueArray(time, { maxLength: 4, selector: ms => ms >> 20 }),
      fc.tuple(time, time),
      (offsets, ends) => {
        const restarts = offsets.sort((a, b) => a - b).map(ms => FROM + ms);
        const [from, to] = [...ends].sort((a, b) => a - b);
        const samples = series(restarts).between(FROM + from, FROM + to);
        const { lostToResets: _, ...plain } = samples;
        expect(lostToResets(samples)).toBeCloseTo(lostToResets(plain), 6);
      },
    ),
  );
});

it('never goes back otherwise', () => {
  const values = listOf(series([]).between(0, FROM + DAY)).map(([, v]) => v);

  expect(values.every((value, i) => i === 0 || value >= values[i - 1])).toBe(
    true,
  );
});

it('adds up what a day is worth at each hour', () => {
  const at = (hour: number) =>
    worthBetween(FROM + hour * HOUR - 1000, FROM + hour * HOUR + 1000) / 2;

  expect(worthBetween(FROM, FROM + DAY)).toBeCloseTo(86_400, 6);
  expect(at(15)).toBeCloseTo(1.3, 6);
  expect(at(3)).toBeCloseTo(0.7, 6);
  expect(at(9)).toBeCloseTo(1, 6);
});

it('happens once a night, at two', () => {
  const nights = oncePerNight(FROM);

  expect([1, 2, 3, 25, 26].map(hour => nights(FROM + hour * HOUR))).toEqual([
    0, 1, 1, 1, 2,
  ]);
});

it('says the same again and again', () => {
  const scraping = {
    fromMs: FROM,
    phaseMs: 0,
    present: { untilMs: FROM + DAY },
  };
  const up = constantSeries({ __name__: 'up' }, 1, scraping);

  expect(listOf(up.between(FROM, FROM + 60_000))).toEqual([
    [30_000, 1],
    [60_000, 1],
  ]);
});
