import { makeStyles } from '@material-ui/core/styles';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { BUDGET_CARD, BURN_CARD } from './charts/cardHeights';

const useStyles = makeStyles(theme => ({
  card: {
    boxSizing: 'border-box',
    padding: theme.spacing(2),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
}));

const CARDS: [string, number][] = [
  ['Headline', 240],
  ['Error budget', BUDGET_CARD],
  ['Burn rate', BURN_CARD],
  ['Measured', 240],
];

/** Places of the size of what comes. */
export const SloSkeleton = () => {
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="The objectives are loading"
      style={{ display: 'contents' }}
    >
      {CARDS.map(([title, height]) => (
        <div key={title} className={classes.card} style={{ height }}>
          <SkeletonBlock width={160} height={16} />
        </div>
      ))}
    </div>
  );
};
