import { makeStyles } from '@material-ui/core/styles';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { count, plural } from '../../../ui/figures';
import { ProblemPanel } from '../../../ui/panels/ProblemPanel';
import { StaleNote } from '../../../ui/panels/StaleNote';
import { quiet } from '../../../ui/state/quiet';
import { JourneyList } from './JourneyList';
import { SortBar } from './SortBar';
import { Journeys } from '../useJourneys';
import { linkTo } from '../viewpoint';

const useStyles = makeStyles(theme => ({
  note: {
    margin: 0,
    padding: theme.spacing(1, 1.5),
    fontSize: 13,
    color: quiet(theme),
  },
}));

type ListPaneProps = Journeys & {
  /** the journey that gets the focus when the list comes back */
  focusOn?: string;
};

/** The list with its head, and what is to be said about it. */
export const ListPane = (props: ListPaneProps) => {
  const { view, list, journeys, focusOn, onSort } = props;
  const classes = useStyles();
  const { value, problem, since, state, retry } = list;
  if (state === 'failed' && problem) {
    return (
      <ProblemPanel problem={problem} what="the journeys" onRetry={retry} />
    );
  }
  return (
    <>
      <SortBar sort={view.sort} onSort={onSort}>
        {value ? plural(value.total, 'journey') : ''}
      </SortBar>
      {value && problem && (
        <div className={classes.note}>
          <StaleNote problem={problem} since={since} onRetry={retry} />
        </div>
      )}
      <JourneyList
        journeys={journeys}
        chosen={view.journey}
        hrefOf={journey => linkTo(view, journey.id)}
        focusOn={focusOn}
      />
      {journeys?.length === 0 && (
        <p className={classes.note}>No journey fits these filters.</p>
      )}
      {value && value.items.length < value.total && (
        <p className={classes.note}>
          The {count(value.items.length)} most called of {count(value.total)};
          filter to find the others.
        </p>
      )}
      {value && (
        <p className={classes.note}>
          as of <EvidencePopover evidence={value.evidence} of="the journeys" />
        </p>
      )}
    </>
  );
};
