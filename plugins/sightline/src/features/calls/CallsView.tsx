import { parseEntityRef } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import { ServiceCalls } from '@sightline/backstage-plugin-sightline-common';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { CallsHead } from './CallsHead';
import { CallsSkeleton } from './CallsSkeleton';
import { CallsTools } from './CallsTools';
import { UntracedNote, UntracedPanel } from './UntracedPanel';
import { FactsCard } from './facts/FactsCard';
import { BlastCard } from './impact/BlastCard';
import { SuspectsCard } from './impact/SuspectsCard';
import { LinksCard } from './links/LinksCard';
import { NeighbourhoodCard } from './neighbourhood/NeighbourhoodCard';
import { OperationsCard } from './operations/OperationsCard';
import { TimelineCard } from './timeline/TimelineCard';
import { useMapOf } from './useMapOf';
import { ServiceCallsPage } from './useServiceCalls';

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

/** All that was seen of the calls of one service. */
export const CallsView = (props: ServiceCallsPage) => {
  const classes = useStyles();
  const { state, value, problem, since, retry } = props.calls;
  return (
    <div className={classes.page}>
      <CallsTools {...props} />
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {state === 'failed' && problem && (
        <ProblemPanel
          problem={problem}
          what="the calls of this service"
          onRetry={retry}
        />
      )}
      {state === 'loading' && <CallsSkeleton />}
      {value && <Seen {...props} value={value} />}
    </div>
  );
};

const A_DAY = 1_440;

type SeenProps = ServiceCallsPage & { value: ServiceCalls };

const Seen = (props: SeenProps) => {
  const { service, value } = props;
  const { callers, callees, operations, facts } = value;
  const silent = callers.length + callees.length + operations.length === 0;
  if (silent && facts.traced) {
    return <Silent {...props} />;
  }
  if (silent) {
    return <UntracedPanel service={service} />;
  }
  return facts.traced ? <Traced {...props} /> : <Told {...props} />;
};

/** It sends traces, so that nothing seen means that nothing happened. */
const Silent = ({ view, onView }: SeenProps) => (
  <EmptyPanel
    title="No calls in this window"
    action={
      view.minutes < A_DAY
        ? {
            label: 'Look at the last 24 hours',
            onClick: () => onView({ minutes: A_DAY }),
          }
        : undefined
    }
  >
    It sends traces, and none of them is of this window
    {view.environment && ` and of ${view.environment}`}.
  </EmptyPanel>
);

const Traced = ({ service, view, value, parts }: SeenProps) => {
  const mapOf = useMapOf(service, view);
  const file = parseEntityRef(service).name;
  const asked = { service, view, parts, file };
  return (
    <>
      <CallsHead calls={value} />
      <TimelineCard calls={value} parts={parts} />
      <NeighbourhoodCard calls={value} mapOf={mapOf} />
      <FactsCard calls={value} />
      <OperationsCard calls={value} file={file} />
      <LinksCard calls={value} direction="callers" parts={parts} file={file} />
      <LinksCard calls={value} direction="callees" parts={parts} file={file} />
      <BlastCard {...asked} />
      <SuspectsCard {...asked} />
    </>
  );
};

/** Others tell of it, it tells nothing itself: their word, and how to hear its own. */
const Told = ({ service, view, value, parts }: SeenProps) => {
  const mapOf = useMapOf(service, view);
  const file = parseEntityRef(service).name;
  return (
    <>
      <UntracedNote />
      <CallsHead calls={value} />
      {value.timeline.length > 0 && (
        <TimelineCard calls={value} parts={parts} />
      )}
      <NeighbourhoodCard calls={value} mapOf={mapOf} />
      <LinksCard calls={value} direction="callers" parts={parts} file={file} />
      <UntracedPanel service={service} />
      <BlastCard service={service} view={view} parts={parts} file={file} />
    </>
  );
};
