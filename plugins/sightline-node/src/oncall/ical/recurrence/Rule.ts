import type { WrittenTime } from '../dateTime';
import { readTime } from '../dateTime';

export const frequencies = [
  'HOURLY',
  'DAILY',
  'WEEKLY',
  'MONTHLY',
  'YEARLY',
] as const;
export type Frequency = (typeof frequencies)[number];

/** `MO`, `2MO`, `-1FR`; 1 is Monday, 0 means every one of them. */
export type WeekdayPart = { weekday: number; nth: number };

/** RFC 5545, 3.3.10. */
export type Rule = {
  frequency: Frequency;
  interval: number;
  count?: number;
  until?: WrittenTime;
  /** 1 is Monday */
  weekStart: number;
  months?: number[];
  monthDays?: number[];
  yearDays?: number[];
  weekdays?: WeekdayPart[];
  hours?: number[];
  minutes?: number[];
  seconds?: number[];
  positions?: number[];
};

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** More of them is no rule that somebody wrote. */
const ENTRIES_AT_MOST = 400;

const numbers = (text: string, [least, most]: readonly [number, number]) => {
  const read = text.split(',').map(Number);
  const isFine = read.every(
    one => Number.isInteger(one) && one >= least && one <= most,
  );
  return isFine && read.length <= ENTRIES_AT_MOST
    ? [...new Set(read)]
    : undefined;
};

const signed = (text: string, most: number) => {
  const read = numbers(text, [-most, most]);
  return read?.includes(0) ? undefined : read;
};

const readWeekdays = (text: string): WeekdayPart[] | undefined => {
  const read = text.split(',').map(part => {
    const [, nth, day] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(part) ?? [];
    return { weekday: weekdays.indexOf(day) + 1, nth: Number(nth ?? 0) };
  });
  const isFine = read.every(({ weekday }) => weekday > 0);
  return isFine && read.length <= ENTRIES_AT_MOST ? read : undefined;
};

const readers: Record<string, (text: string) => Partial<Rule> | undefined> = {
  FREQ: text => {
    const frequency = frequencies.find(one => one === text);
    return frequency && { frequency };
  },
  INTERVAL: text => {
    const [interval] = numbers(text, [1, 100_000]) ?? [];
    return interval === undefined ? undefined : { interval };
  },
  COUNT: text => {
    const [count] = numbers(text, [1, 1e9]) ?? [];
    return count === undefined ? undefined : { count };
  },
  UNTIL: text => {
    const until = readTime(text);
    return until && { until };
  },
  WKST: text => {
    const weekStart = weekdays.indexOf(text) + 1;
    return weekStart ? { weekStart } : undefined;
  },
  BYMONTH: text => some('months', numbers(text, [1, 12])),
  BYMONTHDAY: text => some('monthDays', signed(text, 31)),
  BYYEARDAY: text => some('yearDays', signed(text, 366)),
  BYDAY: text => some('weekdays', readWeekdays(text)),
  BYHOUR: text => some('hours', numbers(text, [0, 23])),
  BYMINUTE: text => some('minutes', numbers(text, [0, 59])),
  BYSECOND: text => some('seconds', numbers(text, [0, 59])),
  BYSETPOS: text => some('positions', signed(text, 366)),
};

const some = <K extends keyof Rule>(key: K, value: Rule[K] | undefined) =>
  value === undefined ? undefined : ({ [key]: value } as Partial<Rule>);

/** Every quarter of an hour. */
const TIMES_AT_MOST = 96;

const timesADay = ({ hours, minutes, seconds }: Partial<Rule>) =>
  [hours, minutes, seconds].reduce((all, one) => all * (one?.length ?? 1), 1);

/** `FREQ=WEEKLY;BYDAY=MO,TU`, or what of it cannot be read. */
export const readRule = (text: string): Rule | { unreadable: string } => {
  const rule: Partial<Rule> = { interval: 1, weekStart: 1 };
  for (const part of text.trim().toUpperCase().split(';').filter(Boolean)) {
    const [name] = part.split('=', 1);
    const read = Object.hasOwn(readers, name)
      ? readers[name](part.slice(name.length + 1))
      : undefined;
    if (!read) return { unreadable: part };
    Object.assign(rule, read);
  }
  if (timesADay(rule) > TIMES_AT_MOST) return { unreadable: 'BYMINUTE' };
  return rule.frequency ? (rule as Rule) : { unreadable: 'no FREQ' };
};
