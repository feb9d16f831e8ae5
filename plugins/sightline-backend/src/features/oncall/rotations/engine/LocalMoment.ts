import {
  ClockTime,
  Instant,
  readLocalTime,
  toInstantIn,
  toLocal,
} from '@sightline/backstage-plugin-sightline-common';

/** `2026-01-05`, or `2026-01-05 09:00`: a date alone leaves the time to where it stands. */
export type LocalMoment = { date: string; time?: ClockTime };

export const readLocalMoment = (text: string): LocalMoment | undefined => {
  const [, date, time] =
    /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text.trim()) ?? [];
  if (!date) return undefined;
  const moment: LocalMoment = { date, ...(time && { time }) };
  try {
    readLocalTime(writeLocal(moment, '00:00'));
    return moment;
  } catch {
    return undefined;
  }
};

/** `2026-01-05 09:00:00` */
export const writeLocal = (
  { date, time }: LocalMoment,
  otherwise: ClockTime,
): string => `${date} ${time ?? otherwise}:00`;

export const momentIn = (
  moment: LocalMoment,
  { timeZone, otherwise }: { timeZone: string; otherwise: ClockTime },
): Instant =>
  toInstantIn(readLocalTime(writeLocal(moment, otherwise)), timeZone);

/** What clocks in a zone show: `2026-01-05 09:00:00` */
export const localIn = (at: Instant, timeZone: string): string =>
  new Date(toLocal(at, timeZone)).toISOString().slice(0, 19).replace('T', ' ');
