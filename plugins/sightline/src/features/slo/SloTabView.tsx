import { makeStyles } from '@material-ui/core/styles';
import {
  ServiceObjectives,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../api';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { OpenParts } from '../../ui/useOpenParts';
import { ProblemsCard } from './ProblemsCard';
import { SloEmpty } from './SloEmpty';
import { SloSkeleton } from './SloSkeleton';
import { ObjectiveDetail } from './detail/ObjectiveDetail';
import { ObjectiveList } from './list/ObjectiveList';
import { SloView } from './useSloView';

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
        gridTemplateColumns: 'minmax(240px, 300px) minmax(0, 1fr)',
      },
    },
  },
  several: {},
}));

export type SloTabViewProps = {
  service: ServiceRef;
  asked: Asked<ServiceObjectives>;
  view: SloView;
  parts: OpenParts;
};

/** What a service promises, and how it keeps it. */
export const SloTabView = (props: SloTabViewProps) => {
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
          what="the objectives of this service"
          onRetry={retry}
        />
      )}
      {state === 'loading' && <SloSkeleton />}
      {value && <Promised {...props} value={value} />}
    </div>
  );
};

type PromisedProps = SloTabViewProps & { value: ServiceObjectives };

const Promised = ({ service, view, parts, value }: PromisedProps) => {
  const classes = useStyles();
  const { objectives, problems, feasibility, advice } = value;
  const named = objectives.find(
    ({ objective }) => objective.name === view.objective,
  );
  const chosen = named ?? objectives.at(0);
  if (!chosen) {
    return (
      <>
        <ProblemsCard problems={problems} />
        <SloEmpty service={service} advice={advice} />
      </>
    );
  }
  const several = objectives.length > 1;
  return (
    <>
      <ProblemsCard problems={problems} />
      {view.objective !== undefined && !named && (
        <p role="status" style={{ margin: 0 }}>
          It has no objective “{view.objective}”; this is its worst.
        </p>
      )}
      <div className={`${classes.columns} ${several ? classes.several : ''}`}>
        {several && (
          <ObjectiveList
            objectives={objectives}
            chosen={chosen}
            hrefOf={view.hrefOf}
          />
        )}
        <ObjectiveDetail
          key={chosen.objective.id}
          status={chosen}
          feasibility={feasibility.find(
            ({ objective }) => objective === chosen.objective.id,
          )}
          view={view}
          parts={parts}
        />
      </div>
    </>
  );
};
