import { makeStyles } from '@material-ui/core/styles';
import { ServiceWorkloads } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import type { Asked } from '../../../api';
import { count, plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { WorkloadsEmpty } from '../WorkloadsEmpty';
import { worstFirst } from '../engine/worstFirst';
import { GapsNote } from '../notes/GapsNote';
import { SkewNote } from '../notes/SkewNote';
import { idOf } from '../workloadWords';
import { LastDeploy } from './LastDeploy';
import { WorkloadLine } from './WorkloadLine';

const MOST = 4;
const LINE = 84;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  notes: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    '&:not(:empty)': { paddingBottom: theme.spacing(1) },
  },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    paddingTop: theme.spacing(1),
    borderTop: `1px solid ${theme.palette.divider}`,
    fontSize: 14,
  },
  all: {
    color: 'inherit',
    textDecoration: 'underline',
    lineHeight: '24px',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type WorkloadsCardViewProps = {
  asked: Asked<ServiceWorkloads>;
  /** where there is more; undefined: the portal has left the tab out */
  tab?: string;
};

const asideOf = ({ workloads }: ServiceWorkloads): string | undefined => {
  const clusters = new Set(workloads.map(({ key }) => key.cluster)).size;
  return workloads.length > 0
    ? `${plural(workloads.length, 'workload')} in ${plural(
        clusters,
        'cluster',
      )}`
    : undefined;
};

/** What runs for the service, what asks for somebody first. */
export const WorkloadsCardView = ({ asked, tab }: WorkloadsCardViewProps) => {
  const { state, value, problem, since, retry } = asked;
  return (
    <Card title="Workloads" aside={value && asideOf(value)}>
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'failed' && problem && (
        <ProblemPanel problem={problem} what="its workloads" onRetry={retry} />
      )}
      {state === 'loading' && <Loading />}
      {value && <Running value={value} tab={tab} />}
    </Card>
  );
};

type RunningProps = { value: ServiceWorkloads; tab?: string };

const Running = ({ value, tab }: RunningProps) => {
  const classes = useStyles();
  const { workloads, skew, gaps, deploys } = value;
  const hrefOf = (id: string) =>
    tab && `${tab}?workload=${encodeURIComponent(id)}`;
  return (
    <>
      <div className={classes.notes}>
        <GapsNote gaps={gaps} />
        <SkewNote skew={skew} brief />
      </div>
      {workloads.length === 0 ? (
        <WorkloadsEmpty {...value} />
      ) : (
        <ul className={classes.list} aria-label="Workloads, worst first">
          {worstFirst(workloads)
            .slice(0, MOST)
            .map(workload => (
              <WorkloadLine
                key={idOf(workload.key)}
                workload={workload}
                href={hrefOf(idOf(workload.key))}
              />
            ))}
        </ul>
      )}
      {workloads.length > 0 && (
        <div className={classes.foot}>
          <LastDeploy deploys={deploys} />
          <More left={workloads.length - MOST} tab={tab} />
        </div>
      )}
    </>
  );
};

const More = ({ left, tab }: { left: number; tab?: string }) => {
  const classes = useStyles();
  const words = left > 0 ? `${count(left)} more` : 'Details';
  if (!tab) {
    return left > 0 ? <span>{words}</span> : null;
  }
  return (
    <Link className={classes.all} to={tab}>
      {words}
    </Link>
  );
};

const Loading = () => (
  <div role="status" aria-busy="true" aria-label="Workloads are loading">
    {Array.from({ length: 2 }, (_, row) => (
      <div key={row} style={{ height: LINE, paddingTop: 10 }}>
        <SkeletonBlock width={`${70 - row * 15}%`} height={14} />
      </div>
    ))}
  </div>
);
