import { makeStyles } from '@material-ui/core/styles';
import {
  LookupAnswer,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../api';
import { StaleNote } from '../../ui/panels/StaleNote';
import { StateBadge } from '../../ui/state/StateBadge';
import { Age } from '../../ui/time/Age';
import { useNow } from '../../ui/time/useNow';

const useStyles = makeStyles({
  note: { fontSize: 13, lineHeight: '20px', overflowWrap: 'anywhere' },
});

/** Younger answers come out of the memory of every page, and are as good as new. */
const OLD = 5 * 60_000;

/** How old what stands there is, where it is not of now. */
export const LookupNotes = ({ asked }: { asked: Asked<LookupAnswer> }) => {
  const classes = useStyles();
  const now = useNow();
  const { value, problem, since, retry, state } = asked;
  if (!value) return null;
  const isOld = since !== undefined && now - since > OLD;
  const { snapshot } = value;
  return (
    <>
      {problem && <StaleNote problem={problem} since={since} onRetry={retry} />}
      {!problem && state === 'stale' && isOld && (
        <div className={classes.note} role="status">
          <StateBadge kind="busy" word="No answer yet" /> You see what was known{' '}
          <Age at={toIso(since)} />.
        </div>
      )}
      {!problem && snapshot.state !== 'live' && (
        <div className={classes.note} role="status">
          <StateBadge kind="warn" word="Stale" /> {snapshot.words}
        </div>
      )}
      {snapshot.lost > 0 && (
        <div className={classes.note}>
          <StateBadge kind="warn" word="Not all" /> {snapshot.lost} names had no
          room in the index and lead nowhere.
        </div>
      )}
    </>
  );
};
