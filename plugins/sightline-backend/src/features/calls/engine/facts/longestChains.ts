import type { LatencyCounts } from '@sightline/backstage-plugin-sightline-node/spans';
import { TreeStep } from '../journeys/JourneyTree';

export type Chain = {
  /** from the service on, each waiting for the next */
  parties: string[];
  /** of the first call: all others are within it */
  latency: LatencyCounts;
};

/**
 * By service: the longest row of services that was seen waiting for each other,
 * beginning with it. Read from journeys, not from the graph: that a calls b and
 * b calls c does not say that any call of a ever reached c.
 *
 * ```
 *   gateway ─▶ web ─▶ orders ─▶ payments ─▶ fraud     gateway: 5, orders: 3
 * ```
 */
export const longestChains = (
  roots: readonly TreeStep[],
  partyOf: (node: string) => string | undefined,
): Map<string, Chain> => {
  const chains = new Map<string, Chain>();

  /** The longest below and with this step; each service's longest is noted on the way. */
  const longest = (tree: TreeStep): string[] => {
    const below = tree.children
      .filter(({ step }) => step.mode === 'sync' && isService(step.callee))
      .map(longest)
      .reduce((most, one) => (one.length > most.length ? one : most), []);
    tree.children
      .filter(({ step }) => step.mode !== 'sync')
      .forEach(child => longest(child));
    const party = partyOf(tree.step.callee);
    if (party === undefined) return below;
    const parties = [party, ...below];
    const known = chains.get(party);
    if (parties.length > 1 && parties.length > (known?.parties.length ?? 0)) {
      chains.set(party, { parties, latency: tree.counts.latency });
    }
    return parties;
  };

  /** Stores and hosts outside end a chain and are no part of it. */
  const isService = (node: string) => {
    const party = partyOf(node);
    return party !== undefined && /^(component|service):/.test(party);
  };

  roots.forEach(root => longest(root));
  return chains;
};
