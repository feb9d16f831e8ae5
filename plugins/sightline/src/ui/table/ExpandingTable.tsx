import { ReactNode, useRef, useState } from 'react';
import { Button } from '../Button';
import { plural } from '../figures';
import { GridColumn, layoutFor } from '../grid/GridColumn';
import type { GridSort } from '../grid/GridHead';
import { useWidth } from '../useWidth';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { useTableStyles } from './tableStyles';

/** Rows shown before somebody asks for all of them. */
const AT_FIRST = 20;

type ExpandingTableProps<Row> = {
  /** what the table is called */
  label: string;
  /** the first column leads; others leave as room gets short */
  columns: GridColumn<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  rowName: (row: Row) => string;
  sort?: GridSort;
  onSort?: (sort: GridSort) => void;
  /** what is shown below an open row; without it rows do not open */
  detail?: (row: Row) => ReactNode;
  isOpen?: (row: Row) => boolean;
  onToggle?: (row: Row) => void;
};

/** A table among other things on a page, whose rows open in place to say more. */
export function ExpandingTable<Row>(props: ExpandingTableProps<Row>) {
  const { label, columns, rows, rowKey, rowName, detail } = props;
  const classes = useTableStyles();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = layoutFor(columns, width);
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  return (
    <div ref={frame}>
      <table className={classes.table} aria-label={label}>
        {!layout.twoLines && (
          <>
            <colgroup>
              {layout.columns.map(({ id, width: px, grow }) => (
                <col key={id} style={grow ? undefined : { width: px }} />
              ))}
            </colgroup>
            <TableHead
              columns={layout.columns}
              classes={classes}
              sort={props.sort}
              onSort={props.onSort}
            />
          </>
        )}
        <tbody>
          {shown.map(row => (
            <TableRow
              key={rowKey(row)}
              row={row}
              name={rowName(row)}
              layout={layout}
              classes={classes}
              open={props.isOpen?.(row) ?? false}
              onToggle={detail && (() => props.onToggle?.(row))}
              detail={detail && (() => detail(row))}
            />
          ))}
        </tbody>
      </table>
      {rows.length > AT_FIRST && (
        <div className={classes.more}>
          <Button aria-expanded={all} onClick={() => setAll(!all)}>
            {all
              ? `Show the first ${AT_FIRST}`
              : `Show ${plural(rows.length - AT_FIRST, 'more row')}`}
          </Button>
        </div>
      )}
    </div>
  );
}
