import { makeStyles } from '@material-ui/core/styles';
import { ServiceWorkloads } from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../api';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { OpenParts } from '../../ui/useOpenParts';
import { WorkloadsEmpty } from './WorkloadsEmpty';
import { WorkloadsSkeleton } from './WorkloadsSkeleton';
import { DeploysCard } from './deploys/DeploysCard';
import { Deploys } from './deploys/useDeploys';
import { WorkloadDetail } from './detail/WorkloadDetail';
import { worstFirst } from './engine/worstFirst';
import { WorkloadList } from './list/WorkloadList';
import { GapsNote } from './notes/GapsNote';
import { LockStepCard } from './notes/LockStepCard';
import { SkewNote } from './notes/SkewNote';
import { WorkloadsView } from './useWorkloadsView';
import { idOf } from './workloadWords';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    color: theme.palette.text.primary,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.up('lg')]: {
      '&$several': {
        gridTemplateColumns: 'minmax(240px, 320px) minmax(0, 1fr)',
      },
    },
  },
  several: {},
}));

type WorkloadsTabViewProps = {
  asked: Asked<ServiceWorkloads>;
  deploys: Deploys;
  view: WorkloadsView;
  parts: OpenParts;
};

/** What runs for a service, and how it came there. */
export const WorkloadsTabView = (props: WorkloadsTabViewProps) => {
  const classes = useStyles();
  const { state, value, problem, since, retry } = props.asked;
  return (
    <div className={classes.page}>
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'failed' && problem && (
        <ProblemPanel
          problem={problem}
          what="the workloads of this service"
          onRetry={retry}
        />
      )}
      {state === 'loading' && <WorkloadsSkeleton />}
      {value && <Running {...props} value={value} />}
    </div>
  );
};

type RunningProps = WorkloadsTabViewProps & { value: ServiceWorkloads };

const Running = ({ value, deploys, view, parts }: RunningProps) => {
  const { gaps, skew, lockStep, service, workloads } = value;
  return (
    <>
      <GapsNote gaps={gaps} />
      <SkewNote skew={skew} />
      {workloads.length > 0 ? (
        <Workloads value={value} view={view} parts={parts} />
      ) : (
        <WorkloadsEmpty {...value} />
      )}
      {(workloads.length > 0 || value.deploys.length > 0) && (
        <DeploysCard deploys={deploys} />
      )}
      <LockStepCard lockStep={lockStep} service={service} />
    </>
  );
};

const Workloads = ({
  value,
  view,
  parts,
}: Pick<RunningProps, 'value' | 'view' | 'parts'>) => {
  const classes = useStyles();
  const workloads = worstFirst(value.workloads);
  const named = workloads.find(({ key }) => idOf(key) === view.workload);
  const chosen = named ?? workloads[0];
  const several = workloads.length > 1;
  return (
    <>
      {view.workload !== undefined && !named && (
        <p role="status" style={{ margin: 0 }}>
          “{view.workload}” does not run, or no more; this is what asks most for
          somebody.
        </p>
      )}
      <div className={`${classes.columns} ${several ? classes.several : ''}`}>
        {several && (
          <WorkloadList
            workloads={workloads}
            chosen={chosen}
            hrefOf={view.hrefOf}
          />
        )}
        <WorkloadDetail
          key={idOf(chosen.key)}
          workload={chosen}
          parts={parts}
        />
      </div>
    </>
  );
};
