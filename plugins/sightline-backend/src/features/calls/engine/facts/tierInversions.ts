import { Tier, tiers } from '@sightline/backstage-plugin-sightline-common';
import { CallGraph } from '../graph/CallGraph';
import { isSync } from '../graph/neighbours';

/** One tier apart is how systems are built; two is a night somebody loses. */
const least = 2;

const rank = (tier: Tier) => tiers.indexOf(tier);

/** By service: those it waits for although much less depends on them. */
export const tierInversions = ({
  parties,
  edges,
}: CallGraph): Map<string, string[]> => {
  const inversions = new Map<string, Set<string>>();
  for (const { caller, callee } of edges.filter(isSync)) {
    const above = parties.get(caller)?.tier;
    const below = parties.get(callee)?.tier;
    if (above && below && rank(below) - rank(above) >= least) {
      inversions.set(caller, (inversions.get(caller) ?? new Set()).add(callee));
    }
  }
  return new Map([...inversions].map(([id, all]) => [id, [...all].sort()]));
};
