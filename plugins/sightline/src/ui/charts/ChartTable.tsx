import { makeStyles } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';
import { Stretch } from './ChartPoint';

const useStyles = makeStyles(theme => ({
  frame: {
    overflow: 'auto',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: 3,
    boxSizing: 'border-box',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': { padding: '3px 12px', textAlign: 'right' },
    '& th:first-child, & td:first-child': { textAlign: 'left' },
    '& th': {
      position: 'sticky',
      top: 0,
      color: quiet(theme),
      background: theme.palette.background.paper,
      fontWeight: 600,
    },
  },
}));

/** The same content as cells. */
export type ChartTwin<P> = { head: string[]; row: (point: P) => string[] };

type ChartTableProps<P> = {
  label: string;
  points: P[];
  table: ChartTwin<P>;
  height: number;
};

/** The chart's twin, latest first, in the same place. */
export function ChartTable<P extends Stretch>({
  label,
  points,
  table,
  height,
}: ChartTableProps<P>) {
  const classes = useStyles();
  return (
    <div
      className={classes.frame}
      style={{ height }}
      role="region"
      aria-label={`${label}, as a table`}
      // It scrolls inside, so the keyboard must be able to get there.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            {table.head.map(title => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...points].reverse().map(point => (
            <tr key={`${point.at} ${point.width}`}>
              {table.row(point).map((cell, index) => (
                <td key={table.head[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
