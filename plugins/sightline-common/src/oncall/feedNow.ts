import { unknown } from '../evidence/Known';
import { Instant, toIso } from '../units/time';
import { assembleNow, gapsUntil, OnCallNowOptions } from './assembleNow';
import { Feed, FEED_AROUND, FeedSlot, feedSlots } from './feed/feedSlots';
import type { OnCallLevel, OnCallNow, Shift } from './model';
import type { RotationGap } from './rotation/slot';
import type { TimeRange } from './rotation/claims';
import { toGap } from './toGap';

/** Calendars have priorities, and no levels: all of it is the first. */
const level = 1;

const gapOf = ({ from, to, unknown: [user] }: FeedSlot): RotationGap =>
  user === undefined
    ? { level, from, to, reason: 'no-shift' }
    : { level, from, to, reason: 'unknown-user', user };

const isGap = ({ users }: FeedSlot) => users.length === 0;

/** Without the ends that are only those of what was read. */
const endsOf = (slot: FeedSlot, range: TimeRange) => ({
  ...(slot.from > range.from && { from: slot.from }),
  ...(slot.to < range.to && { until: slot.to }),
});

const toLevel = (
  slot: FeedSlot,
  range: TimeRange,
  { at, person, timeZone }: OnCallNowOptions & { timeZone: string },
): OnCallLevel => {
  const ends = endsOf(slot, range);
  if (isGap(slot)) {
    const gap = toGap(gapOf(slot), ends, { at, timeZone });
    return { level, responders: [], gap };
  }
  const responders = slot.users.map(user => ({
    ...(person(user) ?? { ref: user, name: user, contacts: [] }),
    ...(ends.from !== undefined && { from: toIso(ends.from) }),
    ...(ends.until !== undefined && { until: toIso(ends.until) }),
  }));
  return {
    ...{ level, responders },
    ...(slot.beyond > 0 && { beyond: slot.beyond }),
  };
};

const toNext = (
  slots: readonly FeedSlot[],
  { at, person }: OnCallNowOptions,
): Shift | undefined => {
  const next = slots.find(slot => slot.from > at && !isGap(slot));
  if (!next) return undefined;
  const [user] = next.users;
  const { ref, name, timeZone } = person(user) ?? { ref: user, name: user };
  return {
    level,
    person: { ref, name, ...(timeZone && { timeZone }) },
    ...{ from: toIso(next.from), to: toIso(next.to) },
  };
};

const ended = (now: OnCallNow, knownUntil: Instant): OnCallNow => {
  const words = `The calendar says nothing after ${toIso(knownUntil)}`;
  return {
    ...now,
    ...{
      state: 'unknown',
      headline: `Nobody can tell who is on call: ${words}`,
    },
    unknown: unknown('no-data', words),
  };
};

/**
 * Who answers for a team now, by a calendar that is read from `FEED_AROUND` before
 * until after it; `person` is asked what the calendar writes. A calendar that has
 * ended is unknown, not a gap.
 * @public
 */
export const feedNow = (
  feed: Feed,
  options: OnCallNowOptions & { timeZone: string },
): OnCallNow => {
  const { at, person, timeZone } = options;
  const range = { from: at - FEED_AROUND.before, to: at + FEED_AROUND.after };
  const isKnown = (user: string) => person(user) !== undefined;
  const slots = feedSlots(feed, range, isKnown);
  const current = slots.find(({ from, to }) => from <= at && at < to);
  const next = toNext(slots, options);
  const to = Math.min(gapsUntil(at), Math.max(at, feed.knownUntil ?? Infinity));
  const gaps = slots
    .filter(slot => isGap(slot) && slot.to > at && slot.from < to)
    .map(slot => ({
      ...gapOf(slot),
      ...{ from: Math.max(slot.from, at), to: Math.min(slot.to, to) },
    }));
  const levels = current ? [toLevel(current, range, options)] : [];
  const now = assembleNow(
    { levels, gaps, to, timeZone, ...(next && { next }) },
    options,
  );
  const { knownUntil = Infinity } = feed;
  return at < knownUntil ? now : ended(now, knownUntil);
};
