import { makeStyles } from '@material-ui/core/styles';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';

const useStyles = makeStyles(theme => ({
  head: { display: 'flex', flexDirection: 'column', gap: theme.spacing(0.75) },
  // As high as the switches above the tree and the tree's own head.
  hops: { paddingTop: 74 },
  hop: {
    display: 'flex',
    alignItems: 'center',
    height: 34,
    boxSizing: 'border-box',
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

/** Title, who, reading, figures: as high as they will be. */
const lines: [height: number, width: string][] = [
  [30, '35%'],
  [24, '50%'],
  [44, '85%'],
  [44, '60%'],
];

export const HeadSkeleton = () => (
  <div
    className={useStyles().head}
    role="status"
    aria-busy="true"
    aria-label="The journey is loading"
  >
    {lines.map(([height, width]) => (
      <div key={width} style={{ height }}>
        <SkeletonBlock width={width} height={16} />
      </div>
    ))}
  </div>
);

export const HopsSkeleton = () => {
  const classes = useStyles();
  return (
    <div
      className={classes.hops}
      role="status"
      aria-busy="true"
      aria-label="The hops are loading"
    >
      {Array.from({ length: 16 }, (_, index) => (
        <div key={index} className={classes.hop}>
          <SkeletonBlock width={`${70 - ((index * 13) % 45)}%`} />
        </div>
      ))}
    </div>
  );
};
