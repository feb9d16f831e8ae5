import type { Instant, Millis } from '../units/time';
import { toLocal } from '../units/zonedTime';

const DAY: Millis = 86_400_000;

const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'];

/**
 * A moment as people say it, seen from another: the time alone on the same day, with
 * the weekday within a week, else with the date. Local to a zone, which is named.
 *
 * @example `06:00 UTC`, `Mon 09:00 Europe/Berlin`, `2026-12-24 09:00 UTC`
 * @public
 */
export const localClock = (
  moment: Instant,
  { at, timeZone }: { at: Instant; timeZone: string },
): string => {
  const local = toLocal(moment, timeZone);
  const [date, rest] = new Date(local).toISOString().split('T');
  const clock = `${rest.slice(0, 5)} ${timeZone}`;
  const day = Math.floor(local / DAY);
  const days = day - Math.floor(toLocal(at, timeZone) / DAY);
  if (days === 0) return clock;
  return Math.abs(days) < 7
    ? `${weekdays[((day % 7) + 7) % 7]} ${clock}`
    : `${date} ${clock}`;
};
