import { makeStyles } from '@material-ui/core/styles';
import {
  OnCallSummary,
  isStale,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { StateBadge } from '../state/StateBadge';
import { quiet } from '../state/quiet';
import { useNow } from '../time/useNow';
import { distance } from '../time/words';
import { PersonName } from './PersonName';
import { onCallKinds, onCallWords } from './onCallWords';

const useStyles = makeStyles(theme => ({
  cell: { fontVariantNumeric: 'tabular-nums' },
  left: { marginLeft: 8, color: quiet(theme), fontSize: 12 },
}));

type OnCallSummaryCellProps = { onCall: OnCallSummary; tabIndex?: number };

/** A name, and how long it is that one; or that nobody is. */
export const OnCallSummaryCell = ({
  onCall,
  tabIndex,
}: OnCallSummaryCellProps) => {
  const classes = useStyles();
  const now = useNow();
  const { state, words, who, until, evidence } = onCall;
  const [first] = who;
  if (state !== 'covered' || !first) {
    return (
      <StateBadge
        kind={onCallKinds[state]}
        word={onCallWords[state]}
        title={words}
      />
    );
  }
  const end = toInstant(until ?? '');
  const stale = evidence !== undefined && isStale(evidence, now);
  return (
    <span className={classes.cell} title={words}>
      <PersonName
        entityRef={first.ref}
        name={who.length > 1 ? `${first.name} +${who.length - 1}` : first.name}
        tabIndex={tabIndex}
      />
      <span className={classes.left}>
        {stale
          ? 'stale'
          : end !== undefined && distance(end, now).replace(/^in /, '')}
      </span>
    </span>
  );
};
