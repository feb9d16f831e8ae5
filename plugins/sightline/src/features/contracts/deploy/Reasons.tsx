import { makeStyles } from '@material-ui/core/styles';
import { VerdictReason } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { reasonWords } from '../../../ui/contracts/contractWords';
import { plural } from '../../../ui/figures';
import { StateBadge } from '../../../ui/state/StateBadge';

/** Reasons shown before somebody asks for all of them; the decisive ones come first. */
const AT_FIRST = 8;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  item: {
    padding: theme.spacing(1, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
  },
}));

/** Why the verdict is what it is, one reason a line. */
export const Reasons = ({ reasons }: { reasons: VerdictReason[] }) => {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  const shown = all ? reasons : reasons.slice(0, AT_FIRST);
  return (
    <>
      <ul className={classes.list} aria-label="Reasons">
        {shown.map(({ kind, words }) => (
          <li key={`${kind} ${words}`} className={classes.item}>
            <StateBadge {...reasonWords[kind]} />
            <div>{words}</div>
          </li>
        ))}
      </ul>
      {reasons.length > AT_FIRST && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? `Show the first ${AT_FIRST}`
            : `Show ${plural(reasons.length - AT_FIRST, 'more reason')}`}
        </Button>
      )}
    </>
  );
};
