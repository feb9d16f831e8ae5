import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { EntityLink } from '../../ui/EntityLink';
import { TierBadge } from '../../ui/TierBadge';
import { EvidenceAge } from '../../ui/evidence/EvidenceAge';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import { count } from '../../ui/figures';
import type { GridColumn } from '../../ui/grid/GridColumn';
import { OwnerCell } from '../../ui/OwnerCell';
import { BudgetCell } from './BudgetCell';
import { ContractsCell } from './ContractsCell';
import { DeployedCell } from './DeployedCell';
import { DriftCell } from './DriftCell';
import { HealthCell } from './HealthCell';
import { OnCallCell } from './OnCallCell';
import { ServiceCell } from './ServiceCell';

/** A feature adds its column to the list below: one line, in the place it is drawn. */
export type FleetColumn = GridColumn<ServiceRow>;

const service: FleetColumn = {
  id: 'service',
  title: 'Service',
  width: 210,
  grow: 3,
  leaves: 0,
  sortBy: 'name',
  cell: (row, tools) => <ServiceCell row={row} {...tools} />,
};

const owner: FleetColumn = {
  id: 'owner',
  title: 'Owner',
  width: 124,
  grow: 1,
  leaves: 1,
  detail: true,
  sortBy: 'owner',
  cell: (row, tools) => <OwnerCell owner={row.owner} {...tools} />,
};

/** Sorted by it, gaps come first. */
const onCall: FleetColumn = {
  id: 'onCall',
  title: 'On call',
  width: 150,
  grow: 1,
  leaves: 3,
  sortBy: 'onCall',
  cell: (row, tools) => <OnCallCell onCall={row.onCall} {...tools} />,
};

const tier: FleetColumn = {
  id: 'tier',
  title: 'Tier',
  width: 76,
  leaves: 2,
  detail: true,
  sortBy: 'tier',
  cell: row => <TierBadge tier={row.tier} />,
};

/** Sorted by it, what burns comes first, and what nobody knows last. */
const budget: FleetColumn = {
  id: 'budget',
  title: 'Budget',
  width: 262,
  leaves: 3,
  detail: true,
  sortBy: 'slo',
  cell: (row, tools) => <BudgetCell slo={row.slo} {...tools} />,
};

const drift: FleetColumn = {
  id: 'drift',
  title: 'Drift',
  width: 102,
  leaves: 4,
  numeric: true,
  sortBy: 'drift',
  cell: (row, tools) => <DriftCell drift={row.drift} {...tools} />,
};

/** Sorted by it, what fails comes first. */
const contracts: FleetColumn = {
  id: 'contracts',
  title: 'Contracts',
  width: 132,
  leaves: 4,
  sortBy: 'contracts',
  cell: (row, tools) => <ContractsCell contracts={row.contracts} {...tools} />,
};

/** Sorted by it, what was deployed last comes first. */
const deployed: FleetColumn = {
  id: 'deployed',
  title: 'Deployed',
  width: 130,
  leaves: 5,
  sortBy: 'lastDeploy',
  cell: row => <DeployedCell deploy={row.lastDeploy} />,
};

/** Sorted by it, what is stuck comes first, and what nobody knows last. */
const health: FleetColumn = {
  id: 'health',
  title: 'Health',
  width: 126,
  leaves: 3,
  sortBy: 'health',
  cell: row => <HealthCell health={row.health} />,
};

const linked = (part: 'system' | 'domain'): FleetColumn['cell'] =>
  function LinkedCell(row, tools) {
    const entity = row[part];
    return entity ? (
      <EntityLink entityRef={entity.ref} {...tools}>
        {entity.name}
      </EntityLink>
    ) : (
      <span title={`The catalog names no ${part}`}>–</span>
    );
  };

const system: FleetColumn = {
  id: 'system',
  title: 'System',
  width: 130,
  grow: 1,
  leaves: 6,
  sortBy: 'system',
  cell: linked('system'),
};

const domain: FleetColumn = {
  id: 'domain',
  title: 'Domain',
  width: 110,
  grow: 1,
  leaves: 8,
  cell: linked('domain'),
};

const lifecycle: FleetColumn = {
  id: 'lifecycle',
  title: 'Lifecycle',
  width: 114,
  leaves: 7,
  sortBy: 'lifecycle',
  cell: row => row.lifecycle ?? '–',
};

const aliases: FleetColumn = {
  id: 'aliases',
  title: 'Known as',
  width: 84,
  leaves: 9,
  numeric: true,
  cell: row => (
    <span title="Outside names that stand for it">{count(row.aliases)}</span>
  ),
};

const tags: FleetColumn = {
  id: 'tags',
  title: 'Tags',
  width: 140,
  grow: 1,
  leaves: 10,
  cell: row => <span title={row.tags.join(', ')}>{row.tags.join(', ')}</span>,
};

const updated: FleetColumn = {
  id: 'updated',
  title: 'Updated',
  width: 152,
  leaves: 5,
  numeric: true,
  sortBy: 'updated',
  // Only the row that has the keyboard can be pressed; the others save the effort.
  cell: (row, { tabIndex }) =>
    tabIndex === 0 ? (
      <EvidencePopover
        evidence={row.evidence}
        of={row.title}
        tabIndex={tabIndex}
      />
    ) : (
      <EvidenceAge evidence={row.evidence} />
    ),
};

export const fleetColumns: FleetColumn[] = [
  service,
  owner,
  onCall,
  tier,
  budget,
  drift,
  contracts,
  deployed,
  health,
  system,
  domain,
  lifecycle,
  aliases,
  tags,
  updated,
];
