import { makeStyles } from '@material-ui/core/styles';
import { Instant, toIso } from '@sightline/backstage-plugin-sightline-common';
import type { Problem } from '../../api';
import { StateBadge } from '../state/StateBadge';
import { Age } from '../time/Age';
import { Button } from '../Button';

const useStyles = makeStyles(theme => ({
  note: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    fontSize: 13,
  },
}));

type StaleNoteProps = {
  /** what stands there, where it is something else than an old answer */
  word?: string;
  problem: Problem;
  since?: Instant;
  onRetry: () => void;
};

/** The last good answer still stands; this says so, and why there is no newer one. */
export const StaleNote = ({
  word = 'Stale',
  problem,
  since,
  onRetry,
}: StaleNoteProps) => {
  const classes = useStyles();
  return (
    <div className={classes.note} role="status">
      <StateBadge kind="warn" word={word} />
      <span>
        {problem.message}
        {since !== undefined && (
          <>
            {' '}
            You see what was known <Age at={toIso(since)} />.
          </>
        )}
      </span>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
};
