import {
  Instant,
  peopleOf,
  Person,
  Roster,
  RosterPerson,
  rosterPersonOf,
  rosterSlots,
} from '@sightline/backstage-plugin-sightline-common';

/** Who was on call for a while; empty: nobody. */
export type PastSlot = {
  level: number;
  from: Instant;
  to: Instant;
  who: RosterPerson[];
};

/** Who it was is kept as the source wrote it: the catalog may know more tomorrow. */
const anybody = ({ name }: RosterPerson): Person => ({
  ...{ ref: name, name, contacts: [] },
});

/** What a roster says about a time that has passed since it was last kept as history. */
export const pastOf = (
  roster: Roster,
  from: Instant,
  to: Instant,
): PastSlot[] =>
  from >= to
    ? []
    : rosterSlots(roster, { from, to }, peopleOf(anybody)).flatMap(
        ({ level, slots }) =>
          slots.map(slot => ({
            ...{ level, from: slot.from, to: slot.to },
            who: slot.users.map(rosterPersonOf),
          })),
      );
