import { makeStyles } from '@material-ui/core/styles';
import {
  DeployReason,
  isStale,
} from '@sightline/backstage-plugin-sightline-common';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { useNow } from '../../../ui/time/useNow';
import { ReadOn } from './ReadOn';
import { aboutWords, sayingOf } from './safeWords';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  // In a narrow column, or on a phone, the sentence takes a line of its own.
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    minHeight: 36,
    padding: theme.spacing(0.75, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
  about: { flex: '0 0 112px', fontWeight: 600 },
  says: { flex: '0 0 92px' },
  told: {
    display: 'flex',
    flex: '1 1 300px',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    minWidth: 0,
  },
  words: { flex: '1 1 0', minWidth: 0 },
  seen: { flex: 'none', color: quiet(theme) },
  aside: { color: quiet(theme) },
}));

/** Every reason with its own answer, in the order in which they weigh. */
export const Reasons = ({ reasons }: { reasons: DeployReason[] }) => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Reasons">
      {reasons.map(reason => (
        <Reason key={`${reason.about} ${reason.words}`} reason={reason} />
      ))}
    </ul>
  );
};

const Reason = ({ reason }: { reason: DeployReason }) => {
  const classes = useStyles();
  const now = useNow();
  const { about, weighs, words, url, evidence } = reason;
  const title = aboutWords[about];
  const stale = evidence !== undefined && isStale(evidence, now);
  return (
    <li className={`${classes.item} ${weighs ? '' : classes.aside}`}>
      <span className={classes.about}>{title}</span>
      <span className={classes.says}>
        <StateBadge {...sayingOf(reason, stale)} />
      </span>
      <span className={classes.told}>
        <span className={classes.words}>
          {words} {url && <ReadOn url={url} about={title} />}
        </span>
        {evidence && (
          <span className={classes.seen}>
            <EvidencePopover evidence={evidence} of={title} />
          </span>
        )}
      </span>
    </li>
  );
};
