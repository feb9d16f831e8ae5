import { Instant, Millis } from '../units/time';
import { ObjectiveWindow } from './objective';
import {
  LocalTime,
  readLocalTime,
  toInstantIn,
  toLocal,
} from '../units/zonedTime';

/** @public */
export type CalendarWindow = Extract<ObjectiveWindow, { kind: 'calendar' }>;

/**
 * The window of a calendar in which a moment lies: from its first instant to the
 * first one of the next.
 *
 * ```
 *      start, local to the zone
 *        ▼
 *   …────┼──────────┼──────────┼──────────┼────…     every so many units,
 *                        ▲                            in both directions
 *                        at
 *                   from ├──────────┤ to
 * ```
 *
 * Boundaries are counted on the wall's clock, not in hours: a month of Berlin is
 * an hour short in March. A start on the 31st falls on the last day of shorter
 * months. What clocks skip or show twice is read as RFC 5545 says.
 *
 * Source: OpenSLO v1, `timeWindow.calendar`.
 * Domain: `every` a whole number from 1, `start` a local date and time, `timeZone`
 * in IANA's list; throws a RangeError for anything else.
 *
 * @example month from `2026-01-01 00:00:00` in Europe/Berlin, at 2026-03-15T12:00Z:
 *   2026-02-28T23:00Z to 2026-03-31T22:00Z
 * @public
 */
export const calendarWindowAt = (
  window: CalendarWindow,
  at: Instant,
): Readonly<{ from: Instant; to: Instant }> => {
  const { unit, every, start, timeZone } = window;
  const key = [unit, every, start, timeZone].join();
  const last = lastAnswers.get(key);
  if (last && last.from <= at && at < last.to) return last;
  const answer = findWindow(window, at);
  if (lastAnswers.size >= answersAtMost) lastAnswers.clear();
  lastAnswers.set(key, answer);
  return answer;
};

/**
 * A fleet has a handful of calendars, and asks each of them thousands of times
 * about the same day; asking a time zone takes microseconds.
 */
const lastAnswers = new Map<string, Readonly<{ from: Instant; to: Instant }>>();
const answersAtMost = 1000;

const findWindow = (window: CalendarWindow, at: Instant) => {
  if (!(Number.isInteger(window.every) && window.every >= 1)) {
    throw new RangeError(`every ${window.every} ${window.unit}s is no window`);
  }
  const start = readLocalTime(window.start);
  const boundary = (number: number): Instant =>
    toInstantIn(localBoundary(window, start, number), window.timeZone);
  let number = roughNumber(window, start, toLocal(at, window.timeZone));
  let from = boundary(number);
  while (from > at) from = boundary(--number);
  let to = boundary(number + 1);
  while (to <= at) {
    number += 1;
    [from, to] = [to, boundary(number + 1)];
  }
  return { from, to };
};

const DAY: Millis = 86_400_000;

const days = { day: 1, week: 7 } as const;
const months = { month: 1, quarter: 3, year: 12 } as const;

type Unit = CalendarWindow['unit'];
const isInDays = (unit: Unit): unit is keyof typeof days => unit in days;

const localBoundary = (
  { unit, every }: CalendarWindow,
  start: LocalTime,
  number: number,
): LocalTime =>
  isInDays(unit)
    ? start + number * every * days[unit] * DAY
    : addMonths(start, number * every * months[unit]);

/** Right, or one or two beside it where days are not 24 hours long. */
const roughNumber = (
  { unit, every }: CalendarWindow,
  start: LocalTime,
  local: LocalTime,
): number => {
  if (isInDays(unit)) {
    return Math.floor((local - start) / (every * days[unit] * DAY));
  }
  const passed = monthsSinceYearZero(local) - monthsSinceYearZero(start);
  return Math.floor(passed / (every * months[unit]));
};

const monthsSinceYearZero = (local: LocalTime): number => {
  const date = new Date(local);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const addMonths = (start: LocalTime, count: number): LocalTime => {
  const date = new Date(start);
  const month = date.getUTCMonth() + count;
  const year = date.getUTCFullYear();
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const day = Math.min(date.getUTCDate(), lastDay);
  return Date.UTC(year, month, day) + (start - startOfDay(start));
};

const startOfDay = (local: LocalTime): LocalTime =>
  Math.floor(local / DAY) * DAY;
