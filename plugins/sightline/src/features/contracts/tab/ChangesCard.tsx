import { makeStyles } from '@material-ui/core/styles';
import { ContractChange } from '@sightline/backstage-plugin-sightline-common';
import { useState } from 'react';
import { Button } from '../../../ui/Button';
import { changeWords } from '../../../ui/contracts/contractWords';
import { plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { StateBadge } from '../../../ui/state/StateBadge';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';

const AT_FIRST = 8;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none', fontSize: 14 },
  item: {
    display: 'grid',
    gridTemplateColumns: '96px 100px minmax(0, 1fr)',
    gap: theme.spacing(0, 1.5),
    padding: theme.spacing(0.75, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'max-content minmax(0, 1fr)',
      '& > :last-child': { gridColumn: '1 / -1' },
    },
  },
  age: { color: quiet(theme), fontVariantNumeric: 'tabular-nums' },
  words: { overflowWrap: 'anywhere' },
}));

type ChangesCardProps = { changes: ContractChange[]; hasPacts: boolean };

/** What broke and what mended it, what was published and what went; newest first. */
export const ChangesCard = ({ changes, hasPacts }: ChangesCardProps) => {
  const classes = useStyles();
  const [all, setAll] = useState(false);
  if (changes.length === 0 && !hasPacts) {
    return null;
  }
  const left = changes.length - AT_FIRST;
  return (
    <Card title="What changed">
      {changes.length === 0 && (
        <p style={{ margin: 0 }}>
          Nothing has changed since its broker was first mirrored.
        </p>
      )}
      <ul
        className={classes.list}
        aria-label="Changes, newest first"
        hidden={changes.length === 0}
      >
        {(all ? changes : changes.slice(0, AT_FIRST)).map(
          ({ at, kind, words }) => (
            <li key={`${at} ${kind} ${words}`} className={classes.item}>
              <span className={classes.age}>
                <Age at={at} />
              </span>
              <StateBadge {...changeWords[kind]} />
              <span className={classes.words}>{words}</span>
            </li>
          ),
        )}
      </ul>
      {left > 0 && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? `Show the first ${AT_FIRST}`
            : `Show ${plural(left, 'more change')}`}
        </Button>
      )}
    </Card>
  );
};
