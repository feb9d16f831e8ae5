import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import type { VirtualItem } from '@tanstack/react-virtual';
import { memo } from 'react';
import type { PairKey } from '../contractsQuery';
import { isPair } from '../pairKey';
import type { ContractGrid } from './gridOf';
import { PairMark } from './PairMark';
import { MatrixClasses } from './matrixStyles';
import { pairSentence } from './pairSentence';

type MatrixRowProps = {
  /** the matrix's, of which cells make their own */
  id: string;
  grid: ContractGrid;
  row: number;
  top: number;
  columns: VirtualItem[];
  headWidth: number;
  width: number;
  /** the column that has the keyboard, where this row has it */
  active?: number;
  isPointed: boolean;
  chosen?: PairKey;
  /** how a name is told where it alone does not say whose it is */
  titleOf: (party: Pacticipant) => string;
  classes: MatrixClasses;
};

export const cellId = (id: string, row: number, column: number) =>
  `${id}-${row}-${column}`;

/** One consumer, with a cell for each provider in sight. */
export const MatrixRow = memo((props: MatrixRowProps) => {
  const { id, grid, row, columns, active, classes } = props;
  const consumer = grid.consumers[row];
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={classes.row}
      style={{ top: props.top, width: props.width }}
      data-pointed={props.isPointed}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className={classes.rowHead}
        style={{ width: props.headWidth }}
        title={props.titleOf(consumer)}
      >
        {consumer.name}
      </div>
      {columns.map(({ index, start }) => {
        const pair = grid.cell(row, index);
        const isActive = index === active;
        const silence = isActive
          ? `${consumer.name} → ${grid.providers[index].name}: nothing`
          : undefined;
        return (
          <div
            key={index}
            id={cellId(id, row, index)}
            role="gridcell"
            aria-colindex={index + 2}
            aria-label={pair ? pairSentence(pair) : silence}
            aria-selected={pair ? isPair(pair, props.chosen) : undefined}
            className={classes.cell}
            style={{ left: start }}
            data-row={row}
            data-column={index}
            data-pair={pair !== undefined}
            data-active={isActive}
          >
            {pair && <PairMark pair={pair} classes={classes} />}
          </div>
        );
      })}
    </div>
  );
});
