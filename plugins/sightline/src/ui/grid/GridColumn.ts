import { ReactNode } from 'react';

/** What a cell may know about its row. */
export type CellTools = {
  /** 0 in the row that has the keyboard, −1 elsewhere: Tab visits one row's links, not thousands */
  tabIndex: 0 | -1;
};

export type GridColumn<Row> = {
  id: string;
  title: string;
  /** px it needs; what is left over is shared in parts of `grow` */
  width: number;
  grow?: number;
  /** 0 never leaves; the highest leaves first when room gets short */
  leaves: number;
  /** figures: right-aligned, so that digits stand under digits */
  numeric?: boolean;
  /** what the backend calls this order; a column without cannot be sorted by */
  sortBy?: string;
  /** stands in the second line where rows have two; a figure that needs its title brings it along */
  detail?: boolean | 'titled';
  cell: (row: Row, tools: CellTools) => ReactNode;
};

export type GridLayout<Row> = {
  columns: GridColumn<Row>[];
  template: string;
  /** too narrow for columns: the lead cell, and the details in a line below it */
  twoLines: boolean;
  rowHeight: number;
};

const ROW = 34;
const TWO_LINE_ROW = 56;
const TWO_LINES_BELOW = 560;

const track = ({ width, grow }: { width: number; grow?: number }) =>
  grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`;

/** Lets columns go, the least important first, until the rest fits. */
export function layoutFor<Row>(
  all: GridColumn<Row>[],
  room: number,
): GridLayout<Row> {
  if (room < TWO_LINES_BELOW) {
    const columns = all.filter(column => column.leaves === 0 || column.detail);
    return {
      columns,
      template: '1fr',
      twoLines: true,
      rowHeight: TWO_LINE_ROW,
    };
  }
  const leaving = [...all].sort((a, b) => b.leaves - a.leaves);
  let columns = all;
  const needed = () => columns.reduce((sum, { width }) => sum + width, 0);
  while (needed() > room && leaving.length > 0 && leaving[0].leaves > 0) {
    const gone = leaving.shift();
    columns = columns.filter(column => column !== gone);
  }
  return {
    columns,
    template: columns.map(track).join(' '),
    twoLines: false,
    rowHeight: ROW,
  };
}
