import type {
  Instant,
  LocalTime,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { CalendarEvent } from './readEvent';
import { Allowance, occurrences } from './recurrence/occurrences';

const DAY: Millis = 86_400_000;

/** One time at which an event happens. */
export type Occurrence = { from: Instant; to: Instant };

/** What came of an event in a range. */
export type EventTimes = {
  occurrences: Occurrence[];
  /** nothing of it lies beyond the range */
  ended: boolean;
  /** more was asked of it than is read */
  cut: boolean;
};

const isWithin =
  ({ rule, zone }: CalendarEvent) =>
  (local: LocalTime): boolean => {
    const until = rule?.until;
    if (!until) return true;
    if (until.isUtc) return zone(local) <= until.local;
    return until.isDate ? local < until.local + DAY : local <= until.local;
  };

const isExcept = (
  { except }: CalendarEvent,
  begin: Instant,
  local: LocalTime,
): boolean =>
  except.instants.has(begin) ||
  (except.days.size > 0 && except.days.has(Math.floor(local / DAY) * DAY));

/**
 * When an event happens, as far as that touches a range: its rule, what is added to
 * it, without what is taken out.
 */
export const occurrencesOf = (
  event: CalendarEvent,
  range: Occurrence,
  allowance: Allowance,
): EventTimes => {
  const { rule, start, zone, more, atMost, end } = event;
  // On the wall's clock a moment is never further than a day from itself.
  const around = { from: range.from - atMost - DAY, to: range.to + DAY };
  const followed = rule
    ? occurrences(rule, start, {
        ...{ range: around, allowance, isWithin: isWithin(event) },
      })
    : { locals: [start], ended: start < range.to, cut: false };
  const begun = new Map<Instant, Occurrence>();
  const add = (begin: Instant, local: LocalTime, to: Instant) => {
    if (!isExcept(event, begin, local)) begun.set(begin, { from: begin, to });
  };
  for (const local of followed.locals) {
    const begin = zone(local);
    add(begin, local, end(local, begin));
  }
  const first = end(start, zone(start)) - zone(start);
  for (const { begin, local } of more) {
    const to = local === undefined ? begin + first : end(local, begin);
    add(begin, local ?? begin, to);
  }
  return {
    occurrences: [...begun.values()].filter(
      ({ from, to }) => from < to && from < range.to && to > range.from,
    ),
    ended:
      followed.ended === true && more.every(({ begin }) => begin < range.to),
    cut: followed.cut === true,
  };
};
