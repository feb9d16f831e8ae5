import { makeStyles } from '@material-ui/core/styles';
import {
  Journey,
  JourneySummary,
} from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Asked } from '../../../api';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { lengthWords } from '../../../ui/window/callsWindow';
import { lookBack } from '../../../ui/window/lookBack';
import { AvailabilityView } from '../sides/AvailabilityView';
import { BudgetView } from '../sides/BudgetView';
import { FailuresView } from '../sides/FailuresView';
import { JourneyHead } from './JourneyHead';
import { HeadSkeleton, HopsSkeleton } from './JourneySkeleton';
import { JourneySides } from './JourneySides';
import { JourneyTools } from './JourneyTools';
import { journeyTree } from '../order/journeyTree';
import { OrderView } from '../order/OrderView';
import { sightOf } from '../order/shownHops';
import { Journeys } from '../useJourneys';

const useStyles = makeStyles(theme => ({
  detail: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.25),
    minWidth: 0,
  },
}));

type JourneyDetailProps = Journeys & {
  journey: Asked<Journey>;
  /** what the list knows of it already */
  summary?: JourneySummary;
  /** true where the reader came from the list, which is gone now */
  takeFocus: boolean;
};

/** One journey: what it is, then one of its sides. */
export const JourneyDetail = (props: JourneyDetailProps) => {
  const { journey, summary, takeFocus } = props;
  const classes = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takeFocus) {
      title.current?.focus({ preventScroll: true });
    }
  }, [takeFocus]);
  const { value, state, problem, since, retry } = journey;
  if (state === 'failed' && problem) {
    return <NoJourney {...props} />;
  }
  const known = value ?? summary;
  return (
    <article className={classes.detail} aria-label="Journey">
      {value && problem && (
        <StaleNote problem={problem} since={since} onRetry={retry} />
      )}
      {known ? (
        <JourneyHead
          summary={known}
          journey={value}
          evidence={value?.evidence}
          titleRef={title}
          tools={<JourneyTools journey={value} />}
        />
      ) : (
        <HeadSkeleton />
      )}
      <Sides {...props} />
    </article>
  );
};

const Sides = (props: JourneyDetailProps) => {
  const { view, journey, onSide, onSight, onPoint } = props;
  const { value } = journey;
  const tree = useMemo(() => value && journeyTree(value), [value]);
  const point = useCallback(
    (id: string) => tree && onPoint(id, sightOf(tree, view, id)),
    [tree, view, onPoint],
  );
  if (!value || !tree) {
    return (
      <JourneySides side={view.side} onSide={onSide}>
        <HopsSkeleton />
      </JourneySides>
    );
  }
  const sides = {
    order: () => (
      <OrderView
        journey={value}
        tree={tree}
        sight={view}
        pointed={view.hop}
        busy={journey.busy}
        onSight={onSight}
      />
    ),
    budget: () => <BudgetView journey={value} tree={tree} onPoint={point} />,
    failures: () => (
      <FailuresView journey={value} tree={tree} onPoint={point} />
    ),
    availability: () => <AvailabilityView journey={value} />,
  };
  return (
    <JourneySides journey={value} side={view.side} onSide={onSide}>
      {sides[view.side]()}
    </JourneySides>
  );
};

/** Not seen lately is no failure: a longer window may know it. */
const NoJourney = ({ journey, view, onWindow }: JourneyDetailProps) => {
  const { problem, retry } = journey;
  if (problem?.kind === 'not-found') {
    return (
      <EmptyPanel
        title={`Not seen in the ${lengthWords(view.minutes)}`}
        action={lookBack(view.minutes, minutes => onWindow({ minutes }))}
      >
        No trace of this journey came in this window
        {view.environment && ` from ${view.environment}`}. It may be rare, or
        its root operation may have another name by now.
      </EmptyPanel>
    );
  }
  return problem ? (
    <ProblemPanel problem={problem} what="this journey" onRetry={retry} />
  ) : null;
};
