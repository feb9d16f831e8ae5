import {
  countInWords,
  durationInWords,
  inTheLast,
  percentInWords,
  targetInWords,
  timesInWords,
} from './inWords';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('words', () => {
  it.each([
    [0, 'under a minute'],
    [29_000, 'under a minute'],
    [31_000, '1 minute'],
    [50 * minute, '50 minutes'],
    [hour, '1 hour'],
    [90 * minute, '90 minutes'],
    [2 * hour, '2 hours'],
    [day, '1 day'],
    [30 * hour, '30 hours'],
    [2 * day, '2 days'],
    [30 * day, '30 days'],
  ])('for a time of %d ms', (length, words) => {
    expect(durationInWords(length)).toBe(words);
  });

  it('for the time before now', () => {
    expect([5 * minute, hour, day, 30 * day].map(inTheLast)).toEqual([
      ...['the last 5 minutes', 'the last hour', 'the last day'],
      'the last 30 days',
    ]);
  });

  it.each([
    [1, '100 %'],
    [0.99999, '99 %'],
    [0.29, '29 %'],
    [0.24, '24 %'],
    [0.0001, 'under 1 %'],
    [0, '0 %'],
    [5.6516, '565 %'],
  ])('for the part %d', (ratio, words) => {
    expect(percentInWords(ratio)).toBe(words);
  });

  it('for a target, with all its nines', () => {
    expect([0.9, 0.999, 0.9995, 0.99999].map(targetInWords)).toEqual([
      ...['90 %', '99.9 %', '99.95 %', '99.999 %'],
    ]);
  });

  it('for a speed', () => {
    expect([1.24, 9.96, 15.1, 1833.3].map(timesInWords)).toEqual([
      ...['1.2×', '10×', '15×', '1833×'],
    ]);
  });

  it('for a count, whole or not', () => {
    expect([0, 0.3, 0.0051, 7, 12.4, 12_345.6].map(countInWords)).toEqual([
      ...['0', '0.3', '0.0051', '7', '12', '12,346'],
    ]);
  });
});
