import { boundIn, boundInWords } from './bounds';

describe('boundIn', () => {
  it.each([
    ['sum(increase(d_bucket{le="0.5"}[5m]))', 'd_bucket', '0.5'],
    ['sum(increase(d_bucket{job="a", le=~"1(\\\\.0)?"}[5m]))', 'd_bucket', '1'],
    ['sum(increase(d_bucket{le=~"0[.]25"}[5m]))', 'd_bucket', '0.25'],
    ['sum(increase(d_bucket{le=~"2([.]0+)?"}[5m]))', 'd_bucket', '2'],
    ['increase({__name__="d.bucket",le="0.5"}[5m])', 'd.bucket', '0.5'],
  ])('finds it in %s', (text, metric, bound) => {
    expect(boundIn(text)).toEqual({ metric, bound });
  });

  it('finds none where none is asked for', () => {
    expect(boundIn('sum(increase(requests_total{title="1"}[5m]))')).toBe(
      undefined,
    );
  });
});

describe('boundInWords', () => {
  it.each([
    [
      ['0.5', '0.1', '1.0', '+Inf'],
      'No bucket ends at 0.3; there are 0.1, 0.5, 1',
    ],
    [
      ['0.3', '1'],
      'No bucket of this service ends at 0.3, as those of others do',
    ],
    [['+Inf'], 'No bucket ends at 0.3: the histogram has none at all'],
    [
      Array.from({ length: 25 }, (_, nth) => String(nth + 1)),
      'No bucket ends at 0.3; there are 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 …',
    ],
  ])('of the bounds %j', (there, words) => {
    expect(boundInWords('0.3', there)).toBe(words);
  });
});
