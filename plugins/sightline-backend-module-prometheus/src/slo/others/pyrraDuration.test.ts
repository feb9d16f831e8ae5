import { pyrraDuration } from './pyrraDuration';

const minute = 60_000;

describe('pyrraDuration', () => {
  it.each([
    [5, '5m'],
    [60, '1h'],
    [64, '1h4m'],
    [1440, '1d'],
    [4 * 1440, '4d'],
    [1543, '1d1h43m'],
    [7 * 1440, '1w'],
    [8 * 1440, '8d'],
    [28 * 1440, '4w'],
    [30 * 1440, '30d'],
  ])('writes %d minutes as %s', (minutes, words) => {
    expect(pyrraDuration(minutes * minute)).toBe(words);
  });
});
