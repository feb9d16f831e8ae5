import { makeStyles } from '@material-ui/core/styles';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';

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
  ['Pacts and where they are', 138],
  ['May I deploy?', 98],
  ['It needs', 240],
  ['Needed by', 240],
];

/** Places of the size of what comes. */
export const TabSkeleton = () => {
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="The contracts are loading"
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
