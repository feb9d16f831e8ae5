import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

const MINUTE: Millis = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const inUnits = (length: Millis): string => {
  if (length < MINUTE) {
    return `${Math.floor(length / 1_000)} s`;
  }
  if (length < HOUR) {
    return `${Math.floor(length / MINUTE)} min`;
  }
  if (length < DAY) {
    return `${Math.floor(length / HOUR)} h`;
  }
  return length < 90 * DAY
    ? `${Math.floor(length / DAY)} d`
    : `${Math.floor(length / (30 * DAY))} months`;
};

/**
 * How far a moment is away: "just now", "8 min ago", "in 3 h". Clocks of two
 * machines differ by seconds, so both sides of now are "just now" for a while.
 */
export const distance = (moment: Instant, now: Instant): string => {
  const past = now - moment;
  if (Math.abs(past) < 10_000) {
    return 'just now';
  }
  return past > 0 ? `${inUnits(past)} ago` : `in ${inUnits(-past)}`;
};

const inReadersZone = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** The moment itself, in the reader's zone. */
export const moment = (instant: Instant): string =>
  inReadersZone.format(instant);
