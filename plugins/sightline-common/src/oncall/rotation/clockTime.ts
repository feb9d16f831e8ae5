import type { Millis } from '../../units/time';
import type { ClockTime } from './model';

const MINUTE: Millis = 60_000;

/**
 * How long after midnight clocks show it; throws a RangeError for what is no time
 * of day. `24:00` is the end of a day.
 *
 * @example `clockMillis('09:30')` is 34,200,000
 */
export const clockMillis = (text: ClockTime): Millis => {
  const [, hours, minutes] = /^(\d{2}):(\d{2})$/.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  if (!(Number(minutes) < 60 && total <= 24 * 60)) {
    throw new RangeError(`'${text}' is no time of day: write it like '09:00'`);
  }
  return total * MINUTE;
};
