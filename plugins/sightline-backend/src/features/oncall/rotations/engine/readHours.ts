import type {
  DutyHours,
  Weekday,
} from '@sightline/backstage-plugin-sightline-common';
import { readClock, readWeekday } from './readHandover';

/** `Mon-Fri`, `Sat,Sun`, `Fri-Mon`. */
const readDays = (text: string): Weekday[] | undefined => {
  const days = new Set<Weekday>();
  for (const part of text.split(',')) {
    const [first, last = first, more] = part.trim().split('-');
    const from = readWeekday(first);
    const to = readWeekday(last);
    if (!from || !to || more !== undefined) return undefined;
    // Around the end of the week: Fri-Mon.
    for (let step = 0; step <= (to - from + 7) % 7; step++) {
      days.add((((from - 1 + step) % 7) + 1) as Weekday);
    }
  }
  return [...days].sort((a, b) => a - b);
};

/** Reads `Mon-Fri 09:00-17:00` and `18:00-02:00`; undefined for anything else. */
export const readHours = (text: string): DutyHours | undefined => {
  const parts = /^(?:(.+?)\s+)?(\d{2}:\d{2})\s*-\s*(\d{2}:\d{2})$/.exec(
    text.trim(),
  );
  if (!parts) return undefined;
  const from = readClock(parts[2]);
  const to = readClock(parts[3], { asEnd: true });
  const days = parts[1] === undefined ? undefined : readDays(parts[1]);
  if (!from || !to || (parts[1] !== undefined && !days)) return undefined;
  return { ...(days && { days }), from, to };
};
