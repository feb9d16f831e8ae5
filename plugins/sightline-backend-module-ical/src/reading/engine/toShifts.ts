import type {
  FeedShift,
  FeedSlot,
  RosterShift,
  TimeRange,
} from '@sightline/backstage-plugin-sightline-common';
import { feedSlots } from '@sightline/backstage-plugin-sightline-common';

/** A calendar and the one that wins over it, as they were read. */
export type ReadFeeds = {
  shifts: readonly FeedShift[];
  overrides: readonly FeedShift[];
};

/** Titles are user names, e-mail addresses, refs or names of people. */
const toPerson = (title: string): RosterShift['person'] => {
  if (/^user:\S+$/i.test(title)) {
    return { ref: title.toLocaleLowerCase('en-US'), name: title };
  }
  return /^\S+@\S+\.\S+$/.test(title)
    ? { email: title, name: title }
    : { name: title };
};

type Stretch = { user: string; from: number; to: number };

/** One stretch for each time somebody is on call without a break. */
const stretchesOf = (slots: readonly FeedSlot[]): Stretch[] => {
  const all: Stretch[] = [];
  const last = new Map<string, Stretch>();
  for (const { from, to, users } of slots) {
    for (const user of users) {
      const before = last.get(user);
      if (before?.to === from) {
        before.to = to;
      } else {
        const begun = { user, from, to };
        last.set(user, begun);
        all.push(begun);
      }
    }
  }
  return all;
};

/**
 * Who is on call on a level, after priorities and overrides, and how many more are
 * on call at once than anybody names. Ends that are only those of what was read are
 * left out.
 *
 * ```
 *   Ana       ├───────────────┤           ├───────────────┤
 *   Ana                       ├────┤   ▶                  ├────┤   one stretch
 *   [L1] Ben      ├──┤                        ├──┤
 *                                         ├─A─┤B ├───── Ana ────┤
 * ```
 */
export const toShifts = (
  { shifts, overrides }: ReadFeeds,
  { level, range }: { level: number; range: TimeRange },
): { shifts: RosterShift[]; beyond: number } => {
  const slots = feedSlots({ shifts, overrides }, range);
  return {
    shifts: stretchesOf(slots).map(({ user, from, to }) => ({
      ...{ level, person: toPerson(user) },
      ...(from > range.from && { from }),
      ...(to < range.to && { to }),
    })),
    beyond: slots.reduce((most, slot) => Math.max(most, slot.beyond), 0),
  };
};
