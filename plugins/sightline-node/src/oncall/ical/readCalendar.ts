import type {
  FeedShift,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import {
  Calendar,
  EVENTS_AT_MOST,
  propertyOf,
  readComponents,
} from './Component';
import { unescaped } from './contentLines';
import { EventTimes, occurrencesOf } from './occurrencesOf';
import { CalendarEvent, readEvent } from './readEvent';
import type { Allowance } from './recurrence/occurrences';
import { createZones } from './zones/createZones';

/** Something in a calendar that is not read as it stands. @public */
export type CalendarProblem = {
  /** left out where it is about the whole */
  line?: number;
  words: string;
};

/** What a calendar says about a stretch of time. @public */
export type CalendarReading = {
  /** what it calls itself */
  name?: string;
  /** in order of their beginning; uncut, so that some begin before the range */
  shifts: FeedShift[];
  problems: CalendarProblem[];
  /** false: something is missing that the calendar has, see the problems */
  complete: boolean;
  /**
   * until when it says anything: a feed with two weeks of events does not say that
   * nobody is on call in the third. Left out where it goes on beyond the range
   */
  knownUntil?: Instant;
};

/** @public */
export type CalendarOptions = {
  from: Instant;
  to: Instant;
  /** IANA: of times that are in no zone, where the calendar names none */
  timeZone?: string;
};

/** Longer ones are refused: 5 MiB are a firm's events of ten years. @public */
export const CALENDAR_LENGTH_AT_MOST = 5 * 1024 * 1024;

const SHIFTS_AT_MOST = 20_000;
const PROBLEMS_SHOWN = 50;
/** Days to look at, in all rules together: some tenths of a second. */
const ALLOWANCE = 300_000;

/** Of several events alike the one that was changed last. */
const newest = (
  events: readonly CalendarEvent[],
  key: (event: CalendarEvent) => string,
): CalendarEvent[] => {
  const byKey = new Map<string, CalendarEvent>();
  for (const event of events) {
    const known = byKey.get(key(event));
    if (!known || known.sequence <= event.sequence)
      byKey.set(key(event), event);
  }
  return [...byKey.values()];
};

const occurrenceKey = (uid: string, at: Instant) => `${at} ${uid}`;

type Found = {
  shifts: FeedShift[];
  times: EventTimes[];
  /** events that were not looked at any more */
  unread: number;
};

/** Every event with those that stand in for one of its occurrences. */
const follow = (
  events: readonly CalendarEvent[],
  range: { from: Instant; to: Instant },
  allowance: Allowance,
): Found => {
  const masters = newest(
    events.filter(({ replaces }) => replaces === undefined),
    ({ uid }) => uid,
  );
  const instead = newest(
    events.filter(({ replaces }) => replaces !== undefined),
    ({ uid, replaces = 0 }) => occurrenceKey(uid, replaces),
  );
  const replaced = new Set(
    instead.map(({ uid, replaces = 0 }) => occurrenceKey(uid, replaces)),
  );
  const found: Found = { shifts: [], times: [], unread: 0 };
  for (const event of [...instead, ...masters]) {
    const { uid, title, cancelled, replaces } = event;
    if (cancelled || !title) continue;
    if (found.shifts.length >= SHIFTS_AT_MOST) {
      found.unread += 1;
      continue;
    }
    const times = occurrencesOf(event, range, allowance);
    found.times.push(times);
    for (const { from, to } of times.occurrences) {
      const isReplaced =
        replaces === undefined && replaced.has(occurrenceKey(uid, from));
      if (!isReplaced) found.shifts.push({ id: uid, ...title, from, to });
    }
  }
  found.shifts.sort((a, b) => a.from - b.from || a.to - b.to);
  return found;
};

const readEvents = (
  calendar: Calendar,
  options: CalendarOptions,
  allowance: Allowance,
) => {
  const { timeZone } = options;
  const findZone = createZones(calendar, { timeZone, allowance });
  const events: CalendarEvent[] = [];
  const problems: CalendarProblem[] = [];
  for (const component of calendar.events) {
    const { line } = component;
    const read = readEvent(component, findZone);
    if ('words' in read) {
      problems.push({ line, words: `This event is left out: ${read.words}` });
    } else {
      events.push(read);
      if (!read.title && !read.cancelled) {
        const words =
          'This event is left out: it has no title, which is the user';
        problems.push({ line, words });
      }
    }
  }
  return { events, problems };
};

/** What limits left out. */
const losses = (
  { beyond }: Calendar,
  { shifts, times, unread }: Found,
): CalendarProblem[] => [
  ...(beyond > 0
    ? [
        {
          words: `${beyond} events are left out, as more than ${EVENTS_AT_MOST} are not read`,
        },
      ]
    : []),
  ...(unread > 0 || shifts.length > SHIFTS_AT_MOST
    ? [
        {
          words: `More than ${SHIFTS_AT_MOST} shifts are not read; ${unread} events are left out`,
        },
      ]
    : []),
  ...(times.some(({ cut }) => cut)
    ? [
        {
          words:
            'Rules of this calendar go on for longer than is read; shifts may be missing',
        },
      ]
    : []),
];

const shown = (problems: CalendarProblem[]): CalendarProblem[] =>
  problems.length > PROBLEMS_SHOWN
    ? [
        ...problems.slice(0, PROBLEMS_SHOWN),
        {
          words: `${
            problems.length - PROBLEMS_SHOWN
          } more problems are not shown`,
        },
      ]
    : problems;

const refused = (words: string): CalendarReading => ({
  ...{ shifts: [], problems: [{ words }], complete: false },
});

/**
 * Reads a calendar of shifts (RFC 5545), whatever is in it: nothing throws, time and
 * memory are bounded, and the machine's own zone is never asked.
 *
 * ```
 *   text ─▶ lines ─▶ events, zones ─▶ occurrences in the range ─▶ shifts
 *                      └ problems        └ what is cut
 * ```
 *
 * The title of an event is the user, `[L0]` to `[L9]` in it the priority.
 * @public
 */
export const readCalendar = (
  text: string,
  options: CalendarOptions,
): CalendarReading => {
  if (text.length > CALENDAR_LENGTH_AT_MOST) {
    return refused(
      `This calendar has ${text.length} characters, and more than ${CALENDAR_LENGTH_AT_MOST} are not read`,
    );
  }
  if (!/BEGIN:VCALENDAR/i.test(text)) {
    return refused('This is no calendar: it has no line BEGIN:VCALENDAR');
  }
  const calendar = readComponents(text);
  const allowance = { left: ALLOWANCE };
  const { events, problems } = readEvents(calendar, options, allowance);
  const found = follow(events, options, allowance);
  const lost = losses(calendar, found);
  const name = propertyOf(calendar, 'X-WR-CALNAME')?.value;
  const ended = found.times.every(times => times.ended) && lost.length === 0;
  const last = found.shifts.reduce(
    (most, { to }) => Math.max(most, to),
    -Infinity,
  );
  return {
    ...(name && { name: unescaped(name) }),
    shifts: found.shifts.slice(0, SHIFTS_AT_MOST),
    problems: shown([...lost, ...problems]),
    complete: lost.length === 0 && problems.length === 0,
    ...(ended &&
      last < options.to && { knownUntil: Math.max(last, options.from) }),
  };
};
