import {
  BlastRadius,
  CallMap,
  CallParty,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';

/** The groups of those who are in no system, of no owner, or not in the catalog. */
const groupOf = (party: CallParty, groupBy: 'system' | 'owner'): string => {
  const isOutsider = party.entity === undefined && party.kind !== 'service';
  return party[groupBy]?.ref ?? (isOutsider ? 'group:external' : 'group:none');
};

/** The node that shows a party: itself, or the closed group it is in. */
const nodeOf = (
  party: CallParty,
  { nodes, groupBy }: Pick<CallMap, 'nodes' | 'groupBy'>,
): string | undefined => {
  const ids = new Set(nodes.map(({ id }) => id));
  const group = groupBy === 'none' ? undefined : groupOf(party, groupBy);
  return [party.id, group].find(id => id !== undefined && ids.has(id));
};

/**
 * What part of each node's calls would fail; of a closed group that of its worst
 * member. The one that fails loses everything.
 */
export function sharesOnMap(
  { party, affected }: Pick<BlastRadius, 'party' | 'affected'>,
  map: Pick<CallMap, 'nodes' | 'groupBy'>,
): Map<string, Ratio> {
  const shares = new Map<string, Ratio>();
  for (const hit of [{ party, share: 1 }, ...affected]) {
    const node = nodeOf(hit.party, map);
    if (node) {
      shares.set(node, Math.max(shares.get(node) ?? 0, hit.share));
    }
  }
  return shares;
}
