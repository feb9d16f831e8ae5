import type { Instant } from '../../units/time';
import type { OnCallGap, Shift } from '../model';
import type { TimeRange } from '../rotation/claims';
import { toGap } from '../toGap';
import type { Roster } from './Roster';
import { rosterGap, toRosterShifts } from './rosterNow';
import {
  coveredOf,
  FindRosterPerson,
  peopleOf,
  rosterSlots,
} from './rosterSlots';

/**
 * Who was and will be on call within a range, as far as the roster covers it; cut at
 * its ends.
 * @public
 */
export const rosterHistory = (
  roster: Roster,
  asked: TimeRange,
  seen: { at: Instant; person: FindRosterPerson },
): { range: TimeRange; shifts: Shift[]; gaps: OnCallGap[] } => {
  const person = peopleOf(seen.person);
  const all = rosterSlots(roster, asked, person);
  const empty = roster.shifts.length === 0;
  const told = { at: seen.at, timeZone: roster.timeZone ?? 'UTC' };
  return {
    range: coveredOf(roster, asked),
    shifts: all.flatMap(({ level, slots }) =>
      slots.flatMap(slot => toRosterShifts(slot, { level, person })),
    ),
    gaps: all.flatMap(({ level, slots }) =>
      slots
        .filter(({ users }) => users.length === 0)
        .map(slot => {
          const gap = rosterGap(slot, { level, empty });
          return toGap(gap, { from: slot.from, until: slot.to }, told);
        }),
    ),
  };
};
