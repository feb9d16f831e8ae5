import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';
import { SkeletonBlock } from './SkeletonBlock';

const useStyles = makeStyles(theme => ({
  card: {
    boxSizing: 'border-box',
    padding: theme.spacing(2),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
}));

type CardsSkeletonProps = {
  /** what is loading, for those who do not see it */
  label: string;
  /** titles, which nobody reads, and heights of the cards that come */
  cards: readonly [title: string, height: number][];
  /** what is there already, above them */
  children?: ReactNode;
};

/** Places of the size of the cards that come. */
export const CardsSkeleton = ({
  label,
  cards,
  children,
}: CardsSkeletonProps) => {
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={label}
      style={{ display: 'contents' }}
    >
      {children}
      {cards.map(([title, height]) => (
        <div key={title} className={classes.card} style={{ height }}>
          <SkeletonBlock width={160} height={16} />
        </div>
      ))}
    </div>
  );
};
