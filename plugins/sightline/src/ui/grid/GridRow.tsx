import { MouseEvent, memo } from 'react';
import { SkeletonBlock } from '../panels/SkeletonBlock';
import { CellTools, GridLayout } from './GridColumn';
import { GridClasses } from './gridStyles';

type GridRowProps<Row> = {
  id: string;
  /** undefined: not loaded yet */
  row?: Row;
  index: number;
  start: number;
  active: boolean;
  selected?: boolean;
  /** looked at more closely elsewhere on the page */
  current?: boolean;
  openable: boolean;
  layout: GridLayout<Row>;
  classes: GridClasses;
  onPress: (index: number, event: MouseEvent) => void;
};

const inTabOrder: CellTools = { tabIndex: 0 };
const outOfTabOrder: CellTools = { tabIndex: -1 };

/** Widths that differ from row to row, so that a skeleton looks like text. */
const barWidth = (index: number, column: number) =>
  `${45 + ((index * 7 + column * 13) % 40)}%`;

function OneLine<Row>({
  row,
  index,
  active,
  layout,
  classes,
}: GridRowProps<Row>) {
  const tools = active ? inTabOrder : outOfTabOrder;
  return (
    <>
      {layout.columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          className={`${classes.cell} ${column.numeric ? classes.numeric : ''}`}
        >
          {row === undefined ? (
            <SkeletonBlock width={barWidth(index, at)} />
          ) : (
            column.cell(row, tools)
          )}
        </div>
      ))}
    </>
  );
}

function TwoLines<Row>({
  row,
  index,
  active,
  layout,
  classes,
}: GridRowProps<Row>) {
  const tools = active ? inTabOrder : outOfTabOrder;
  const lead = layout.columns.filter(column => !column.detail);
  const details = layout.columns.filter(column => column.detail);
  return (
    <>
      {lead.map(column => (
        <div
          key={column.id}
          role="gridcell"
          className={`${classes.cell} ${classes.lead}`}
          data-lead
        >
          {row === undefined ? (
            <SkeletonBlock width={barWidth(index, 0)} />
          ) : (
            column.cell(row, tools)
          )}
        </div>
      ))}
      <div role="gridcell" className={classes.details}>
        {row === undefined ? (
          <SkeletonBlock width={barWidth(index, 1)} />
        ) : (
          details.map(column => (
            <span key={column.id} className={classes.detail} data-in-line>
              {column.cell(row, tools)}
            </span>
          ))
        )}
      </div>
    </>
  );
}

function PlainGridRow<Row>(props: GridRowProps<Row>) {
  const {
    id,
    row,
    index,
    start,
    active,
    selected,
    current,
    openable,
    layout,
    classes,
    onPress,
  } = props;
  const Line = layout.twoLines ? TwoLines : OneLine;
  return (
    // The keyboard is the grid's: it holds the focus and points here.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      role="row"
      id={id}
      aria-rowindex={index + 2}
      aria-selected={selected}
      aria-current={current || undefined}
      aria-busy={row === undefined || undefined}
      data-active={active}
      className={`${classes.row} ${classes.bodyRow} ${
        openable ? classes.openable : ''
      }`}
      style={{
        height: layout.rowHeight,
        gridTemplateColumns: layout.template,
        transform: `translateY(${start}px)`,
      }}
      onClick={event => onPress(index, event)}
      onAuxClick={event => onPress(index, event)}
    >
      <Line {...props} />
    </div>
  );
}

export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
