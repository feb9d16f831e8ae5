import { makeStyles } from '@material-ui/core/styles';
import { CHART_HEIGHT } from '../../ui/charts/ChartFrame';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { CallsHead } from './CallsHead';

const useStyles = makeStyles(theme => ({
  card: {
    boxSizing: 'border-box',
    padding: theme.spacing(2),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
}));

/** Title and legend stand above what is drawn. */
const CHART_CARD = CHART_HEIGHT + 114;
const CARDS: [string, number][] = [
  ['Through the window', CHART_CARD],
  ['Neighbourhood', 520],
  ['Operations', 300],
];

/** Places of the size of what comes. */
export const CallsSkeleton = () => {
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="The calls are loading"
      style={{ display: 'contents' }}
    >
      <CallsHead />
      {CARDS.map(([title, height]) => (
        <div key={title} className={classes.card} style={{ height }}>
          <SkeletonBlock width={160} height={16} />
        </div>
      ))}
    </div>
  );
};
