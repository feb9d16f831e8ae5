import { makeStyles } from '@material-ui/core/styles';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';

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
  ['How it stands', 190],
  ['Images', 110],
  ['Deploys', 320],
];

/** Places of the size of what comes. */
export const WorkloadsSkeleton = () => {
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label="The workloads are loading"
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
