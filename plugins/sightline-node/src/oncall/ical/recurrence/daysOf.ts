import type { Rule, WeekdayPart } from './Rule';

/** Days since 1970-01-01, as if there were no zones. */
export type Day = number;

const DAY = 86_400_000;

const dayOf = (year: number, month: number, date: number): Day =>
  Date.UTC(year, month, date) / DAY;

const partsOf = (day: Day) => {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  return { year, month: date.getUTCMonth(), date: date.getUTCDate() };
};

/** 1970-01-01 was a Thursday; 1 is Monday. */
const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

const monthEnd = (year: number, month: number) => dayOf(year, month + 1, 0);

/** Whether a place counted from the front or the back is named. */
const isNamed = (
  named: readonly number[] | undefined,
  place: number,
  length: number,
) => !named || named.includes(place) || named.includes(place - length - 1);

const inMonthDays = ({ monthDays }: Rule, day: Day) => {
  const { year, month, date } = partsOf(day);
  const length = monthEnd(year, month) - dayOf(year, month, 0);
  return isNamed(monthDays, date, length);
};

const inYearDays = ({ yearDays }: Rule, day: Day) => {
  const { year } = partsOf(day);
  const before = dayOf(year, 0, 0);
  return isNamed(yearDays, day - before, monthEnd(year, 11) - before);
};

/** Whether it is, say, the second Monday of its month or year. */
const isNth = (
  { weekday, nth }: WeekdayPart,
  day: Day,
  [first, last]: readonly [Day, Day],
) => {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === 0) return true;
  const fromFront = Math.floor((day - first) / 7) + 1;
  const fromBack = Math.floor((last - day) / 7) + 1;
  return nth > 0 ? fromFront === nth : fromBack === -nth;
};

/** Of which stretch a weekday may be the second: of the year only where no month is named. */
const stretchOf = (rule: Rule, day: Day): readonly [Day, Day] => {
  const { year, month } = partsOf(day);
  return rule.frequency === 'YEARLY' && !rule.months
    ? [dayOf(year, 0, 1), monthEnd(year, 11)]
    : [dayOf(year, month, 1), monthEnd(year, month)];
};

const inWeekdays = (rule: Rule, day: Day) =>
  !rule.weekdays ||
  rule.weekdays.some(part =>
    ['MONTHLY', 'YEARLY'].includes(rule.frequency)
      ? isNth(part, day, stretchOf(rule, day))
      : part.weekday === weekdayOf(day),
  );

const passes = (rule: Rule, day: Day): boolean =>
  (!rule.months || rule.months.includes(partsOf(day).month + 1)) &&
  inMonthDays(rule, day) &&
  inYearDays(rule, day) &&
  inWeekdays(rule, day);

const days = (from: Day, to: Day): Day[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

/**
 * What a rule takes from its beginning, where it does not say it itself: yearly on
 * 5 March, monthly on the 5th, weekly on Thursday.
 */
export const completed = (rule: Rule, start: Day): Rule => {
  const { month, date } = partsOf(start);
  const { frequency, weekdays, monthDays, yearDays, months } = rule;
  const saysDay = weekdays || monthDays || yearDays;
  if (saysDay) return rule;
  if (frequency === 'WEEKLY') {
    return { ...rule, weekdays: [{ weekday: weekdayOf(start), nth: 0 }] };
  }
  if (frequency === 'MONTHLY') return { ...rule, monthDays: [date] };
  if (frequency === 'YEARLY') {
    return { ...rule, monthDays: [date], months: months ?? [month + 1] };
  }
  return rule;
};

/** Which days of one period a completed rule names, first one first. */
export const daysOf = (rule: Rule, number: number, start: Day): Day[] => {
  const step = number * rule.interval;
  const { year, month } = partsOf(start);
  const inPeriod = (): Day[] => {
    if (rule.frequency === 'YEARLY') {
      const { months } = rule;
      const first = Math.min(...(months ?? [1])) - 1;
      const last = Math.max(...(months ?? [12])) - 1;
      return days(dayOf(year + step, first, 1), monthEnd(year + step, last));
    }
    if (rule.frequency === 'MONTHLY') {
      return days(dayOf(year, month + step, 1), monthEnd(year, month + step));
    }
    if (rule.frequency === 'WEEKLY') {
      const monday = start - ((weekdayOf(start) - rule.weekStart + 7) % 7);
      return days(monday + step * 7, monday + step * 7 + 6);
    }
    return [start + step];
  };
  return inPeriod().filter(day => passes(rule, day));
};

/** Whether an hour's day is named by a rule that steps in hours. */
export const dayPasses = passes;
