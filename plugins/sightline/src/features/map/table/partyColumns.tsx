import { EntityLink } from '../../../ui/EntityLink';
import { TierBadge } from '../../../ui/TierBadge';
import { count, percent } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { whatIs } from '../../../ui/party/partyWords';
import { StateBadge } from '../../../ui/state/StateBadge';
import { fromNode, isParty } from '../nodeWords';
import { PartyRow } from './mapRows';

type PartyColumn = GridColumn<PartyRow>;

const name: PartyColumn = {
  id: 'name',
  title: 'Name',
  width: 200,
  grow: 2,
  leaves: 0,
  sortBy: 'name',
  cell: ({ node, name: shown }, tools) =>
    node.entity ? (
      <EntityLink entityRef={node.entity} {...tools}>
        {shown}
      </EntityLink>
    ) : (
      shown
    ),
};

const what: PartyColumn = {
  id: 'what',
  title: 'What',
  width: 150,
  grow: 1,
  leaves: 3,
  detail: true,
  cell: ({ node }) =>
    isParty(node) ? whatIs(node) : `group, ${fromNode(node).note}`,
};

const linked = (part: 'owner' | 'system'): PartyColumn['cell'] =>
  function LinkedCell({ node }, tools) {
    const entity = node[part];
    return entity ? (
      <EntityLink entityRef={entity.ref} {...tools}>
        {entity.name}
      </EntityLink>
    ) : (
      '–'
    );
  };

const rest: PartyColumn[] = [
  {
    id: 'owner',
    title: 'Owner',
    width: 140,
    grow: 1,
    leaves: 1,
    detail: true,
    sortBy: 'owner',
    cell: linked('owner'),
  },
  {
    id: 'system',
    title: 'System',
    width: 130,
    grow: 1,
    leaves: 4,
    cell: linked('system'),
  },
  {
    id: 'tier',
    title: 'Tier',
    width: 80,
    leaves: 5,
    cell: ({ node }) =>
      node.kind === 'service' ? <TierBadge tier={node.tier} /> : '–',
  },
  {
    id: 'environments',
    title: 'Seen in',
    width: 130,
    leaves: 6,
    cell: ({ node }) => node.environments?.join(', ') ?? '–',
  },
  {
    id: 'callers',
    title: 'Callers',
    width: 80,
    leaves: 2,
    numeric: true,
    sortBy: 'callers',
    cell: ({ callers }) => count(callers),
  },
  {
    id: 'callees',
    title: 'Calls',
    width: 80,
    leaves: 2,
    numeric: true,
    sortBy: 'callees',
    cell: ({ callees }) => count(callees),
  },
];

/** Shown while a failure is looked at. */
const wouldFail = (shares: Map<string, number>): PartyColumn => ({
  id: 'share',
  title: 'Would fail',
  width: 120,
  leaves: 1,
  detail: true,
  cell: ({ node }) => {
    const share = shares.get(node.id);
    return share === undefined ? (
      '–'
    ) : (
      <StateBadge kind="bad" word={percent(share)} />
    );
  },
});

/** All that the drawing says of a node. */
export const partyColumns = (shares?: Map<string, number>): PartyColumn[] => [
  name,
  what,
  ...(shares ? [wouldFail(shares)] : []),
  ...rest,
];
