import type { Instant } from '../../units/time';
import type { FeedShift } from '../feed/FeedShift';
import { FeedSlot, feedSlots } from '../feed/feedSlots';
import type { FindPerson, Person } from '../person';
import type { TimeRange } from '../rotation/claims';
import type { Roster, RosterPerson } from './Roster';

/** Whom the catalog knows by what another system writes. @public */
export type FindRosterPerson = (said: RosterPerson) => Person | undefined;

/** A level, with who is on call when, or nobody. @public */
export type RosterLevel = { level: number; slots: FeedSlot[] };

/** Whoever overrides wins over everybody else, as in calendars. */
const rankOf = { override: 9, usual: 0 };

const keyOf = ({ ref, email, name }: RosterPerson) =>
  JSON.stringify([ref ?? '', email ?? '', name]);

const toFeedShifts = (
  { shifts }: Pick<Roster, 'shifts'>,
  level: number,
): FeedShift[] =>
  shifts
    .filter(shift => shift.level === level)
    .map(({ person, from = -Infinity, to = Infinity, override }, number) => {
      const user = keyOf(person);
      const priority = override ? rankOf.override : rankOf.usual;
      return { id: `${number}`, user, from, to, priority };
    });

/**
 * Somebody whom the catalog does not know can be reached where there is an
 * address; a bare word may be a person, or the title of a meeting.
 */
const strangerOf = ({ email, name }: RosterPerson): Person | undefined =>
  email === undefined
    ? undefined
    : {
        ...{ ref: email, name },
        contacts: [{ kind: 'email', label: email, href: `mailto:${email}` }],
      };

/** Somebody as the source writes them, by the key under which a slot names them. @public */
export const rosterPersonOf = (key: string): RosterPerson => {
  const [ref, email, name] = JSON.parse(key) as string[];
  return { ...(ref && { ref }), ...(email && { email }), name };
};

/** Finds people by the keys under which slots name them. @public */
export const peopleOf = (find: FindRosterPerson): FindPerson => {
  const found = new Map<string, Person | undefined>();
  return key => {
    if (!found.has(key)) {
      const said = rosterPersonOf(key);
      found.set(key, find(said) ?? strangerOf(said));
    }
    return found.get(key);
  };
};

/** What it says something about, of what was asked. */
export const coveredOf = (
  { covers }: Pick<Roster, 'covers'>,
  asked: TimeRange,
): TimeRange => {
  const from = Math.max(asked.from, covers.from);
  return { from, to: Math.max(from, Math.min(asked.to, covers.to)) };
};

/** Level 1 is always there: that nobody has it is an answer. */
const levelsOf = ({ shifts }: Pick<Roster, 'shifts'>): number[] => {
  const all = new Set([1, ...shifts.map(({ level }) => level)]);
  return [...all].sort((a, b) => a - b);
};

/** Who is on call on each level within a range, and where nobody is. @public */
export const rosterSlots = (
  roster: Pick<Roster, 'shifts' | 'covers'>,
  asked: TimeRange,
  person: FindPerson,
): RosterLevel[] => {
  const range = coveredOf(roster, asked);
  const isKnown = (key: string) => person(key) !== undefined;
  return levelsOf(roster).map(level => {
    const shifts = toFeedShifts(roster, level);
    return { level, slots: feedSlots({ shifts }, range, isKnown) };
  });
};

/** The name under which a person stands in a slot. */
export const namedIn = (key: string): string => rosterPersonOf(key).name;

/** Ends that are only those of what is known are none. */
export const endsWithin = (
  slot: TimeRange,
  range: TimeRange,
): { from?: Instant; until?: Instant } => ({
  ...(slot.from > range.from && { from: slot.from }),
  ...(slot.to < range.to && { until: slot.to }),
});
