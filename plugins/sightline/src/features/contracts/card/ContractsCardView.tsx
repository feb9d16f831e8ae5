import { makeStyles } from '@material-ui/core/styles';
import { ServiceContracts } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import type { Asked } from '../../../api';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { StateBadge } from '../../../ui/state/StateBadge';
import { Counts } from '../Counts';
import { ServiceEmpty, hasNoPacts } from '../ServiceEmpty';
import { ContractLine } from './ContractLine';
import { worstFirst } from './worstFirst';

const MOST = 4;
const LINE = 46;

const useStyles = makeStyles(theme => ({
  list: {
    margin: theme.spacing(1.5, 0, 0),
    padding: 0,
    listStyle: 'none',
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 2),
    paddingTop: theme.spacing(1),
    fontSize: 14,
  },
  all: {
    color: 'inherit',
    textDecoration: 'underline',
    lineHeight: '24px',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type ContractsCardViewProps = {
  asked: Asked<ServiceContracts>;
  /** where there is more; undefined: the portal has left the tab out */
  tab?: string;
};

/** How the pacts of the service stand, worst first. */
export const ContractsCardView = (props: ContractsCardViewProps) => {
  const { value, problem, since, retry } = props.asked;
  return (
    <Card
      title="Contracts"
      aside={
        value?.evidence && (
          <EvidencePopover evidence={value.evidence} of="the contracts" />
        )
      }
    >
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      <Body {...props} />
    </Card>
  );
};

const Body = ({ asked, tab }: ContractsCardViewProps) => {
  const classes = useStyles();
  const { state, value, problem, retry } = asked;
  if (state === 'failed' && problem) {
    return (
      <ProblemPanel problem={problem} what="its contracts" onRetry={retry} />
    );
  }
  if (!value) {
    return <Loading />;
  }
  if (hasNoPacts(value)) {
    return <ServiceEmpty of={value} />;
  }
  const all = worstFirst(value);
  const without = value.gaps.filter(
    ({ kind }) => kind === 'traffic-without-contract',
  ).length;
  return (
    <>
      <Counts of={value.counts} />
      <ul className={classes.list} aria-label="Contracts, worst first">
        {all.slice(0, MOST).map(one => (
          <ContractLine key={one.id} {...one} />
        ))}
      </ul>
      <div className={classes.foot}>
        {without > 0 && (
          <StateBadge
            kind="warn"
            word={`${plural(without, 'gap')}: calls without a contract`}
          />
        )}
        <More left={all.length - MOST} tab={tab} />
      </div>
    </>
  );
};

const More = ({ left, tab }: { left: number; tab?: string }) => {
  const classes = useStyles();
  const words =
    left > 0 ? `${plural(left, 'more contract')}` : 'All about them';
  if (tab) {
    return (
      <Link className={classes.all} to={tab}>
        {words}
      </Link>
    );
  }
  return left > 0 ? <span>{words}</span> : null;
};

const Loading = () => (
  <div role="status" aria-busy="true" aria-label="Contracts are loading">
    <SkeletonBlock width={220} height={18} />
    {Array.from({ length: MOST }, (_, row) => (
      <div key={row} style={{ height: LINE, paddingTop: 16 }}>
        <SkeletonBlock width={`${75 - row * 10}%`} />
      </div>
    ))}
  </div>
);
