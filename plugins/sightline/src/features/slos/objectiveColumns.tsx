import { ObjectiveRow } from '@sightline/backstage-plugin-sightline-common';
import { BudgetBar } from '../../ui/BudgetBar';
import { OwnerCell } from '../../ui/OwnerCell';
import { EvidenceAge } from '../../ui/evidence/EvidenceAge';
import { EvidencePopover } from '../../ui/evidence/EvidencePopover';
import type { GridColumn } from '../../ui/grid/GridColumn';
import { BudgetEnd } from '../../ui/slo/BudgetEnd';
import { BurnRate } from '../../ui/slo/BurnRate';
import { ObjectiveBadge } from '../../ui/slo/ObjectiveBadge';
import { indicatorTitle, originWords } from '../../ui/slo/objectiveWords';
import { AttainedCell, ObjectiveCell, ServiceCell } from './objectiveCells';
import { reasonOf } from './reasonOf';

export type ObjectiveColumn = GridColumn<ObjectiveRow>;

const state: ObjectiveColumn = {
  id: 'state',
  title: 'State',
  width: 120,
  leaves: 1,
  detail: true,
  sortBy: 'state',
  cell: row => <ObjectiveBadge of={row} />,
};

export const service: ObjectiveColumn = {
  id: 'service',
  title: 'Service',
  width: 150,
  grow: 1,
  leaves: 0,
  sortBy: 'service',
  cell: (row, tools) => <ServiceCell row={row} {...tools} />,
};

export const owner: ObjectiveColumn = {
  id: 'owner',
  title: 'Owner',
  width: 104,
  grow: 1,
  leaves: 3,
  sortBy: 'owner',
  cell: (row, tools) => <OwnerCell owner={row.service.owner} {...tools} />,
};

export const objective: ObjectiveColumn = {
  id: 'objective',
  title: 'Objective',
  width: 172,
  grow: 3,
  leaves: 1,
  sortBy: 'title',
  cell: row => <ObjectiveCell row={row} />,
};

const budget: ObjectiveColumn = {
  id: 'budget',
  title: 'Budget left',
  width: 170,
  leaves: 1,
  detail: true,
  sortBy: 'budget',
  cell: (row, tools) => (
    <BudgetBar
      left={row.budget?.remaining ?? reasonOf(row)}
      stale={row.stale}
      {...tools}
    />
  ),
};

const burn: ObjectiveColumn = {
  id: 'burn',
  title: 'Burn',
  width: 98,
  leaves: 2,
  numeric: true,
  detail: true,
  sortBy: 'burn',
  cell: row => <BurnRate burns={row.burns} />,
};

const end: ObjectiveColumn = {
  id: 'end',
  title: 'Exhausted',
  width: 104,
  leaves: 2,
  numeric: true,
  detail: true,
  sortBy: 'exhaustion',
  cell: row => <BudgetEnd of={row} />,
};

const attained: ObjectiveColumn = {
  id: 'attained',
  title: 'Attained',
  width: 160,
  leaves: 5,
  numeric: true,
  sortBy: 'attainment',
  cell: row => <AttainedCell row={row} />,
};

export const indicator: ObjectiveColumn = {
  id: 'indicator',
  title: 'Indicator',
  width: 136,
  leaves: 6,
  sortBy: 'indicator',
  cell: row => (
    <span title={row.objective.indicator.words}>
      {indicatorTitle(row.objective.indicator)}
    </span>
  ),
};

export const origin: ObjectiveColumn = {
  id: 'origin',
  title: 'Origin',
  width: 100,
  leaves: 7,
  sortBy: 'origin',
  cell: ({ objective: { origin: from } }) => (
    <span title={from.where}>{originWords[from.kind]}</span>
  ),
};

export const measured: ObjectiveColumn = {
  id: 'measured',
  title: 'Measured',
  width: 100,
  leaves: 4,
  numeric: true,
  sortBy: 'measured',
  cell: ({ evidence, objective: of }, { tabIndex }) => {
    if (!evidence) {
      return (
        <span style={{ fontSize: 12 }} title="It was never measured">
          never
        </span>
      );
    }
    // Only the row that has the keyboard can be pressed; the others save the effort.
    return tabIndex === 0 ? (
      <EvidencePopover evidence={evidence} of={of.title} tabIndex={tabIndex} />
    ) : (
      <EvidenceAge evidence={evidence} />
    );
  },
};

export const objectiveColumns: ObjectiveColumn[] = [
  state,
  service,
  owner,
  objective,
  budget,
  burn,
  end,
  attained,
  indicator,
  origin,
  measured,
];
