import type {
  Instant,
  LocalTime,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { Component, propertyOf, valuesOf } from '../Component';
import { readTime } from '../dateTime';
import { Allowance, occurrences } from '../recurrence/occurrences';
import { readRule } from '../recurrence/Rule';

const DAY: Millis = 86_400_000;

/** When which offset begins to hold, as one STANDARD or DAYLIGHT says. */
type Observance = {
  start: LocalTime;
  before: Millis;
  after: Millis;
  rule?: string;
  more: LocalTime[];
};

/** `+0100`, `-033015` */
const readOffset = (text = ''): Millis | undefined => {
  const parts = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(text.trim());
  if (!parts) return undefined;
  const [hours, minutes, seconds] = parts
    .slice(2)
    .map(part => Number(part ?? 0));
  const size = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return parts[1] === '-' ? -size : size;
};

const readObservance = (part: Component): Observance[] => {
  const start = readTime(propertyOf(part, 'DTSTART')?.value ?? '');
  const before = readOffset(propertyOf(part, 'TZOFFSETFROM')?.value);
  const after = readOffset(propertyOf(part, 'TZOFFSETTO')?.value);
  if (!start || before === undefined || after === undefined) return [];
  const rule = propertyOf(part, 'RRULE')?.value;
  const more = valuesOf(part, 'RDATE').flatMap(
    ({ value }) => readTime(value)?.local ?? [],
  );
  return [{ start: start.local, before, after, ...(rule && { rule }), more }];
};

type Change = { onset: LocalTime; before: Millis; after: Millis };

/** Around one year; what began long ago and was not followed by anything still holds. */
const changesAround = (
  observances: readonly Observance[],
  year: number,
  allowance: Allowance,
): Change[] => {
  const range = {
    from: Date.UTC(year - 1, 0, 1),
    to: Date.UTC(year + 1, 0, 2),
  };
  return observances
    .flatMap(({ start, more, rule, before, after }) => {
      const onsets = [start, ...more];
      const read = rule === undefined ? undefined : readRule(rule);
      if (read && !('unreadable' in read)) {
        const { until } = read;
        const isWithin = (one: LocalTime) => !until || one <= until.local + DAY;
        const given = { range, isWithin, allowance };
        onsets.push(...occurrences(read, start, given).locals);
      }
      return onsets.map(onset => ({ onset, before, after }));
    })
    .sort((a, b) => a.onset - b.onset);
};

/**
 * A zone that only a calendar itself describes, by when its clocks are set: for
 * names that nobody else knows. Undefined where it does not say enough.
 *
 * ```
 *   before ──────────┐ onset, on the clocks before       of times that are skipped
 *   after            └──────────────────────             or shown twice: before
 * ```
 */
export const observedZone = (
  zone: Component,
  allowance: Allowance,
): ((local: LocalTime) => Instant) | undefined => {
  const observances = zone.parts.flatMap(readObservance);
  if (observances.length === 0) return undefined;
  const byYear = new Map<number, Change[]>();
  const around = (year: number) => {
    const known =
      byYear.get(year) ?? changesAround(observances, year, allowance);
    byYear.set(year, known);
    return known;
  };
  return local => {
    const changes = around(new Date(local).getUTCFullYear());
    const last = changes.filter(({ onset }) => onset <= local).at(-1);
    if (!last) return local - changes[0].before;
    const skipped = local - last.onset < last.after - last.before;
    return local - (skipped ? last.before : last.after);
  };
};
