import {
  Instant,
  LocalTime,
  toInstantIn,
} from '@sightline/backstage-plugin-sightline-common';
import { Calendar, propertyOf } from '../Component';
import type { WrittenTime } from '../dateTime';
import type { Allowance } from '../recurrence/occurrences';
import { observedZone } from './observedZone';
import { zoneNamed } from './zoneNames';

/** When clocks of a zone show a time. */
export type Zone = (local: LocalTime) => Instant;

const utc: Zone = local => local;

/** A calendar may describe as many zones as it likes; nobody lives in more. */
const ZONES_AT_MOST = 100;

/**
 * Which zone is meant by what a calendar writes. Never the machine's: where nothing
 * says it, it is the calendar's own, then the one that whoever reads it gives, and
 * else undefined.
 */
export const createZones = (
  calendar: Calendar,
  { timeZone, allowance }: { timeZone?: string; allowance: Allowance },
): ((time: WrittenTime) => Zone | undefined) => {
  const named = new Map<string, Zone | undefined>();
  const described = (name: string) => {
    const found = calendar.zones
      .slice(0, ZONES_AT_MOST)
      .find(zone => propertyOf(zone, 'TZID')?.value.trim() === name);
    if (!found) return undefined;
    const location = propertyOf(found, 'X-LIC-LOCATION')?.value;
    const known = location && zoneNamed(location);
    return known
      ? (local: LocalTime) => toInstantIn(local, known)
      : observedZone(found, allowance);
  };
  const byName = (name: string): Zone | undefined => {
    if (!named.has(name)) {
      const known = zoneNamed(name);
      const zone = known
        ? (local: LocalTime) => toInstantIn(local, known)
        : described(name.trim());
      named.set(name, zone);
    }
    return named.get(name);
  };
  const own = propertyOf(calendar, 'X-WR-TIMEZONE')?.value;
  return ({ isUtc, zone }) => {
    if (isUtc) return utc;
    if (zone !== undefined) return byName(zone);
    return (own && byName(own)) || (timeZone && byName(timeZone)) || undefined;
  };
};
