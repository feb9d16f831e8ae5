import { makeStyles } from '@material-ui/core/styles';
import {
  Contract,
  ContractEnvironment,
} from '@sightline/backstage-plugin-sightline-common';
import { ContractBadge } from '../../../ui/contracts/ContractBadge';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { PacticipantName } from '../PacticipantName';
import { PartyRow, Side, contractsIn, onTheWay } from './partyRows';

type PartyColumn = GridColumn<PartyRow>;

const useStyles = makeStyles({
  marks: {
    display: 'inline-flex',
    gap: 12,
    maxWidth: '100%',
    verticalAlign: 'middle',
    fontVariantNumeric: 'tabular-nums',
  },
});

type MarksProps = { contracts: Contract[]; none: string };

/** Versions of the consumer, each drawn as its pact stands. */
const Marks = ({ contracts, none }: MarksProps) => {
  const classes = useStyles();
  return contracts.length === 0 ? (
    <span title={none}>–</span>
  ) : (
    <span className={classes.marks}>
      {contracts.map(({ consumerVersion, verification }) => (
        <ContractBadge key={consumerVersion.number} look={verification.state}>
          {consumerVersion.number}
        </ContractBadge>
      ))}
    </span>
  );
};

const name = (title: string): PartyColumn => ({
  id: 'party',
  title,
  width: 150,
  grow: 2,
  leaves: 0,
  cell: ({ party }) => <PacticipantName of={party} />,
});

const worst: PartyColumn = {
  id: 'worst',
  title: 'Worst',
  width: 160,
  leaves: 1,
  detail: true,
  cell: row => <ContractBadge look={row.worst} />,
};

const coming: PartyColumn = {
  id: 'coming',
  title: 'On branches',
  width: 140,
  leaves: 8,
  cell: row => (
    <Marks
      contracts={onTheWay(row)}
      none="Its newest pacts are those that are deployed"
    />
  ),
};

const place = (environment: ContractEnvironment, at: number): PartyColumn => ({
  id: `in ${environment.broker} ${environment.name}`,
  title: environment.displayName,
  width: 140,
  // Production stays longest, whatever order a broker has.
  leaves: environment.production ? 2 : 3 + Math.min(at, 4),
  detail: environment.production && 'titled',
  cell: row => (
    <Marks
      contracts={contractsIn(row, environment.name)}
      none={`No version with a pact is in ${environment.displayName}`}
    />
  ),
});

const titles: Record<Side, string> = {
  providers: 'Provider',
  consumers: 'Consumer',
};

/** A party's pacts along the environments. */
export const partyColumns = (
  side: Side,
  environments: ContractEnvironment[],
): PartyColumn[] => [
  name(titles[side]),
  worst,
  coming,
  ...environments.map(place),
];
