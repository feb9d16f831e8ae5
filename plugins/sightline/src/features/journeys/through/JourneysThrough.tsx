import { makeStyles } from '@material-ui/core/styles';
import { JourneysPage } from '@sightline/backstage-plugin-sightline-common';
import { Link } from 'react-router-dom';
import type { Asked } from '../../../api';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { count } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { EmptyPanel } from '../../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { FigureHead } from '../list/FigureHead';
import { JourneyList } from '../list/JourneyList';

const useStyles = makeStyles(theme => ({
  rows: {
    // A row's own padding makes up for it: its words begin below the title.
    margin: theme.spacing(0, -1.5),
    fontSize: 14,
  },
  all: {
    display: 'inline-block',
    padding: theme.spacing(1, 0, 0),
    fontSize: 14,
    color: 'inherit',
    textDecoration: 'underline',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

type JourneysThroughProps = {
  journeys: Asked<JourneysPage>;
  /** where the page shows one journey, or all; left out where there is no page */
  hrefOf?: (journey?: string) => string;
};

/** What this service takes part in: root operations whose calls reach it. */
export const JourneysThrough = (props: JourneysThroughProps) => {
  const { value, problem, since, retry } = props.journeys;
  return (
    <Card
      title="Journeys through it"
      aside={
        value && (
          <EvidencePopover
            evidence={value.evidence}
            of="the journeys through it"
          />
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

const Body = ({ journeys, hrefOf }: JourneysThroughProps) => {
  const classes = useStyles();
  const { state, value, problem, retry } = journeys;
  if (state === 'failed' && problem) {
    return (
      <ProblemPanel
        problem={problem}
        what="the journeys through it"
        onRetry={retry}
      />
    );
  }
  if (value?.items.length === 0) {
    return (
      <EmptyPanel title="No journey in the last hour">
        A journey is read from whole traces. None of those that came in the last
        hour passes through this service.
      </EmptyPanel>
    );
  }
  return (
    <>
      <div className={classes.rows}>
        <FigureHead />
        <JourneyList
          journeys={value?.items}
          hrefOf={hrefOf && (journey => hrefOf(journey.id))}
          skeletons={3}
        />
      </div>
      {hrefOf && (
        <Link className={classes.all} to={hrefOf()}>
          {value && value.total > value.items.length
            ? `All ${count(value.total)} in Journeys`
            : 'Open in Journeys'}
        </Link>
      )}
    </>
  );
};
