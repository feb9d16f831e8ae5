import type {
  LocalTime,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { completed, Day, dayPasses, daysOf } from './daysOf';
import type { Rule } from './Rule';

const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

/** How much may be looked at, in days and in what is found; shared by all rules of a calendar. */
export type Allowance = { left: number };

const costs: Record<Rule['frequency'], number> = {
  ...{ HOURLY: 1, DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 },
};

const times = (
  { hours, minutes, seconds }: Rule,
  start: LocalTime,
): Millis[] => {
  const date = new Date(start);
  return (hours ?? [date.getUTCHours()])
    .flatMap(hour =>
      (minutes ?? [date.getUTCMinutes()]).flatMap(minute =>
        (seconds ?? [date.getUTCSeconds()]).map(
          second => ((hour * 60 + minute) * 60 + second) * 1000,
        ),
      ),
    )
    .sort((a, b) => a - b);
};

const hourly = (rule: Rule, number: number, start: LocalTime): LocalTime[] => {
  const at = start + number * rule.interval * HOUR;
  const hour = Math.floor(at / HOUR);
  const date = new Date(at);
  const isNamed = !rule.hours || rule.hours.includes(date.getUTCHours());
  if (!isNamed || !dayPasses(rule, Math.floor(at / DAY))) return [];
  return times({ ...rule, hours: [0] }, start).map(time => hour * HOUR + time);
};

/** Only those at the places that are named, counted from either end. */
const atPositions = (
  all: LocalTime[],
  positions: readonly number[] | undefined,
): LocalTime[] =>
  positions
    ? all.filter(
        (_, at) =>
          positions.includes(at + 1) || positions.includes(at - all.length),
      )
    : all;

const periodOf = (rule: Rule, number: number, start: LocalTime) => {
  const day: Day = Math.floor(start / DAY);
  const all =
    rule.frequency === 'HOURLY'
      ? hourly(rule, number, start)
      : daysOf(rule, number, day).flatMap(one =>
          times(rule, start).map(time => one * DAY + time),
        );
  return atPositions(all, rule.positions);
};

const lengths: Record<Rule['frequency'], Millis> = {
  HOURLY: HOUR,
  DAILY: DAY,
  WEEKLY: 7 * DAY,
  MONTHLY: 31 * DAY,
  YEARLY: 366 * DAY,
};

/**
 * A period that ends before anything of interest begins. One that is counted has to
 * be walked through from its beginning.
 */
const firstPeriod = (rule: Rule, start: LocalTime, from: LocalTime): number => {
  if (rule.count !== undefined) return 0;
  const length = lengths[rule.frequency] * rule.interval;
  return Math.max(0, Math.floor((from - start) / length) - 1);
};

/** What came of following a rule. */
export type Occurrences = {
  locals: LocalTime[];
  /** no more come, ever */
  ended?: true;
  /** the allowance is used up: some may be missing */
  cut?: true;
};

/**
 * When a rule says that something begins, on the wall's clock, as far as that lies
 * in a range. A beginning that the rule itself does not name is none.
 *
 * Each period costs a part of the allowance, so that a rule that never ends, or
 * never comes to anything, is given up.
 */
export const occurrences = (
  told: Rule,
  start: LocalTime,
  given: {
    range: { from: LocalTime; to: LocalTime };
    /** the last that counts */
    isWithin: (local: LocalTime) => boolean;
    allowance: Allowance;
  },
): Occurrences => {
  const { range, isWithin, allowance } = given;
  const rule = completed(told, Math.floor(start / DAY));
  const locals: LocalTime[] = [];
  let left = rule.count ?? Infinity;
  for (let number = firstPeriod(rule, start, range.from); ; number++) {
    allowance.left -= costs[rule.frequency];
    if (allowance.left < 0) return { locals, cut: true };
    const begins = start + number * rule.interval * shortest(rule);
    if (begins > range.to + lengths[rule.frequency]) return { locals };
    for (const local of periodOf(rule, number, start)) {
      if (local < start) continue;
      if (!isWithin(local) || left-- <= 0) return { locals, ended: true };
      if (local >= range.to) return { locals };
      if (local >= range.from) locals.push(local);
      allowance.left -= 1;
    }
    if (left <= 0) return { locals, ended: true };
  }
};

/** No period is shorter: months of 28 days, years of 365. */
const shortest = ({ frequency }: Rule): Millis => {
  if (frequency === 'MONTHLY') return 28 * DAY;
  return frequency === 'YEARLY' ? 365 * DAY : lengths[frequency];
};
