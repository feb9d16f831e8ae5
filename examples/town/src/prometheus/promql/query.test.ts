import { everyHalfMinute, listStore } from '../__testUtils__/listStore.ts';
import type { Labels } from './Series.ts';
import { queryAt, queryOver } from './query.ts';

const store = listStore([
  {
    labels: { __name__: 'hits', path: '/a', code: '200' },
    samples: everyHalfMinute('0 10 20 30 40 5 15'),
  },
  {
    labels: { __name__: 'hits', path: '/a', code: '500' },
    samples: everyHalfMinute('0 1 2 3 4 5 6'),
  },
  {
    labels: { __name__: 'hits', path: '/b', code: '200' },
    samples: everyHalfMinute('7 _ _ 7'),
  },
  {
    labels: { __name__: 'size', path: '/a' },
    samples: everyHalfMinute('NaN 2 -3 Infinity'),
  },
]);
const limits = { mostSamples: 1000 };
const at = (seconds: number, query: string) =>
  queryAt({ query, store, atMs: seconds * 1000, limits });
const vector = (...samples: [Labels, number][]) => ({
  type: 'vector',
  samples: samples.map(([labels, value]) => ({ labels, value })),
});

// More than a hundred queries are held against a real Prometheus in realPrometheus.test.ts;
// these are about what that one, being of the second generation, sees differently or not.
describe('at a moment', () => {
  it.each([
    ['five minutes after the last sample it is still there', 389, 1],
    ['and then no more', 390, 0],
  ])('%s', (_, seconds, count) => {
    const found = at(seconds, 'hits{path="/b"}');
    expect(found).toMatchObject({ samples: { length: count } });
  });

  it('leaves the sample on the left end of a range out', () => {
    const counted = (query: string) => at(90, `sum(count_over_time(${query}))`);

    expect(counted('hits{code="500"}[90s]')).toEqual(vector([{}, 3]));
    expect(counted('hits{code="500"}[90001ms]')).toEqual(vector([{}, 4]));
  });

  it('counts on through the reset of a counter', () => {
    // 10 20 30 40 | 5 15: seen from 30 s to 180 s it is 40 - 10 + 15 = 45.
    expect(at(180, 'increase(hits{code="200",path="/a"}[150001ms])')).toEqual(
      vector([{ code: '200', path: '/a' }, 45 * (150.001 / 150)]),
    );
    expect(at(180, 'resets(hits{path="/a"}[3m])')).toEqual(
      vector(
        [{ code: '200', path: '/a' }, 1],
        [{ code: '500', path: '/a' }, 0],
      ),
    );
  });

  it('draws no counter out to less than nothing', () => {
    // From 10 s on: the first sample is 20 s inside, but there it was 1 = 30 s from 0.
    const [early] = ['hits{code="500"}[170s]'];
    expect(at(180, `increase(${early})`)).toEqual(
      vector([{ code: '500', path: '/a' }, 5 * (170 / 150)]),
    );
    // A range that is twice as long shows no more than there can have been.
    expect(at(180, 'increase(hits{code="500"}[10m])')).toEqual(
      vector([{ code: '500', path: '/a' }, 6]),
    );
  });

  it('needs two samples for a rate, and one for a sum', () => {
    expect(at(90, 'rate(hits{code="500"}[30s])')).toEqual(vector());
    expect(at(90, 'sum_over_time(hits{code="500"}[30s])')).toEqual(
      vector([{ code: '500', path: '/a' }, 3]),
    );
  });

  it('keeps numbers that are none, and knows the infinities', () => {
    const size = { path: '/a' };
    expect(at(0, 'size * 2')).toEqual(vector([size, NaN]));
    expect(at(0, 'size == size')).toEqual(vector());
    expect(at(90, 'max_over_time(size[2m])')).toEqual(vector([size, Infinity]));
    expect(at(90, 'min_over_time(size[2m])')).toEqual(vector([size, -3]));
    expect(at(30, '0 / 0')).toEqual({ type: 'scalar', value: NaN });
    expect(at(30, '1 ^ (0 / 0) + -1 ^ 2')).toEqual({
      type: 'scalar',
      value: 0,
    });
  });

  it('answers errors that are not there with zero when it is told how', () => {
    const bad = 'sum by (path) (hits{code="500"})';
    const total = 'sum by (path) (hits)';
    expect(at(90, `(${bad} or 0 * ${total}) / ${total}`)).toEqual(
      vector([{ path: '/a' }, 3 / 33], [{ path: '/b' }, 0]),
    );
  });

  it('evaluates subqueries at whole steps, whenever it is asked', () => {
    expect(
      at(100, 'last_over_time(timestamp(hits{code="500"})[1m:20s])'),
    ).toEqual(vector([{ code: '500', path: '/a' }, 90]));
    expect(at(101, 'count_over_time(vector(time())[1m:20s])')).toEqual(
      vector([{}, 3]),
    );
  });

  it.each([
    [
      'hits * on (path) hits',
      'found duplicate series for the match group {path="/a"} on the right hand-side of the operation',
    ],
    [
      'hits * on (path) size',
      'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)',
    ],
    [
      'label_replace(hits, "code", "1", "code", ".*")',
      'vector cannot contain metrics with the same labelset',
    ],
    [
      'sum_over_time(vector(1)[1h:1s])',
      'query processing would load too many samples into memory in query execution',
    ],
  ])('refuses %s', (query, message) => {
    expect(() => at(60, query)).toThrow(message);
  });
});

it('answers over a range of time, a line for each set of labels', () => {
  const range = { startMs: 60_000, endMs: 120_000, stepMs: 30_000, limits };
  const over = (query: string) => queryOver({ query, store, ...range });

  expect(over('max(hits{code="200"} @ start())')).toMatchObject([
    { points: [{ value: 20 }, { value: 20 }, { value: 20 }] },
  ]);
  expect(over('hits{code="500"} > 2')).toEqual([
    {
      labels: { __name__: 'hits', code: '500', path: '/a' },
      points: [
        { timeMs: 90_000, value: 3 },
        { timeMs: 120_000, value: 4 },
      ],
    },
  ]);
  expect(() => over('hits[1m]')).toThrow(
    'invalid expression type "range vector" for range query, must be Scalar or instant Vector',
  );
});
