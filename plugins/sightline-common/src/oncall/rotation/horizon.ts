import type { Instant, Millis } from '../../units/time';
import type { TimeRange } from './claims';
import type { Rotation, RotationVersion } from './model';

const DAY: Millis = 86_400_000;

/** What is reckoned at once, at most. @public */
export const ROTATION_DAYS_AT_MOST = 400;

/** Shifts that are reckoned at once, at most; what has many a day is seen less far. */
const SHIFTS_AT_MOST = 20_000;

/** Before and after it zones are guesses. */
const EARLIEST: Instant = Date.UTC(1970, 0, 1);
const LATEST: Instant = Date.UTC(2200, 0, 1);

/** A layer without hours changes hands once a day at most; each of its hours begins once a day. */
const shiftsADay = ({ levels }: RotationVersion): number =>
  levels
    .flatMap(({ layers }) => layers)
    .reduce((sum, { hours }) => sum + 1 + (hours?.length ?? 0), 0);

/**
 * A range as far as it is reckoned: 400 days, fewer where a rotation has more than
 * 50 shifts a day, and a day at least.
 */
export const withinHorizon = (
  rotation: Rotation,
  { from, to }: TimeRange,
): TimeRange => {
  const busiest = Math.max(1, ...rotation.versions.map(shiftsADay));
  const days = Math.floor(SHIFTS_AT_MOST / busiest);
  const length = Math.max(1, Math.min(ROTATION_DAYS_AT_MOST, days)) * DAY;
  const begin = Math.min(Math.max(from, EARLIEST), LATEST);
  return {
    from: begin,
    to: Math.min(Math.max(to, begin), begin + length, LATEST),
  };
};
