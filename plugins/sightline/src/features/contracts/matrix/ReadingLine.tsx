import { makeStyles } from '@material-ui/core/styles';
import { ContractBadge } from '../../../ui/contracts/ContractBadge';
import {
  ContractPair,
  gapWords,
  lookOf,
} from '../../../ui/contracts/contractWords';
import { quiet } from '../../../ui/state/quiet';
import { Age } from '../../../ui/time/Age';
import { MatrixLegend } from './MatrixLegend';
import { pairTitle } from './pairSentence';

const useStyles = makeStyles(theme => ({
  // As high with a pair as with the legend: the matrix below must not jump.
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    height: 28,
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    fontSize: 13,
    color: theme.palette.text.primary,
    fontVariantNumeric: 'tabular-nums',
    [theme.breakpoints.down('xs')]: { height: 62, whiteSpace: 'normal' },
  },
  title: { fontWeight: 600, overflow: 'hidden', textOverflow: 'ellipsis' },
  quiet: { color: quiet(theme) },
}));

/** What the cell says to which somebody points; while nobody does, what the shapes mean. */
export const ReadingLine = ({ pair }: { pair?: ContractPair }) => {
  const classes = useStyles();
  if (!pair) {
    return (
      <div className={classes.line}>
        <MatrixLegend />
      </div>
    );
  }
  const { verifiedAt, gap } = pair;
  const look = lookOf(pair);
  return (
    <div className={classes.line} data-testid="reading">
      <ContractBadge look={look} />
      <span className={classes.title}>{pairTitle(pair)}</span>
      {verifiedAt && (
        <span className={classes.quiet}>
          checked <Age at={verifiedAt} />
        </span>
      )}
      {gap && look !== 'none' && (
        <span className={classes.quiet}>{gapWords[gap].word}</span>
      )}
    </div>
  );
};
