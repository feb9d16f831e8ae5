import {
  NeededDependency,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { NeededInput } from './NeededInput';

/**
 * Each dependency once, at its least depth, with what is known of it from any of
 * its mentions. The service itself is none, though circles may lead back to it.
 */
export const uniqueNeeds = (
  needed: readonly NeededInput[],
  service: ServiceRef,
): NeededDependency[] => {
  const found = new Map<string, NeededInput>();
  for (const need of needed) {
    const { party } = need;
    if (party.id === service || party.entity === service) continue;
    const known = found.get(party.id);
    found.set(party.id, known ? joined(known, need) : need);
  }
  return [...found.values()].map(countedAt);
};

const joined = (one: NeededInput, other: NeededInput): NeededInput => ({
  party: one.party,
  depth: Math.min(one.depth, other.depth),
  promised: one.promised ?? other.promised,
  given: one.given ?? other.given,
  from: one.given === undefined ? other.from : one.from,
  unknown: one.unknown ?? other.unknown,
});

const countedAt = ({
  party,
  depth,
  ...told
}: NeededInput): NeededDependency => {
  const { promised, given } = told;
  const known = {
    ...{ party, depth },
    ...(promised !== undefined && { promised }),
    ...(given !== undefined && { given }),
  };
  if (given !== undefined) {
    const from = told.from === 'calls' ? 'calls' : 'attainment';
    return { ...known, counted: given, from };
  }
  return promised === undefined
    ? {
        ...known,
        from: 'unknown',
        ...(told.unknown && { unknown: told.unknown }),
      }
    : { ...known, counted: promised, from: 'objective' };
};
