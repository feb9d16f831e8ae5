import { clock } from './clock';

const now = Date.parse('2026-11-21T22:30:00Z');
const at = (iso: string, timeZone = 'UTC') =>
  clock(Date.parse(iso), { now, timeZone });

it.each([
  ['2026-11-21T23:00:00Z', 'UTC', '23:00'],
  ['2026-11-21T02:05:00Z', 'UTC', '02:05'],
  ['2026-11-22T02:00:00Z', 'UTC', 'Sun 02:00'],
  ['2026-11-26T09:00:00Z', 'UTC', 'Thu 09:00'],
  ['2026-12-24T09:00:00Z', 'UTC', '24 Dec 09:00'],
  // Past midnight in Berlin only the hour before it is of another day.
  ['2026-11-21T23:00:00Z', 'Europe/Berlin', 'Sun 00:00'],
  ['2026-11-21T22:00:00Z', 'Asia/Kathmandu', '03:45'],
])('%s in %s is %s', (iso, timeZone, words) =>
  expect(at(iso, timeZone)).toBe(words),
);
