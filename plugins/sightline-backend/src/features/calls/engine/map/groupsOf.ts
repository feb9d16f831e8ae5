import {
  CallParty,
  MapGrouping,
} from '@sightline/backstage-plugin-sightline-common';

export type PartyGroup = { id: string; name: string };

const outsiders: PartyGroup = {
  id: 'group:external',
  name: 'Outside the catalog',
};

const without: Record<Exclude<MapGrouping, 'none'>, PartyGroup> = {
  system: { id: 'group:none', name: 'Without a system' },
  owner: { id: 'group:none', name: 'Without an owner' },
};

/**
 * The group a party belongs to. Whoever calls from outside belongs to none: it
 * is where everything begins.
 */
export const groupOf = (
  party: CallParty,
  groupBy: MapGrouping,
): PartyGroup | undefined => {
  if (groupBy === 'none' || party.kind === 'outside') return undefined;
  if (party.entity === undefined && party.kind !== 'service') return outsiders;
  const group = party[groupBy];
  return group ? { id: group.ref, name: group.name } : without[groupBy];
};
