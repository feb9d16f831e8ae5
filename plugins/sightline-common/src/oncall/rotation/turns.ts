import type { Instant, Millis } from '../../units/time';
import {
  LocalTime,
  readLocalTime,
  toInstantIn,
  toLocal,
} from '../../units/zonedTime';
import { clockMillis } from './clockTime';
import type { TimeRange } from './claims';
import type { Handover } from './model';

const DAY: Millis = 86_400_000;
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY = 4;

/** One turn, from a hand-over to the next; 0 is the one of the anchor. */
export type Turn = TimeRange & { number: number };

/** Of the last boundary at or before a time: its number among days, weeks or months. */
const unitsUntil = (handover: Handover, local: LocalTime): number => {
  const passed = local - clockMillis(handover.at);
  const day = Math.floor(passed / DAY);
  if (handover.unit === 'day') return day;
  if (handover.unit === 'week') {
    return Math.floor((day - FIRST_MONDAY - (handover.on - 1)) / 7);
  }
  const date = new Date(local);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return localBoundary(handover, month) > local ? month - 1 : month;
};

/** Counted in days on the wall, never in hours: a week of Berlin has 167 of them in March. */
const localBoundary = (handover: Handover, units: number): LocalTime => {
  const at = clockMillis(handover.at);
  if (handover.unit === 'day') return units * DAY + at;
  if (handover.unit === 'week') {
    return (FIRST_MONDAY + handover.on - 1 + units * 7) * DAY + at;
  }
  const year = Math.floor(units / 12);
  const month = units - year * 12;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(handover.on, lastDay)) + at;
};

/**
 * The turns of a hand-over in a zone.
 *
 * ```
 *   hand-overs   │ Mon 09:00     │ Mon 09:00     │ Mon 09:00
 *   number       │      −1       │       0       │       1
 *                                      ▲ anchor
 * ```
 *
 * A time that clocks skip is read as if they had not been set forward yet, one
 * that they show twice as the first of the two.
 */
export const createTurns = (handover: Handover, timeZone: string) => {
  const { every } = handover;
  const start = unitsUntil(handover, readLocalTime(handover.anchor));
  const boundary = (number: number): Instant =>
    toInstantIn(localBoundary(handover, start + number * every), timeZone);
  const turn = (number: number): Turn => ({
    number,
    from: boundary(number),
    to: boundary(number + 1),
  });
  return {
    /** the one in which a moment lies */
    at(moment: Instant): Turn {
      const units = unitsUntil(handover, toLocal(moment, timeZone));
      let found = turn(Math.floor((units - start) / every));
      // Beside it where clocks are set at the very time of the hand-over.
      while (found.from > moment) found = turn(found.number - 1);
      while (found.to <= moment) found = turn(found.number + 1);
      return found;
    },
    after: ({ number, to }: Turn): Turn => ({
      number: number + 1,
      from: to,
      to: boundary(number + 2),
    }),
  };
};
