import {
  Instant,
  LocalTime,
  Millis,
  toLocal,
} from '@sightline/backstage-plugin-sightline-common';

const DAY: Millis = 86_400_000;

const offsetAt = (at: Instant, zone: string): Millis => toLocal(at, zone) - at;

/**
 * Two moments at which clocks may show a time: as if they were ahead, and as if
 * they were behind. They are one but for the day around a change.
 */
const candidates = (wall: LocalTime, zone: string) => {
  // No offset exceeds 14 hours: a day to either side is before and after a change.
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  return {
    early: wall - Math.max(before, after),
    late: wall - Math.min(before, after),
  };
};

/**
 * The first moment at which clocks show this, or something later where they jump
 * over it.
 *
 * ```
 *   Berlin, 2026-03-29   01:30  01:59 | 03:00  03:30     02:30 is first at |
 *   Berlin, 2026-10-25   02:30  02:59 | 02:00  02:30     02:30 is the left one
 * ```
 */
export const firstShowing = (wall: LocalTime, zone: string): Instant => {
  const { early, late } = candidates(wall, zone);
  const shown = [early, late].find(at => toLocal(at, zone) === wall);
  return shown ?? changeBetween(early, late, zone);
};

/**
 * The moment from which clocks show this or something later for good: the second
 * 02:30 of the night in which clocks are set back.
 */
export const lastShowing = (wall: LocalTime, zone: string): Instant => {
  const { early, late } = candidates(wall, zone);
  const shown = [late, early].find(
    at =>
      toLocal(at, zone) === wall &&
      // Set back to exactly this time, clocks showed nothing earlier just before.
      toLocal(at - 1, zone) < wall,
  );
  return shown ?? changeBetween(early, late, zone);
};

/** When clocks are set anew, where they are once between two moments. */
const changeBetween = (from: Instant, to: Instant, zone: string): Instant => {
  const before = offsetAt(from, zone);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
};
