import { niceCeiling, stretchWords, tickWords, timeTicks } from './scale';

it.each([
  [0, 1],
  [0.9, 1],
  [0.031, 0.04],
  [1, 1],
  [37, 40],
  [212, 300],
  [980, 1_000],
  [12_000, 15_000],
])('an axis up to %d ends at %d', (value, end) =>
  expect(niceCeiling(value)).toBe(end),
);

const noon = new Date(2026, 10, 21, 12, 0).getTime();
const minute = 60_000;

it.each([
  [60, 6, ['11:00', '11:10', '11:20', '11:30', '11:40', '11:50', '12:00']],
  [15, 4, ['11:45', '11:50', '11:55', '12:00']],
  [360, 4, ['06:00', '08:00', '10:00', '12:00']],
])('marks %d minutes on round clock times', (minutes, most, words) =>
  expect(timeTicks(noon - minutes * minute, noon, most).map(tickWords)).toEqual(
    words,
  ),
);

it('marks days at the reader’s midnight', () => {
  const days = timeTicks(noon - 3 * 1_440 * minute, noon, 4);
  expect(days.map(day => new Date(day).getHours())).toEqual([0, 0, 0]);
});

it('says when a stretch was, with the day where it was not today', () => {
  expect(stretchWords(noon, minute, noon)).toBe('12:00 to 12:01');
  expect(stretchWords(noon, minute, noon + 3 * 1_440 * minute)).toMatch(
    /^.*21.*, 12:00 to 12:01$/,
  );
});

it('marks months where there are many', () => {
  const months = timeTicks(noon - 395 * 1_440 * minute, noon, 6);
  expect(
    months.map(month => {
      const at = new Date(month);
      return [at.getFullYear(), at.getMonth() + 1, at.getDate()];
    }),
  ).toEqual([
    [2026, 1, 1],
    [2026, 4, 1],
    [2026, 7, 1],
    [2026, 10, 1],
  ]);
});

it('says of a whole day the day alone, and the year where it is another', () => {
  const day = new Date(2026, 10, 3).getTime();
  expect(stretchWords(day, 1_440 * minute, noon)).toMatch(/^\D*3\D*$/);
  expect(
    stretchWords(day - 365 * 1_440 * minute, 1_440 * minute, noon),
  ).toContain('2025');
});
