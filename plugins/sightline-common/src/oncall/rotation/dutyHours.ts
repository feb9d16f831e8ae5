import type { Millis } from '../../units/time';
import { LocalTime, toInstantIn, toLocal } from '../../units/zonedTime';
import type { TimeRange } from './claims';
import { clockMillis } from './clockTime';
import type { DutyHours } from './model';

const DAY: Millis = 86_400_000;

/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

const onDay = (
  { from, to }: DutyHours,
  midnight: LocalTime,
  timeZone: string,
): TimeRange => {
  const begins = clockMillis(from);
  const ends = clockMillis(to);
  const next = ends > begins ? 0 : DAY;
  return {
    from: toInstantIn(midnight + begins, timeZone),
    to: toInstantIn(midnight + ends + next, timeZone),
  };
};

/** Those that touch or overlap become one. */
const joined = (ranges: TimeRange[]): TimeRange[] => {
  const all: TimeRange[] = [];
  for (const { from, to } of ranges.sort((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else all.push({ from, to });
  }
  return all;
};

/**
 * When a layer serves, as far as it touches a range: in order, none touching the
 * next. Each looks at one local day, and begins on the wall's clock.
 *
 * @example 18:00 to 02:00 on Fridays: Friday evening until Saturday at 2
 */
export const dutyWithin = (
  hours: readonly DutyHours[] | undefined,
  range: TimeRange,
  timeZone: string,
): TimeRange[] => {
  if (!hours) return [range];
  const found: TimeRange[] = [];
  // A day earlier, as the hours of a day may last into the next.
  const first = Math.floor(toLocal(range.from, timeZone) / DAY) - 1;
  const last = Math.floor(toLocal(range.to, timeZone) / DAY);
  for (let day = first; day <= last; day++) {
    const weekday = weekdayOf(day);
    for (const one of hours) {
      if (one.days && !one.days.some(is => is === weekday)) continue;
      const duty = onDay(one, day * DAY, timeZone);
      // Hours that lie wholly where clocks are set forward last no time.
      if (duty.from < duty.to) found.push(duty);
    }
  }
  return joined(found);
};
