import {
  Evidence,
  FEED_AROUND,
  Instant,
  OnCallHistory,
  OnCallNow,
  OnCallOrigin,
  Roster,
  rosterHistory,
  rosterNow,
  RosterShift,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { KeptRoster, RosterStore } from '../rosters/RosterStore';
import { Asking } from './rotationAnswer';

type ReadPast = Pick<RosterStore, 'past'>;

const originOf = ({ roster }: KeptRoster): OnCallOrigin => {
  const { kind, name, url } = roster;
  return { kind, where: name, ...(url !== undefined && { url }) };
};

const evidenceOf = (kept: KeptRoster): Evidence => ({
  source: kept.source,
  observedAt: toIso(kept.observedAt),
  validFor: kept.freshFor,
});

const warningsOf = ({ fault, observedAt }: KeptRoster): string[] =>
  fault === undefined
    ? []
    : [
        `It could not be read again, this is as of ${toIso(
          observedAt,
        )}: ${fault}`,
      ];

const from = (shifts: readonly RosterShift[], begin: Instant): RosterShift[] =>
  shifts.flatMap(shift =>
    (shift.to ?? Infinity) <= begin
      ? []
      : { ...shift, from: Math.max(shift.from ?? -Infinity, begin) },
  );

/** What it says now about what comes, with what was said before about what has passed. */
const withPast = async (
  kept: KeptRoster,
  range: { from: Instant; to: Instant },
  store: ReadPast,
): Promise<Roster> => {
  const { roster, pastUntil, id } = kept;
  if (range.from >= pastUntil) return roster;
  const past = await store.past(id, { from: range.from, to: pastUntil });
  const begin = Math.max(pastUntil, roster.covers.from);
  const end = kept.goneAt ?? roster.covers.to;
  return {
    ...roster,
    shifts: [...past.shifts, ...from(roster.shifts, begin)],
    covers: {
      from: past.covers?.from ?? begin,
      to: Math.max(end, past.covers?.to ?? end),
    },
  };
};

export const rosterAnswer = async (
  kept: KeptRoster,
  { team, at, people }: Asking,
  store: ReadPast,
): Promise<OnCallNow> => {
  // Of now and later it says itself when a shift began.
  const range = { from: at, to: at + FEED_AROUND.after };
  const early = { ...range, from: at - FEED_AROUND.before };
  const isPast = at < kept.pastUntil;
  const roster = await withPast(kept, isPast ? early : range, store);
  return rosterNow(roster, {
    ...{ at, team, origin: originOf(kept), evidence: evidenceOf(kept) },
    ...{ warnings: warningsOf(kept), person: people.meantBy },
  });
};

export const rosterHistoryAnswer = async (
  kept: KeptRoster,
  asked: { from: Instant; to: Instant },
  { team, at, people }: Asking,
  store: ReadPast,
): Promise<OnCallHistory> => {
  const roster = await withPast(kept, asked, store);
  const seen = { at, person: people.meantBy };
  const { range, shifts, gaps } = rosterHistory(roster, asked, seen);
  return {
    ...{ team, from: toIso(range.from), to: toIso(range.to), shifts, gaps },
    ...{ origin: originOf(kept), evidence: evidenceOf(kept) },
  };
};
