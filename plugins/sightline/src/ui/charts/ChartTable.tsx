import { makeStyles } from '@material-ui/core/styles';
import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { quiet } from '../state/quiet';
import { useNow } from '../time/useNow';
import { Stretch } from './ChartPoint';
import { stretchWords } from './scale';

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
export type ChartTwin<P> = {
  head: string[];
  row: (point: P) => string[];
  /** what happened where there is no point: a row by itself, said in the last column */
  apart?: { at: Instant; words: string }[];
};

type ChartTableProps<P> = {
  label: string;
  points: P[];
  table: ChartTwin<P>;
  height: number;
};

type Row = { at: Instant; key: string; cells: string[] };

/** All there is to say, latest first. */
const rowsOf = <P extends Stretch>(
  points: P[],
  { head, row, apart = [] }: ChartTwin<P>,
  now: Instant,
): Row[] => {
  const between = Array.from(
    { length: Math.max(0, head.length - 2) },
    () => '',
  );
  return [
    ...points.map(point => ({
      at: point.at,
      key: `${point.at} ${point.width}`,
      cells: row(point),
    })),
    ...apart.map(({ at, words }, nth) => ({
      at,
      key: `apart ${nth}`,
      cells: [stretchWords(at, 0, now), ...between, words],
    })),
  ].sort((a, b) => b.at - a.at);
};

/** The chart's twin, latest first, in the same place. */
export function ChartTable<P extends Stretch>({
  label,
  points,
  table,
  height,
}: ChartTableProps<P>) {
  const classes = useStyles();
  const rows = rowsOf(points, table, useNow());
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
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={table.head[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
