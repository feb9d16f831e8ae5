import type { Instant, Millis } from '../../units/time';
import type { TimeRange } from '../rotation/claims';
import { clipped } from '../rotation/claims';
import { settle, Settled } from '../rotation/settle';
import type { IsKnownUser } from '../rotation/slot';
import type { FeedShift } from './FeedShift';

/** A calendar of shifts, with a second one that always wins. @public */
export type Feed = {
  shifts: readonly FeedShift[];
  overrides?: readonly FeedShift[];
  /** it says nothing about what is later; left out: it goes on */
  knownUntil?: Instant;
};

/** A stretch of time with one answer. @public */
export type FeedSlot = TimeRange & {
  /** who is on call, as the calendar writes them; empty: nobody */
  users: string[];
  /** how many more are on call at once and are not named */
  beyond: number;
  /** those of whom nobody knows who they are */
  unknown: string[];
};

/** Above every priority, which is 0 to 9. */
const OVERRIDES_FROM = 10;

const everybody: IsKnownUser = () => true;

type Ranked = FeedShift & { rank: number; shift: string };

const ranked = (
  shifts: readonly FeedShift[],
  range: TimeRange,
  above: number,
): Ranked[] =>
  shifts.flatMap(one => {
    const part = clipped(one, range);
    const shift = `${above} ${one.id} ${one.user} ${one.from}`;
    return part ? [{ ...part, rank: above + one.priority, shift }] : [];
  });

/** Somebody who is in two calendars at once is on call once. */
const distinct = ({ winners }: Settled<Ranked>): string[] => [
  ...new Set(winners.map(({ user }) => user)),
];

const toSlot = (settled: Settled<Ranked>, isKnown: IsKnownUser): FeedSlot => {
  const { from, to, beyond } = settled;
  const all = distinct(settled);
  const users = all.filter(isKnown);
  const unknown = all.filter(user => !isKnown(user));
  return { from, to, users, beyond, unknown };
};

/** With a slot of nobody wherever there is none. */
const filled = (slots: readonly FeedSlot[], range: TimeRange): FeedSlot[] => {
  const all: FeedSlot[] = [];
  let from = range.from;
  const nobody = { users: [], beyond: 0, unknown: [] };
  for (const slot of slots) {
    if (from < slot.from) all.push({ from, to: slot.from, ...nobody });
    all.push(slot);
    from = slot.to;
  }
  if (from < range.to) all.push({ from, to: range.to, ...nobody });
  return all;
};

/**
 * Who is on call by a calendar in a range, and where nobody is: the highest priority
 * wins, the calendar of overrides over all. As far as it is known: a calendar that
 * ends says nothing about the time after it.
 *
 * Source: Grafana OnCall's conventions for calendars.
 * @public
 */
export const feedSlots = (
  { shifts, overrides = [], knownUntil = Infinity }: Feed,
  asked: TimeRange,
  isKnown: IsKnownUser = everybody,
): FeedSlot[] => {
  const range = { from: asked.from, to: Math.min(asked.to, knownUntil) };
  const settled = settle([
    ...ranked(shifts, range, 0),
    ...ranked(overrides, range, OVERRIDES_FROM),
  ]);
  return filled(
    settled.map(one => toSlot(one, isKnown)),
    range,
  );
};

/** Around a moment, how far a calendar has to be read for `feedNow`. @public */
export const FEED_AROUND: Readonly<{ before: Millis; after: Millis }> = {
  before: 40 * 86_400_000,
  after: 40 * 86_400_000,
};
