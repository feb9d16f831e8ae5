import type {
  Instant,
  LocalTime,
  Millis,
} from '@sightline/backstage-plugin-sightline-common';
import { Component, propertyOf, valuesOf } from './Component';
import type { ContentLine } from './contentLines';
import { readSpan, readTime, WrittenTime } from './dateTime';
import { readRule, Rule } from './recurrence/Rule';
import { readTitle, ReadTitle } from './title';
import type { Zone } from './zones/createZones';

const DAY: Millis = 86_400_000;

/** How an event gets from its beginning to its end. */
export type Length = (local: LocalTime, begin: Instant) => Instant;

/** An event as it is used: what it needs of its zone has been found. */
export type CalendarEvent = {
  uid: string;
  line: number;
  sequence: number;
  title?: ReadTitle;
  cancelled: boolean;
  start: LocalTime;
  zone: Zone;
  isDate: boolean;
  end: Length;
  /** as long as it may last, roughly */
  atMost: Millis;
  rule?: Rule;
  /** more beginnings; on the wall's clock, too, where they are written in the event's zone */
  more: { begin: Instant; local?: LocalTime }[];
  except: { instants: Set<Instant>; days: Set<LocalTime> };
  /** the occurrence it stands in for */
  replaces?: Instant;
};

export type FindZone = (time: WrittenTime) => Zone | undefined;

/** What is wrong with an event, in words; it is left out. */
class UnreadableEvent extends Error {}

const timeOf = (property: ContentLine): WrittenTime => {
  // RDATE may be a period, of which the beginning counts.
  const [begin] = property.value.split('/', 1);
  const time = readTime(begin, property.parameters);
  if (time) return time;
  const shown = property.value.slice(0, 60);
  throw new UnreadableEvent(`${property.name} is '${shown}', which is no time`);
};

const zoneOf = (time: WrittenTime, findZone: FindZone): Zone => {
  const zone = findZone(time);
  if (zone) return zone;
  throw new UnreadableEvent(
    time.zone === undefined
      ? 'its times are in no zone, and neither the calendar nor its configuration names one'
      : `its zone '${time.zone.slice(0, 60)}' is not known, and not described`,
  );
};

const instantOf = (property: ContentLine, findZone: FindZone): Instant => {
  const time = timeOf(property);
  return zoneOf(time, findZone)(time.local);
};

const fixed = (span: Millis): Pick<CalendarEvent, 'end' | 'atMost'> => ({
  end: (_local, begin) => begin + span,
  atMost: span,
});

const onTheWall = (
  zone: Zone,
  days: Millis,
  rest: Millis,
): Pick<CalendarEvent, 'end' | 'atMost'> => ({
  end: local => zone(local + days) + rest,
  atMost: days + rest + DAY,
});

/**
 * Ends when clocks on the wall show the same as in the event that is written: a
 * shift until Monday at 9 ends on Monday at 9 in the week in which clocks are set,
 * too, although RFC 5545 counts its hours. So do the calendars people look at.
 */
const lengthOf = (
  event: Component,
  start: WrittenTime,
  { zone, findZone }: { zone: Zone; findZone: FindZone },
): Pick<CalendarEvent, 'end' | 'atMost'> => {
  const written = propertyOf(event, 'DTEND');
  if (written) {
    const end = timeOf(written);
    const endZone = zoneOf(end, findZone);
    if (endZone === zone) return onTheWall(zone, end.local - start.local, 0);
    return fixed(endZone(end.local) - zone(start.local));
  }
  const duration = propertyOf(event, 'DURATION');
  const span = duration && readSpan(duration.value);
  if (duration && !span) {
    throw new UnreadableEvent(
      `DURATION is '${duration.value.slice(
        0,
        60,
      )}', which is no length of time`,
    );
  }
  if (span) return onTheWall(zone, span.days, span.rest);
  return start.isDate ? onTheWall(zone, DAY, 0) : fixed(0);
};

const ruleOf = (event: Component): Rule | undefined => {
  const written = propertyOf(event, 'RRULE');
  if (!written) return undefined;
  const rule = readRule(written.value);
  if (!('unreadable' in rule)) return rule;
  throw new UnreadableEvent(
    `its rule has '${rule.unreadable.slice(0, 60)}', which is not read here`,
  );
};

const exceptionsOf = (event: Component, findZone: FindZone) => {
  const instants = new Set<Instant>();
  const days = new Set<LocalTime>();
  for (const property of valuesOf(event, 'EXDATE')) {
    const time = timeOf(property);
    if (time.isDate) days.add(time.local);
    else instants.add(zoneOf(time, findZone)(time.local));
  }
  return { instants, days };
};

const read = (event: Component, findZone: FindZone): CalendarEvent => {
  const written = propertyOf(event, 'DTSTART');
  if (!written) throw new UnreadableEvent('it does not say when it begins');
  const start = timeOf(written);
  const zone = zoneOf(start, findZone);
  const replaced = propertyOf(event, 'RECURRENCE-ID');
  if (replaced?.parameters.RANGE) {
    throw new UnreadableEvent(
      'it changes all that follow (RANGE=THISANDFUTURE), which is not read here',
    );
  }
  const title = readTitle(propertyOf(event, 'SUMMARY')?.value ?? '');
  const rule = ruleOf(event);
  const status = propertyOf(event, 'STATUS')?.value.trim().toUpperCase();
  return {
    uid: propertyOf(event, 'UID')?.value ?? `line ${event.line}`,
    line: event.line,
    sequence: Number(propertyOf(event, 'SEQUENCE')?.value) || 0,
    cancelled: status === 'CANCELLED',
    ...{ start: start.local, zone, isDate: start.isDate },
    ...lengthOf(event, start, { zone, findZone }),
    ...(title && { title }),
    ...(rule && { rule }),
    more: valuesOf(event, 'RDATE').map(one => {
      const time = timeOf(one);
      const own = zoneOf(time, findZone);
      const begin = own(time.local);
      return own === zone ? { begin, local: time.local } : { begin };
    }),
    except: exceptionsOf(event, findZone),
    ...(replaced && { replaces: instantOf(replaced, findZone) }),
  };
};

/** Reads one event, or says in words why it is none. */
export const readEvent = (
  event: Component,
  findZone: FindZone,
): CalendarEvent | { words: string } => {
  try {
    return read(event, findZone);
  } catch (error) {
    if (error instanceof UnreadableEvent) return { words: error.message };
    throw error;
  }
};
