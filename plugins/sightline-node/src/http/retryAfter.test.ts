import { readRetryAfter } from './retryAfter';

const now = Date.parse('2026-11-21T02:00:00Z');

describe('readRetryAfter', () => {
  it.each([
    ['30', 30_000],
    [' 0 ', 0],
    ['Sat, 21 Nov 2026 02:01:30 GMT', 90_000],
    ['Saturday, 21-Nov-26 02:00:10 GMT', 10_000],
    ['Sat, 21 Nov 2026 01:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['2026', 2_026_000],
    ['9999999999', undefined],
    ['Sat, 99 Nov 2026 02:00:00 GMT', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('%p means %p ms', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});
