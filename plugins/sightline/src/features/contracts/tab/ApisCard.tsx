import { parseEntityRef } from '@backstage/catalog-model';
import {
  ContractedApi,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { makeStyles } from '@material-ui/core/styles';
import { Fragment } from 'react';
import { EntityLink } from '../../../ui/EntityLink';
import { count } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';

const useStyles = makeStyles({
  // On a phone they stand within a line of other words.
  services: { '[data-in-line] & a': { textDecoration: 'underline' } },
});

type ServicesProps = { of: ServiceRef[]; none: string };

const Services = ({ of, none }: ServicesProps) => {
  const classes = useStyles();
  return of.length === 0 ? (
    <span title={none}>–</span>
  ) : (
    <span className={classes.services}>
      {of.map((ref, at) => (
        <Fragment key={ref}>
          {at > 0 && ', '}
          <EntityLink entityRef={ref}>{parseEntityRef(ref).name}</EntityLink>
        </Fragment>
      ))}
    </span>
  );
};

const columns: GridColumn<ContractedApi>[] = [
  {
    id: 'name',
    title: 'API',
    width: 130,
    grow: 2,
    leaves: 0,
    cell: ({ ref, name }) => <EntityLink entityRef={ref}>{name}</EntityLink>,
  },
  {
    id: 'type',
    title: 'Type',
    width: 90,
    leaves: 3,
    detail: true,
    cell: ({ type }) => type,
  },
  {
    id: 'provided',
    title: 'Provided by',
    width: 110,
    grow: 1,
    leaves: 2,
    detail: 'titled',
    cell: ({ providedBy }) => (
      <Services of={providedBy} none="Nobody provides it" />
    ),
  },
  {
    id: 'consumed',
    title: 'Consumed by',
    width: 110,
    grow: 2,
    leaves: 4,
    cell: ({ consumedBy }) => (
      <Services of={consumedBy} none="Nobody says that it consumes it" />
    ),
  },
  {
    id: 'pacts',
    title: 'Pacts',
    width: 84,
    leaves: 1,
    numeric: true,
    detail: 'titled',
    cell: ({ pacts }) =>
      pacts > 0 ? (
        <span title="Pairs that have a pact with who provides it">
          {count(pacts)}
        </span>
      ) : (
        <StateBadge
          kind="idle"
          word="none"
          title="No pact speaks with who provides it"
        />
      ),
  },
];

/** The APIs of the catalog it provides or consumes, and whether pacts speak of them. */
export const ApisCard = ({ apis }: { apis: ContractedApi[] }) =>
  apis.length === 0 ? null : (
    <Card title="APIs in the catalog">
      <ExpandingTable
        label="APIs in the catalog"
        columns={columns}
        rows={apis}
        rowKey={({ ref }) => ref}
        rowName={({ name }) => name}
      />
    </Card>
  );
