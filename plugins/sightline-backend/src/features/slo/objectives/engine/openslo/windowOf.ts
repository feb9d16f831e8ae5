import { ObjectiveWindow } from '@sightline/backstage-plugin-sightline-common';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { Path } from '../../../../../platform/engine/documents/DocumentProblem';
import { DocumentReader } from './DocumentReader';
import { OpenSloDuration, readDuration } from './durations';
import { sloSpec } from './schema';

type SaidWindow = NonNullable<z.infer<typeof sloSpec>['timeWindow']>[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Shorter ones have no budget worth the name, longer ones are not kept. */
const shortest = HOUR;
const longest = 366 * DAY;

/** Where a document says nothing. */
const usualWindow: ObjectiveWindow = {
  kind: 'rolling',
  duration: 30 * DAY,
};

const calendarUnits = {
  d: 'day',
  w: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
} as const;

/** @example `2026-01-01` and `2026-01-01T00:00` are both `2026-01-01 00:00:00` */
const wholeTime = (text: string): string => {
  const [date, time = '00:00:00'] = text.split(/[ T]/);
  return `${date} ${time.length === 5 ? `${time}:00` : time}`;
};

/** Whether there is such a day: no 31st of April, no 25 o'clock. */
const isTime = (text: string): boolean => {
  const parsed = new Date(`${text.replace(' ', 'T')}Z`);
  return (
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().slice(0, 19) === text.replace(' ', 'T')
  );
};

const calendarWindow = (
  { count, unit }: OpenSloDuration,
  calendar: NonNullable<SaidWindow['calendar']>,
  { reader, at }: { reader: DocumentReader; at: Path },
): ObjectiveWindow | undefined => {
  const { timeZone } = calendar;
  const start = wholeTime(calendar.startTime);
  const known = unit === 'm' || unit === 'h' ? undefined : calendarUnits[unit];
  if (!known) {
    reader.problem(
      [...at, 'duration'],
      'duration of a calendar window must be in d, w, M, Q or Y, such as 1M',
    );
  }
  if (!isTime(start)) {
    reader.problem(
      [...at, 'calendar', 'startTime'],
      `startTime is '${calendar.startTime}', and there is no such moment; write one such as 2026-01-01 00:00:00`,
    );
  }
  if (!IANAZone.isValidZone(timeZone)) {
    reader.problem(
      [...at, 'calendar', 'timeZone'],
      `timeZone is '${timeZone}'; write an IANA time zone such as Europe/Berlin`,
    );
  }
  return (
    known && { kind: 'calendar', unit: known, every: count, start, timeZone }
  );
};

const isOfUse = (
  { millis }: OpenSloDuration,
  { reader, at }: { reader: DocumentReader; at: Path },
) => {
  if (millis < shortest || millis > longest) {
    reader.problem(
      [...at, 'duration'],
      'duration must be at least 1h and at most 366d; write such as 30d',
    );
  }
};

/** The window an SLO states: 30 days when it states none. */
export const windowOf = (
  said: SaidWindow | undefined,
  reader: DocumentReader,
): ObjectiveWindow | undefined => {
  if (!said) {
    return usualWindow;
  }
  const at: Path = ['spec', 'timeWindow', 0];
  const duration = readDuration(said.duration);
  if (!duration) {
    return undefined;
  }
  isOfUse(duration, { reader, at });
  if (said.calendar && said.isRolling) {
    reader.problem(
      [...at, 'isRolling'],
      'isRolling is true and there is a calendar; leave one of them out',
    );
    return undefined;
  }
  if (said.calendar) {
    return calendarWindow(duration, said.calendar, { reader, at });
  }
  if (!said.isRolling) {
    reader.problem(
      at,
      'timeWindow neither rolls nor follows a calendar; add isRolling: true, or a calendar',
    );
    return undefined;
  }
  return { kind: 'rolling', duration: duration.millis };
};
