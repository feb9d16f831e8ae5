import { Instant, Millis } from './time';

const DAY: Millis = 86_400_000;

/**
 * A date and time of day as clocks on the wall show it, in milliseconds as if it
 * were UTC.
 * @public
 */
export type LocalTime = number;

/** `2026-01-01 00:00:00`; throws a RangeError for what is no date and time. @public */
export const readLocalTime = (text: string): LocalTime => {
  const parts = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})$/.exec(text);
  const local = parts ? Date.parse(`${parts[1]}T${parts[2]}Z`) : NaN;
  // Date.parse takes the 31st of February for the 3rd of March.
  const isDate =
    parts !== null &&
    !Number.isNaN(local) &&
    new Date(local).toISOString().startsWith(parts[1]);
  if (!isDate) {
    throw new RangeError(
      `'${text}' is no date and time: write it like '2026-01-01 00:00:00'`,
    );
  }
  return local;
};

/** What clocks in the zone show at an instant; throws a RangeError for no zone. @public */
export const toLocal = (at: Instant, timeZone: string): LocalTime =>
  at + offsetAt(at, timeZone);

/**
 * When clocks in the zone show this. Where they never do, it is read as if they
 * had not been set forward yet; where they do twice, it is the first time
 * (RFC 5545, 3.3.5).
 *
 * ```
 *   Berlin, 2026-03-29   01:30  01:59 | 03:00  03:30     02:30 is read as 03:30
 *   Berlin, 2026-10-25   02:30  02:59 | 02:00  02:30     02:30 is the first one
 * ```
 * @public
 */
export const toInstantIn = (local: LocalTime, timeZone: string): Instant => {
  // No offset exceeds 14 hours: a day to either side is before and after a change.
  const before = offsetAt(local - DAY, timeZone);
  const after = offsetAt(local + DAY, timeZone);
  const early = local - Math.max(before, after);
  if (toLocal(early, timeZone) === local) return early;
  const late = local - Math.min(before, after);
  return toLocal(late, timeZone) === local ? late : local - before;
};

/**
 * Asking a zone takes microseconds, and most days have one offset from end to end:
 * nowhere are clocks set twice within a day.
 */
const offsetAt = (at: Instant, timeZone: string): Millis => {
  const day = Math.floor(at / DAY);
  const first = offsetOfMidnight(day, timeZone);
  return first === offsetOfMidnight(day + 1, timeZone)
    ? first
    : askOffset(at, timeZone);
};

/** By zone, then by days since 1970; a few years of a few zones. */
const midnights = new Map<string, Map<number, Millis>>();
let midnightsKept = 0;
const midnightsAtMost = 50_000;

const offsetOfMidnight = (day: number, timeZone: string): Millis => {
  const kept = midnights.get(timeZone)?.get(day);
  if (kept !== undefined) return kept;
  const asked = askOffset(day * DAY, timeZone);
  if (++midnightsKept > midnightsAtMost) {
    midnights.clear();
    midnightsKept = 1;
  }
  const ofZone = midnights.get(timeZone) ?? new Map<number, Millis>();
  midnights.set(timeZone, ofZone.set(day, asked));
  return asked;
};

const askOffset = (at: Instant, timeZone: string): Millis => {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(at)) {
    parts[type] = Number(value);
  }
  const { year, month, day, hour, minute, second } = parts;
  const fraction = ((at % 1000) + 1000) % 1000;
  return Date.UTC(year, month - 1, day, hour, minute, second, fraction) - at;
};

/** Whether it is in IANA's list of zones, or another name of one that is. @public */
export const isTimeZone = (text: string): boolean => {
  try {
    return Boolean(formatterOf(text));
  } catch {
    return false;
  }
};

/** Making one takes longer than hundreds of answers; there are some 600 zones. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const formattersAtMost = 600;

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, calendar: 'iso8601', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  if (formatters.size >= formattersAtMost) formatters.clear();
  formatters.set(timeZone, made);
  return made;
};
