import { makeStyles } from '@material-ui/core/styles';
import { ServiceContracts } from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../../api';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { Card } from '../../../ui/panels/Card';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { StaleNote } from '../../../ui/panels/StaleNote';
import type { OpenParts } from '../../../ui/useOpenParts';
import { Counts } from '../Counts';
import { ServiceEmpty, hasNoPacts } from '../ServiceEmpty';
import { ApisCard } from './ApisCard';
import { ChangesCard } from './ChangesCard';
import { DeployCard } from './DeployCard';
import { DeployedCard } from './DeployedCard';
import { GapsCard } from './GapsCard';
import { PartiesCard } from './PartiesCard';
import { TabSkeleton } from './TabSkeleton';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    color: theme.palette.text.primary,
  },
  pair: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    },
  },
}));

type ContractsTabViewProps = {
  asked: Asked<ServiceContracts>;
  parts: OpenParts;
};

/** Whom a service needs and who needs it, by pacts, and how each of them stands. */
export const ContractsTabView = ({ asked, parts }: ContractsTabViewProps) => {
  const classes = useStyles();
  const { state, value, problem, since, retry } = asked;
  return (
    <div className={classes.page}>
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'failed' && problem && (
        <ProblemPanel
          problem={problem}
          what="the contracts of this service"
          onRetry={retry}
        />
      )}
      {state === 'loading' && <TabSkeleton />}
      {value && <Contracted of={value} parts={parts} />}
    </div>
  );
};

const Contracted = ({
  of,
  parts,
}: {
  of: ServiceContracts;
  parts: OpenParts;
}) => {
  const classes = useStyles();
  const isEmpty = hasNoPacts(of);
  const isKnown = !isEmpty || of.deployed.length > 0;
  return (
    <>
      {isEmpty && <ServiceEmpty of={of} />}
      <div className={classes.pair}>
        {!isEmpty && <PactsCard of={of} />}
        {isKnown && <DeployedCard of={of} />}
      </div>
      {isKnown && <DeployCard of={of} />}
      {!isEmpty && (
        <>
          <PartiesCard of={of} side="providers" parts={parts} />
          <PartiesCard of={of} side="consumers" parts={parts} />
        </>
      )}
      <GapsCard gaps={of.gaps} />
      <ApisCard apis={of.apis} />
      <ChangesCard changes={of.changes} hasPacts={!isEmpty} />
    </>
  );
};

const PactsCard = ({ of }: { of: ServiceContracts }) => (
  <Card
    title="Pacts"
    aside={
      of.evidence && (
        <EvidencePopover evidence={of.evidence} of="the contracts" />
      )
    }
  >
    <Counts of={of.counts} />
  </Card>
);
