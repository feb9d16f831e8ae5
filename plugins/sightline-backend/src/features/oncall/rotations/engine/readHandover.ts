import type {
  ClockTime,
  Weekday,
} from '@sightline/backstage-plugin-sightline-common';

/** When turns change, without the turn they are counted from. */
export type SaidHandover = {
  every: number;
  /** left out where the beginning of a shift says so */
  at?: ClockTime;
} & (
  | { unit: 'day' }
  | { unit: 'week'; on: Weekday }
  | { unit: 'month'; on: number }
);

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const fullNames = [
  ...['monday', 'tuesday', 'wednesday', 'thursday'],
  ...['friday', 'saturday', 'sunday'],
];

/** `Mon` and `Monday`, in any case. */
export const readWeekday = (text: string): Weekday | undefined => {
  const word = text.toLowerCase();
  const at = Math.max(weekdays.indexOf(word), fullNames.indexOf(word));
  return at < 0 ? undefined : ((at + 1) as Weekday);
};

/** `09:00`; `24:00` only as an end. */
export const readClock = (
  text: string,
  { asEnd = false }: { asEnd?: boolean } = {},
): ClockTime | undefined => {
  const isTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
  return isTime || (asEnd && text === '24:00') ? text : undefined;
};

const FORM =
  /^(?:(daily|weekly|monthly)|every (\d{1,3}) (day|week|month)s?)?\s*(?:([a-z]+|\d{1,2})(?:st|nd|rd|th)?)?\s*(\d{2}:\d{2})?$/i;

const unitOf: Record<string, 'day' | 'week' | 'month'> = {
  ...{ daily: 'day', weekly: 'week', monthly: 'month' },
};

const MOST = { day: 366, week: 52, month: 12 };

/**
 * Reads `daily 09:00`, `every 3 days 09:00`, `Mon 09:00`, `every 2 weeks Mon 09:00`,
 * `monthly 31 09:00`; the time may be left out. Undefined for anything else.
 */
export const readHandover = (text: string): SaidHandover | undefined => {
  const parts = FORM.exec(text.trim());
  if (!parts) return undefined;
  const [, word, count, unitWord, on, time] = parts;
  const unit = (unitOf[word?.toLowerCase()] ??
    unitWord?.toLowerCase() ??
    'week') as 'day' | 'week' | 'month';
  const every = Number(count ?? 1);
  const at = time === undefined ? undefined : readClock(time);
  if (every < 1 || every > MOST[unit] || (time !== undefined && !at)) {
    return undefined;
  }
  const base = { every, ...(at && { at }) };
  if (unit === 'day') return on === undefined ? { unit, ...base } : undefined;
  if (unit === 'week') {
    const weekday = readWeekday(on ?? '');
    return weekday && { unit, on: weekday, ...base };
  }
  const day = Number(on);
  return day >= 1 && day <= 31 ? { unit, on: day, ...base } : undefined;
};
