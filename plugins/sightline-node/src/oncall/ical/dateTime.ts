import {
  LocalTime,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import type { ContentLine } from './contentLines';

/** A moment as a calendar writes it. */
export type WrittenTime = {
  local: LocalTime;
  /** a day, without a time */
  isDate: boolean;
  /** written with a Z */
  isUtc: boolean;
  /** as it is written; left out: that of the calendar */
  zone?: string;
};

const FORM = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;

/** `20260105T090000`, `20260105T080000Z`, `20260105`; undefined for anything else. */
export const readTime = (
  value: string,
  parameters: ContentLine['parameters'] = {},
): WrittenTime | undefined => {
  const parts = FORM.exec(value.trim());
  if (!parts) return undefined;
  const [year, month, day, hour, minute, second] = parts
    .slice(1, 7)
    .map(part => Number(part ?? 0));
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  // Date.UTC takes the 31st of February for the 3rd of March.
  const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
  if (!isDay || month > 12 || hour > 24 || year < 1000) return undefined;
  const zone = parameters.TZID;
  return {
    ...{ local, isDate: parts[4] === undefined, isUtc: parts[7] === 'Z' },
    ...(zone && { zone }),
  };
};

const DAY: Millis = 86_400_000;

const SPAN =
  /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/;

/** How long something lasts: days on the wall's clock, the rest in hours. */
export type WrittenSpan = { days: Millis; rest: Millis };

/** `P7D`, `PT12H`, `P1DT12H`; undefined for anything else, and for what goes backwards. */
export const readSpan = (value: string): WrittenSpan | undefined => {
  const parts = SPAN.exec(value.trim());
  if (!parts || parts[1] === '-' || !/\d/.test(value)) return undefined;
  const [weeks, days, hours, minutes, seconds] = parts
    .slice(2)
    .map(part => Number(part ?? 0));
  return {
    days: (weeks * 7 + days) * DAY,
    rest: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
};
