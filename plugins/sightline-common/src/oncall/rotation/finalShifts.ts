import type { TimeRange } from './claims';
import type { Rotation } from './model';
import { FinalShift, isGap, IsKnownUser, RotationGap } from './slot';
import { slotsWithin } from './slots';

/**
 * Who is on call in a range, cut at its ends; by level, then by time.
 *
 * Source: PagerDuty's `final_schedule`, Grafana OnCall's `final_shifts`.
 *
 * @example a week of Berlin from Monday 09:00, around 29 March 2026: 167 hours
 * @public
 */
export const finalShifts = (
  rotation: Rotation,
  range: TimeRange,
  isKnown?: IsKnownUser,
): FinalShift[] =>
  slotsWithin(rotation, range, isKnown).slots.filter(
    (slot): slot is FinalShift => !isGap(slot),
  );

/** When nobody is on call in a range, cut at its ends; by level, then by time. @public */
export const gapsWithin = (
  rotation: Rotation,
  range: TimeRange,
  isKnown?: IsKnownUser,
): RotationGap[] => slotsWithin(rotation, range, isKnown).slots.filter(isGap);
