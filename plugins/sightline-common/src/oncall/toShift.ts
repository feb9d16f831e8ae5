import { toIso } from '../units/time';
import type { Shift } from './model';
import type { FindPerson } from './person';
import type { FinalShift } from './rotation/slot';

/** A shift as it crosses the wire, with the name the catalog has for its person. @public */
export const toShift = (
  { level, user, from, to, by }: FinalShift,
  person: FindPerson,
): Shift => {
  const { ref, name, timeZone } = person(user) ?? { ref: user, name: user };
  return {
    level,
    person: { ref, name, ...(timeZone && { timeZone }) },
    ...{ from: toIso(from), to: toIso(to) },
    ...('override' in by && { override: by.override }),
  };
};
