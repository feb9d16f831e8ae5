import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';

const round = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * The next round number, so that an axis ends at something a person can halve.
 *
 * @example `niceCeiling(37)` is 40, `niceCeiling(0.9)` is 1, `niceCeiling(0)` is 1
 */
export const niceCeiling = (value: number): number => {
  if (!(value > 0)) {
    return 1;
  }
  const size = 10 ** Math.floor(Math.log10(value));
  const step = round.find(one => one * size >= value) ?? 10;
  return Number((step * size).toPrecision(3));
};

const MINUTE: Millis = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const steps: Millis[] = [
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map(hours => hours * HOUR),
  ...[1, 2, 7].map(days => days * DAY),
];

const midnight = (instant: Instant): Instant =>
  new Date(instant).setHours(0, 0, 0, 0);

/** Moments on round clock times of the reader's zone, `most` of them at most. */
export const timeTicks = (
  from: Instant,
  to: Instant,
  most: number,
): Instant[] => {
  const step = steps.find(one => (to - from) / one <= most) ?? 7 * DAY;
  const first = midnight(from);
  const before = Math.ceil((from - first) / step);
  const ticks: Instant[] = [];
  for (let at = first + before * step; at <= to; at += step) {
    ticks.push(at);
  }
  return ticks;
};

const clock = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const date = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
});

/** "14:30", and at midnight the day that begins. */
export const tickWords = (tick: Instant): string =>
  tick === midnight(tick) ? date.format(tick) : clock.format(tick);

/** "14:30 to 14:31", with the day where the stretch is older than one. */
export const stretchWords = (
  at: Instant,
  width: Millis,
  now: Instant,
): string => {
  const times = `${clock.format(at)} to ${clock.format(at + width)}`;
  return now - at < DAY ? times : `${date.format(at)}, ${times}`;
};
