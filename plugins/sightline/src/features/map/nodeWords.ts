import {
  CallParty,
  MapNode,
} from '@sightline/backstage-plugin-sightline-common';
import { plural } from '../../ui/figures';
import { nameOf, whatIs } from '../../ui/party/partyWords';

/** A node that is no group is a party. */
export const isParty = (node: MapNode): node is MapNode & CallParty =>
  node.kind !== 'group';

/** What stands on a node: its name, and below it what it is or whose. */
export function fromNode(node: MapNode): { name: string; note: string } {
  if (!isParty(node)) {
    const { members } = node;
    return {
      name: node.name || node.id,
      note: members === undefined ? 'group' : plural(members, 'member'),
    };
  }
  const whose = node.owner?.name;
  const note =
    node.kind === 'service'
      ? [node.tier, whose ?? 'no owner'].filter(Boolean).join(' · ')
      : whatIs(node);
  return { name: nameOf(node), note };
}

export const nodeName = (node: MapNode | undefined, id: string): string =>
  node ? fromNode(node).name : id;
