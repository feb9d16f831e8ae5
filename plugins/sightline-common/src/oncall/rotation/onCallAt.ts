import type { Instant, Millis } from '../../units/time';
import type { TimeRange } from './claims';
import { ROTATION_DAYS_AT_MOST } from './horizon';
import type { Rotation } from './model';
import { FinalShift, isGap, IsKnownUser, Slot } from './slot';
import { slotsWithin } from './slots';

const DAY: Millis = 86_400_000;

/** Days to look around in: most shifts last a week, few a quarter. */
const NEAR = [8, 40, ROTATION_DAYS_AT_MOST / 2];

/**
 * How a level stands at a moment: who is on call, or that nobody is. An end that
 * lies further than 200 days away is left out.
 * @public
 */
export type LevelAt = {
  level: number;
  slot: Slot;
  /** left out: it began longer ago than is reckoned */
  from?: Instant;
  /** left out: it lasts longer than is reckoned */
  until?: Instant;
};

const holds = (slot: TimeRange, at: Instant) => slot.from <= at && at < slot.to;

const within = (range: TimeRange, slot: Slot): LevelAt => ({
  level: slot.level,
  slot,
  ...(slot.from > range.from && { from: slot.from }),
  ...(slot.to < range.to && { until: slot.to }),
});

/**
 * Who is on call at a moment, and until when: each level that the rotation has
 * then, first asked first. Empty where it has none.
 * @public
 */
export const onCallAt = (
  rotation: Rotation,
  at: Instant,
  isKnown?: IsKnownUser,
): LevelAt[] => {
  let levels: LevelAt[] = [];
  for (const days of NEAR) {
    const asked = { from: at - days * DAY, to: at + days * DAY };
    const { slots, range } = slotsWithin(rotation, asked, isKnown);
    levels = slots
      .filter(slot => holds(slot, at))
      .map(slot => within(range, slot));
    const whole = levels.every(
      ({ from, until }) => from !== undefined && until !== undefined,
    );
    if (whole) break;
  }
  return levels;
};

const AHEAD = [8, 40, ROTATION_DAYS_AT_MOST];

/**
 * The first shift of a level that begins after a moment; undefined where none does
 * within 400 days. Its end is left open where it lies beyond them.
 * @public
 */
export const nextShift = (
  rotation: Rotation,
  { after, level = 1 }: { after: Instant; level?: number },
  isKnown?: IsKnownUser,
): FinalShift | undefined => {
  for (const days of AHEAD) {
    const asked = { from: after, to: after + days * DAY };
    const { slots, range } = slotsWithin(rotation, asked, isKnown);
    const next = slots.find(
      (slot): slot is FinalShift =>
        slot.level === level && !isGap(slot) && slot.from > after,
    );
    if (next && (next.to < range.to || days === AHEAD.at(-1))) return next;
  }
  return undefined;
};
