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

/** A pace of the reader's clock and calendar, and about how long one is. */
type Step = { unit: 'minute' | 'day' | 'month'; every: number; about: Millis };

const steps: Step[] = [
  ...[1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map(
    (every): Step => ({ unit: 'minute', every, about: every * MINUTE }),
  ),
  ...[1, 2, 7, 14].map(
    (every): Step => ({ unit: 'day', every, about: every * DAY }),
  ),
  ...[1, 2, 3, 6, 12].map(
    (every): Step => ({ unit: 'month', every, about: every * 30.4 * DAY }),
  ),
];

const midnight = (instant: Instant): Instant =>
  new Date(instant).setHours(0, 0, 0, 0);

/** Months are counted from January, all else from the day's beginning. */
const firstOf = ({ unit }: Step, from: Instant): Date => {
  const first = new Date(midnight(from));
  if (unit === 'month') {
    first.setMonth(0, 1);
  }
  return first;
};

/** By the calendar, not by the length: a day with a change of clocks has 23 or 25 hours. */
const later = (first: Date, { unit, every }: Step, times: number): Instant => {
  const next = new Date(first);
  switch (unit) {
    case 'minute':
      return next.setMinutes(every * times);
    case 'day':
      return next.setDate(first.getDate() + every * times);
    default:
      return next.setMonth(every * times);
  }
};

/** Moments on round clock times of the reader's zone, `most` of them at most. */
export const timeTicks = (
  from: Instant,
  to: Instant,
  most: number,
): Instant[] => {
  const step =
    steps.find(({ about }) => (to - from) / about <= most) ??
    steps[steps.length - 1];
  const first = firstOf(step, from);
  const ticks: Instant[] = [];
  for (let times = 0, at = +first; at <= to; times += 1) {
    at = later(first, step, times);
    // A clock time that is skipped falls on the next one.
    if (at >= from && at <= to && at > (ticks.at(-1) ?? -Infinity)) {
      ticks.push(at);
    }
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
const dateOfYear = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

/** "14:30", and at midnight the day that begins. */
export const tickWords = (tick: Instant): string =>
  tick === midnight(tick) ? date.format(tick) : clock.format(tick);

const dayWords = (instant: Instant, now: Instant): string =>
  (new Date(instant).getFullYear() === new Date(now).getFullYear()
    ? date
    : dateOfYear
  ).format(instant);

/**
 * "14:30 to 14:31", with the day where the stretch is older than one; of a whole
 * day the day alone. Days are counted in UTC, so their middle names them anywhere.
 */
export const stretchWords = (
  at: Instant,
  width: Millis,
  now: Instant,
): string => {
  if (width >= DAY) {
    return dayWords(at + width / 2, now);
  }
  const times =
    width > 0
      ? `${clock.format(at)} to ${clock.format(at + width)}`
      : clock.format(at);
  return now - at < DAY ? times : `${dayWords(at, now)}, ${times}`;
};
