import { median, percentile, slope } from './statistics';

describe('percentile', () => {
  it.each([
    [[5], 0.99, 5],
    [[1, 2, 3, 4], 0.5, 2],
    [[4, 3, 2, 1], 1, 4],
    [Array.from({ length: 100 }, (_, i) => i + 1), 0.99, 99],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('has no answer for nothing', () => {
    expect(() => median([])).toThrow('no values');
  });
});

describe('slope', () => {
  it.each([
    [[7, 7, 7, 7], 0],
    [[1, 3, 5, 7], 2],
    [[4, 0, 4, 0, 4], 0],
    [[5], 0],
  ])('of %j is %d', (values, expected) => {
    expect(slope(values)).toBe(expected);
  });
});
