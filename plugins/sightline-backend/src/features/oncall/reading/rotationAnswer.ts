import {
  Evidence,
  Instant,
  OnCallHistory,
  OnCallNow,
  OnCallOrigin,
  Person,
  Rotation,
  rotationNow,
  Slot,
  slotsWithin,
  toGap,
  toInstant,
  toIso,
  toShift,
} from '@sightline/backstage-plugin-sightline-common';
import { People } from '../people/People';
import { unknownUsers } from '../rotations/engine/unknownUsers';
import { TeamRotation } from './OnCallWorld';

/** What an answer is put together with. */
export type Asking = {
  team: OnCallNow['team'];
  at: Instant;
  now: Instant;
  people: People;
};

/** What is written holds until somebody writes something else, which is seen within minutes. */
const BELIEVED = 600_000;

const evidenceAt = (now: Instant): Evidence => ({
  ...{ source: 'rotations', observedAt: toIso(now), validFor: BELIEVED },
});

const originOf = ({ place, url }: TeamRotation): OnCallOrigin => ({
  ...{ kind: 'rotation', where: place },
  ...(url !== undefined && { url }),
});

const warningsOf = (
  { written, place, others }: TeamRotation,
  people: People,
): string[] => {
  const outdated = written?.outdated;
  return [
    ...(outdated
      ? [
          `The newest version of ${place} cannot be read, the one before it holds: ${outdated.problem}`,
        ]
      : []),
    ...(written ? unknownUsers(written, people.users) : []).map(
      ({ words }) => words,
    ),
    ...(written?.warnings ?? []).map(({ words }) => words),
    ...others.map(id => `${id} is for the same team; it is passed over`),
  ];
};

/** Whether it was withdrawn by then. */
export const isWithdrawn = ({ versions }: Rotation, at: Instant): boolean => {
  const begun = versions.filter(
    ({ from }) => (toInstant(from) ?? Infinity) <= at,
  );
  return begun.at(-1)?.levels.length === 0;
};

/** In the past somebody is known who was in the catalog then; later, who is in it now. */
const knownAt =
  (people: People, at: Instant, now: Instant) =>
  (ref: string): boolean =>
    people.wasKnown(ref, Math.min(at, now));

export const rotationAnswer = (
  found: TeamRotation,
  { team, at, now, people }: Asking,
): OnCallNow => {
  const isKnown = knownAt(people, at, now);
  return rotationNow(found.rotation, {
    ...{ at, team, origin: originOf(found), evidence: evidenceAt(now) },
    warnings: warningsOf(found, people),
    person: (ref): Person | undefined =>
      isKnown(ref) ? people.person(ref) : undefined,
  });
};

type Range = { from: Instant; to: Instant };

const isSame = (one: Slot, other: Slot) => {
  const meaning = ({ from: _, to: __, ...rest }: Slot) => JSON.stringify(rest);
  return one.to === other.from && meaning(one) === meaning(other);
};

/** Parts of one slot that touch, of ranges that were reckoned apart. */
const joined = (slots: readonly Slot[]): Slot[] => {
  const all: Slot[] = [];
  const last = new Map<number, Slot>();
  for (const slot of slots) {
    const before = last.get(slot.level);
    if (before && isSame(before, slot)) before.to = slot.to;
    else {
      const own = { ...slot };
      all.push(own);
      last.set(slot.level, own);
    }
  }
  return all;
};

/** Cut where somebody left: before it they were on call, after it there is a gap. */
const slotsOf = (
  rotation: Rotation,
  range: Range,
  { people, now }: Asking,
): Slot[] => {
  const cuts = [
    range.from,
    ...people.leftWithin(range.from, range.to),
    range.to,
  ];
  const parts = cuts.slice(1).map((to, at) => ({ from: cuts[at], to }));
  return joined(
    parts.flatMap(part =>
      slotsWithin(rotation, part, knownAt(people, part.from, now)).slots.sort(
        (a, b) => a.level - b.level || a.from - b.from,
      ),
    ),
  );
};

export const rotationHistory = (
  found: TeamRotation,
  asked: Range,
  asking: Asking,
): OnCallHistory => {
  const { team, at, people } = asking;
  const { rotation } = found;
  const { range } = slotsWithin({ ...rotation, overrides: [] }, asked);
  const slots = slotsOf(rotation, range, asking);
  const seen = { at, timeZone: rotation.timeZone };
  return {
    ...{ team, from: toIso(range.from), to: toIso(range.to) },
    shifts: slots.flatMap(slot =>
      'reason' in slot ? [] : [toShift(slot, people.person)],
    ),
    gaps: slots.flatMap(slot =>
      'reason' in slot
        ? [toGap(slot, { from: slot.from, until: slot.to }, seen)]
        : [],
    ),
    ...{ origin: originOf(found), evidence: evidenceAt(asking.now) },
  };
};
