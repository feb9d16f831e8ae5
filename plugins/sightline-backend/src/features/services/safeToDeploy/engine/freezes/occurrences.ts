import {
  Instant,
  Millis,
  LocalTime,
  toLocal,
} from '@sightline/backstage-plugin-sightline-common';
import { Freeze, FreezeWindow, YearDay } from './Freeze';
import { firstShowing, lastShowing } from './wallClock';

const DAY: Millis = 86_400_000;
const WEEK: Millis = 7 * DAY;
/** The first of January 1970 was a Thursday. */
const MONDAY: LocalTime = 4 * DAY;

type WallSpan = { from: LocalTime; to: LocalTime };

/** One time that a freeze holds: `from` included, `to` not. */
export type FrozenSpan = { from: Instant; to: Instant; wall: WallSpan };

/**
 * The times a freeze holds around a moment: what may hold now, and the next one.
 *
 * A span begins when clocks first show its start and ends when they last show its
 * end, so that it covers every moment at which clocks show a time within it, also
 * in the hour that comes twice.
 */
export const spansAround = (
  { window, timeZone }: Pick<Freeze, 'window' | 'timeZone'>,
  now: Instant,
): FrozenSpan[] =>
  wallSpans(window, toLocal(now, timeZone))
    .map(wall => ({
      from: firstShowing(wall.from, timeZone),
      to: lastShowing(wall.to, timeZone),
      wall,
    }))
    .filter(({ from, to }) => from < to);

const around = [-1, 0, 1];

const wallSpans = (window: FreezeWindow, wall: LocalTime): WallSpan[] => {
  switch (window.kind) {
    case 'once':
      return [{ from: window.from, to: window.to }];
    case 'weekly': {
      const week = Math.floor((wall - MONDAY) / WEEK) * WEEK + MONDAY;
      const length = (window.to - window.from + WEEK) % WEEK;
      return around.map(n => {
        const from = week + n * WEEK + window.from;
        return { from, to: from + length };
      });
    }
    default: {
      const year = new Date(wall).getUTCFullYear();
      return around.map(n => yearly(window, year + n));
    }
  }
};

const yearly = (
  { from, to }: { from: YearDay; to: YearDay },
  year: number,
): WallSpan => {
  const begins = wallTimeOf(year, from);
  const ends = wallTimeOf(year, to);
  return {
    from: begins,
    to: ends > begins ? ends : wallTimeOf(year + 1, to),
  };
};

/** The 29th of February is the 1st of March where there is none. */
const wallTimeOf = (year: number, { month, day, time }: YearDay): LocalTime =>
  Date.UTC(year, month - 1, day) + time;
