import {
  ObjectiveOriginKind,
  objectiveOrigins,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Candidate } from './Statement';

/** A statement that does not hold, and why it does not. */
export type LeftOut = { candidate: Candidate; words: string };

export type Competition = {
  winners: Candidate[];
  /** what somebody stated and must be told of; what merely gives way to another is not */
  leftOut: LeftOut[];
};

/** What stands in for what nobody stated. */
const defaults: readonly ObjectiveOriginKind[] = ['tier', 'calls'];

const rank = ({ origin }: Candidate) => objectiveOrigins.indexOf(origin.kind);

const isDefault = ({ origin }: Candidate) => defaults.includes(origin.kind);

/** Best origin first; among equals by where they stand, so that each time the same wins. */
const inOrder = (candidates: readonly Candidate[]): Candidate[] =>
  [...candidates].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.origin.where, b.origin.where) ||
      compare(a.name, b.name),
  );

const compare = (a: string, b: string) => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * Of each kind of indicator the best origin counts, with all it says; `other`
 * ones are about many things and stand beside each other.
 */
const bestOfKinds = (candidates: readonly Candidate[]): Candidate[] => {
  const best = new Map<string, number>();
  for (const candidate of candidates) {
    const { kind } = candidate.indicator;
    best.set(kind, Math.min(best.get(kind) ?? Infinity, rank(candidate)));
  }
  return candidates.filter(
    candidate =>
      candidate.indicator.kind === 'other' ||
      best.get(candidate.indicator.kind) === rank(candidate),
  );
};

/** A name is taken once; a default makes way by another name. */
const nameApart = (candidates: readonly Candidate[]): Competition => {
  const taken = new Map<string, Candidate>();
  const leftOut: LeftOut[] = [];
  for (const candidate of candidates) {
    const first = taken.get(candidate.name);
    if (!first) {
      taken.set(candidate.name, candidate);
    } else if (isDefault(candidate)) {
      const name = `${candidate.name}-${candidate.origin.kind}`;
      if (!taken.has(name)) taken.set(name, { ...candidate, name });
    } else {
      leftOut.push({
        candidate,
        words: `The objective '${candidate.name}' of ${candidate.service} is stated in ${first.origin.where} already, which counts; give one of them another name`,
      });
    }
  }
  return { winners: [...taken.values()], leftOut };
};

const capped = (
  { winners, leftOut }: Competition,
  atMost: number,
): Competition => ({
  winners: winners.slice(0, atMost),
  leftOut: [
    ...leftOut,
    ...winners.slice(atMost).map(candidate => ({
      candidate,
      words: `The objective '${candidate.name}' of ${candidate.service} is left out: more than ${atMost} objectives of one service are not kept (sightline.slo.atMost.objectivesPerService)`,
    })),
  ],
});

/** Which statements about one service hold. */
export const competeForService = (
  candidates: readonly Candidate[],
  atMost: number,
): Competition => capped(nameApart(bestOfKinds(inOrder(candidates))), atMost);

export const byService = (
  candidates: readonly Candidate[],
): Map<ServiceRef, Candidate[]> => {
  const groups = new Map<ServiceRef, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.service);
    if (group) group.push(candidate);
    else groups.set(candidate.service, [candidate]);
  }
  return groups;
};
