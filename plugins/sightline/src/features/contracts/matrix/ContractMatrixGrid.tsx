import { Theme } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import { useVirtualizer } from '@tanstack/react-virtual';
import { MouseEvent, useId, useRef, useState } from 'react';
import type { ContractPair } from '../../../ui/contracts/contractWords';
import { useRoom } from '../../../ui/grid/useRoom';
import type { PairKey } from '../contractsQuery';
import { MatrixHead } from './MatrixHead';
import { MatrixRow, cellId } from './MatrixRow';
import { ReadingLine } from './ReadingLine';
import { ContractGrid } from './gridOf';
import {
  CELL,
  HEAD_HEIGHT,
  HEAD_WIDTH,
  NARROW_HEAD_WIDTH,
  ROW,
  useMatrixStyles,
} from './matrixStyles';
import { Place, useMatrixKeys } from './useMatrixKeys';

const FRAME = 2;
/** px of a bar to scroll by, where it takes room */
const BAR = 16;

const useHeadWidth = () =>
  useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), { noSsr: true })
    ? NARROW_HEAD_WIDTH
    : HEAD_WIDTH;

/** Which cell an event came from. */
const placeOf = (event: MouseEvent): Place | undefined => {
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
  return (
    cell?.dataset && {
      row: Number(cell.dataset.row),
      column: Number(cell.dataset.column),
    }
  );
};

const useWindow = (grid: ContractGrid, headWidth: number) => {
  const frame = useRef<HTMLDivElement>(null);
  const shared = { getScrollElement: () => frame.current, useFlushSync: false };
  const rows = useVirtualizer({
    ...shared,
    count: grid.consumers.length,
    estimateSize: () => ROW,
    overscan: 8,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
  });
  const columns = useVirtualizer({
    ...shared,
    horizontal: true,
    count: grid.providers.length,
    estimateSize: () => CELL,
    overscan: 8,
    scrollMargin: headWidth,
    scrollPaddingStart: headWidth,
  });
  return { frame, rows, columns };
};

type ContractMatrixGridProps = {
  grid: ContractGrid;
  busy: boolean;
  /** the pair that is looked at more closely */
  chosen?: PairKey;
  onLook: (pair: ContractPair) => void;
  titleOf: (party: Pacticipant) => string;
};

/** Consumers by providers; of thousands of cells only those in sight exist. */
export const ContractMatrixGrid = (props: ContractMatrixGridProps) => {
  const { grid, busy, chosen, onLook, titleOf } = props;
  const classes = useMatrixStyles();
  const id = useId();
  const headWidth = useHeadWidth();
  const { frame, rows, columns } = useWindow(grid, headWidth);
  const room = useRoom(frame);
  const [pointed, setPointed] = useState<Place>();
  const [hasFocus, setFocus] = useState(false);
  const { consumers, providers, cell } = grid;
  const bodyHeight = consumers.length * ROW;
  const width = headWidth + providers.length * CELL;
  const around = width > room.width ? FRAME + BAR : FRAME;
  const height = Math.min(room.height, HEAD_HEIGHT + bodyHeight + around);

  const open = ({ row, column }: Place) => {
    const pair = cell(row, column);
    if (pair) onLook(pair);
  };
  const { active, setActive, onKeyDown } = useMatrixKeys({
    grid,
    page: Math.max(1, Math.floor((height - HEAD_HEIGHT) / ROW) - 1),
    onOpen: open,
    scrollTo({ row, column }) {
      rows.scrollToIndex(row);
      columns.scrollToIndex(column);
    },
  });
  const onClick = (event: MouseEvent) => {
    const place = placeOf(event);
    if (place) {
      setActive(place);
      open(place);
    }
  };

  const inSight = columns.getVirtualItems();
  const drawn = rows.getVirtualItems();
  const read = pointed ?? (hasFocus ? active : undefined);
  const isDrawn =
    drawn.some(({ index }) => index === active.row) &&
    inSight.some(({ index }) => index === active.column);
  return (
    <div style={{ minWidth: 0 }}>
      <ReadingLine pair={read && cell(read.row, read.column)} />
      <div
        ref={frame}
        role="grid"
        tabIndex={0}
        aria-label="Contracts, consumers by providers"
        aria-rowcount={consumers.length + 1}
        aria-colcount={providers.length + 1}
        aria-busy={busy || undefined}
        aria-activedescendant={
          isDrawn ? cellId(id, active.row, active.column) : undefined
        }
        className={classes.grid}
        style={{ height }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onMouseOver={event => setPointed(placeOf(event))}
        onMouseLeave={() => setPointed(undefined)}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
      >
        <MatrixHead
          {...{ providers, width, headWidth, titleOf, classes }}
          columns={inSight}
          pointed={read?.column}
        />
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: bodyHeight, width }}
        >
          {pointed && (
            <div
              role="presentation"
              className={classes.beam}
              style={{ left: headWidth + pointed.column * CELL }}
            />
          )}
          {drawn.map(({ index, start }) => (
            <MatrixRow
              key={index}
              row={index}
              top={start - HEAD_HEIGHT}
              columns={inSight}
              active={index === active.row ? active.column : undefined}
              isPointed={index === read?.row}
              {...{ id, grid, headWidth, width, chosen, titleOf, classes }}
            />
          ))}
        </div>
      </div>
    </div>
  );
};
