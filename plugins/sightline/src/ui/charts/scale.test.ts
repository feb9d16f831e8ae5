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
