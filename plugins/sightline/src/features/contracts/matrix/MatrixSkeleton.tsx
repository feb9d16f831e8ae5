import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { useRoom } from '../../../ui/grid/useRoom';
import { SkeletonBlock } from '../../../ui/panels/SkeletonBlock';
import { HEAD_HEIGHT, ROW } from './matrixStyles';

const useStyles = makeStyles(theme => ({
  line: {
    height: 28,
    [theme.breakpoints.down('xs')]: { height: 62 },
  },
  frame: {
    boxSizing: 'border-box',
    overflow: 'hidden',
    padding: theme.spacing(0, 1),
    paddingTop: HEAD_HEIGHT,
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
  },
  row: { height: ROW, display: 'flex', alignItems: 'center' },
}));

const widths = [96, 128, 80, 112, 104, 88, 120, 72];
const ROWS = 14;

/** Places for names; how many cells will come nobody knows. */
export const MatrixSkeleton = () => {
  const classes = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const { height } = useRoom(frame);
  return (
    <div role="status" aria-busy="true" aria-label="The contracts are loading">
      <div className={classes.line} />
      <div
        ref={frame}
        className={classes.frame}
        style={{ height: Math.min(height, HEAD_HEIGHT + ROWS * ROW) }}
      >
        {Array.from({ length: ROWS }, (_, row) => (
          <div key={row} className={classes.row}>
            <SkeletonBlock width={widths[row % widths.length]} />
          </div>
        ))}
      </div>
    </div>
  );
};
