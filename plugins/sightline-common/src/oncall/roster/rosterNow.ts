import { unknown } from '../../evidence/Known';
import { toIso } from '../../units/time';
import { assembleNow, gapsUntil, OnCallNowOptions } from '../assembleNow';
import { FEED_AROUND, FeedSlot } from '../feed/feedSlots';
import type { OnCallLevel, OnCallNow, Shift } from '../model';
import type { FindPerson } from '../person';
import type { TimeRange } from '../rotation/claims';
import type { RotationGap } from '../rotation/slot';
import { toGap } from '../toGap';
import type { Roster } from './Roster';
import {
  coveredOf,
  endsWithin,
  FindRosterPerson,
  namedIn,
  peopleOf,
  RosterLevel,
  rosterSlots,
} from './rosterSlots';

const isEmpty = ({ users }: FeedSlot) => users.length === 0;

/** A slot of nobody as a gap; `empty`: the roster never has anybody. */
export const rosterGap = (
  { from, to, unknown: [key] }: FeedSlot,
  { level, empty }: { level: number; empty: boolean },
): RotationGap => {
  if (key !== undefined) {
    const user = namedIn(key);
    return { level, from, to, reason: 'unknown-user', user };
  }
  return { level, from, to, reason: empty ? 'nobody-in-it' : 'no-shift' };
};

type Seen = Pick<OnCallNowOptions, 'at'> & {
  person: FindPerson;
  range: TimeRange;
  timeZone: string;
  empty: boolean;
};

const toLevel = ({ level, slots }: RosterLevel, seen: Seen): OnCallLevel[] => {
  const { at, person, range } = seen;
  const slot = slots.find(({ from, to }) => from <= at && at < to);
  if (!slot) return [];
  const ends = endsWithin(slot, range);
  if (isEmpty(slot)) {
    const gap = toGap(rosterGap(slot, { ...seen, level }), ends, seen);
    return [{ level, responders: [], gap }];
  }
  const responders = slot.users.map(key => ({
    ...(person(key) ?? { ref: key, name: namedIn(key), contacts: [] }),
    ...(ends.from !== undefined && { from: toIso(ends.from) }),
    ...(ends.until !== undefined && { until: toIso(ends.until) }),
  }));
  const { beyond } = slot;
  return [{ level, responders, ...(beyond > 0 && { beyond }) }];
};

/** A slot as shifts, one for each who is on call then. */
export const toRosterShifts = (
  { users, from, to }: FeedSlot,
  { level, person }: { level: number; person: FindPerson },
): Shift[] =>
  users.map(key => {
    const found = person(key);
    const { ref, name, timeZone } = found ?? { ref: key, name: namedIn(key) };
    return {
      level,
      person: { ref, name, ...(timeZone && { timeZone }) },
      ...{ from: toIso(from), to: toIso(to) },
    };
  });

const toNext = (first: RosterLevel, seen: Seen): Shift | undefined => {
  const next = first.slots.find(one => one.from > seen.at && !isEmpty(one));
  return next && toRosterShifts(next, { level: 1, person: seen.person })[0];
};

const toGaps = (first: RosterLevel, seen: Seen, to: number): RotationGap[] =>
  first.slots
    .filter(slot => isEmpty(slot) && slot.to > seen.at && slot.from < to)
    .map(slot => ({
      ...rosterGap(slot, { level: 1, empty: seen.empty }),
      ...{ from: Math.max(slot.from, seen.at), to: Math.min(slot.to, to) },
    }));

const beside = (now: OnCallNow, { covers }: Roster): OnCallNow => {
  const { where } = now.origin;
  const words =
    Date.parse(now.at) < covers.from
      ? `nothing is known of ${where} before ${toIso(covers.from)}`
      : `${where} says nothing after ${toIso(covers.to)}`;
  return {
    ...{ ...now, state: 'unknown', levels: [] },
    headline: `Nobody can tell who is on call: ${words}`,
    unknown: unknown('no-data', words),
  };
};

/**
 * Who answers now by what another system says. Whoever the catalog does not know
 * is on call nevertheless where there is an address; beside what the roster covers
 * nobody knows, which is not a gap.
 * @public
 */
export const rosterNow = (
  roster: Roster,
  options: Omit<OnCallNowOptions, 'person'> & { person: FindRosterPerson },
): OnCallNow => {
  const { at } = options;
  const around = { from: at - FEED_AROUND.before, to: at + FEED_AROUND.after };
  const range = coveredOf(roster, around);
  const person = peopleOf(options.person);
  const timeZone = roster.timeZone ?? 'UTC';
  const empty = roster.shifts.length === 0;
  const seen: Seen = { at, person, range, timeZone, empty };
  const all = rosterSlots(roster, around, person);
  const [first] = all;
  const to = Math.min(gapsUntil(at), Math.max(at, roster.covers.to));
  const next = toNext(first, seen);
  const now = assembleNow(
    {
      levels: all.flatMap(level => toLevel(level, seen)),
      ...{ to, timeZone, gaps: toGaps(first, seen, to) },
      ...(next && { next }),
    },
    { ...options, person },
  );
  const { covers } = roster;
  return covers.from <= at && at < covers.to ? now : beside(now, roster);
};
