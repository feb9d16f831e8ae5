import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

const DAY: Millis = 86_400_000;

type ClockOptions = {
  now: Instant;
  /** IANA; the reader's when left out */
  timeZone?: string;
};

const format = (
  at: Instant,
  options: Intl.DateTimeFormatOptions,
  timeZone?: string,
) => new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);

const dayOf = (at: Instant, timeZone?: string) =>
  format(at, { year: 'numeric', month: '2-digit', day: '2-digit' }, timeZone);

/**
 * A moment to come, or one of lately, as a clock on the wall shows it: the time alone
 * on the same day, with the weekday within a week, else with the date.
 *
 * @example "18:00", "Mon 09:00", "24 Dec 09:00"
 */
export const clock = (at: Instant, { now, timeZone }: ClockOptions): string => {
  const time: Intl.DateTimeFormatOptions = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  };
  if (dayOf(at, timeZone) === dayOf(now, timeZone)) {
    return format(at, time, timeZone);
  }
  const isNear = Math.abs(at - now) < 6 * DAY;
  const day: Intl.DateTimeFormatOptions = isNear
    ? { weekday: 'short' }
    : { day: 'numeric', month: 'short' };
  return `${format(at, day, timeZone)} ${format(at, time, timeZone)}`;
};
