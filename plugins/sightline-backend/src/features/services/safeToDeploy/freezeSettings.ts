import {
  Millis,
  LocalTime,
} from '@sightline/backstage-plugin-sightline-common';
import { z } from 'zod';
import { YearDay } from './engine/freezes/Freeze';

const MINUTE: Millis = 60_000;
const DAY: Millis = 1440 * MINUTE;

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Midnight is `00:00` where a day begins and may be `24:00` where it ends. */
const readTime = (text: string): Millis | undefined => {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const time = Number(hours) * 60 * MINUTE + Number(minutes) * MINUTE;
  return time <= DAY ? time : undefined;
};

const readDate = (year: number, month: string, day: string) => {
  const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
  // The 31st of February would be the 3rd of March.
  return date.getUTCMonth() === Number(month) - 1 ? date.getTime() : undefined;
};

/** A text that `read` understands, or the words that tell how to write it. */
const written = <T>(read: (text: string) => T | undefined, words: string) =>
  z.unknown().transform((value, context): T => {
    const found = typeof value === 'string' ? read(value.trim()) : undefined;
    if (found !== undefined) return found;
    context.addIssue(words);
    return z.NEVER;
  });

const readWeekTime = (text: string): Millis | undefined => {
  const [, name, clock = ''] = /^([a-z]+) (\S+)$/i.exec(text) ?? [];
  const day = days.indexOf((name ?? '').slice(0, 3).toLocaleLowerCase('en-US'));
  const time = readTime(clock);
  // Sunday 24:00 is Monday 00:00.
  return day < 0 || time === undefined
    ? undefined
    : (day * DAY + time) % (7 * DAY);
};

const readYearDay = (text: string): YearDay | undefined => {
  const [, month, day, clock = ''] = /^(\d{2})-(\d{2}) (\S+)$/.exec(text) ?? [];
  const time = readTime(clock);
  // A leap year, so that the 29th of February may be named.
  const isDate = month !== undefined && readDate(2000, month, day);
  return time === undefined || !isDate
    ? undefined
    : { month: Number(month), day: Number(day), time };
};

const readWallTime = (text: string): LocalTime | undefined => {
  const [, year, month, day, clock = ''] =
    /^(\d{4})-(\d{2})-(\d{2})[ T](\S+)$/.exec(text) ?? [];
  const time = readTime(clock);
  const date = year && readDate(Number(year), month, day);
  return time === undefined || !date ? undefined : date + time;
};

/** Time since Monday 00:00. */
export const weekTime = written(
  readWeekTime,
  "it must be a day and a time such as 'Fri 16:00'",
);

export const yearDay = written(
  readYearDay,
  "it must be a month, a day and a time such as '12-20 18:00'",
);

export const wallTime = written(
  readWallTime,
  "it must be a date and a time such as '2026-12-20 18:00'",
);
