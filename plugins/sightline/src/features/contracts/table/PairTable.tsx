import { useMemo, useRef } from 'react';
import { DataGrid } from '../../../ui/grid/DataGrid';
import { useWidth } from '../../../ui/useWidth';
import { isPair, pairId } from '../pairKey';
import { ContractsPageProps } from '../useContracts';
import { pairColumns } from './pairColumns';
import { sortedPairs } from './pairRows';

/** As many skeleton rows as fill a large window while nothing is known yet. */
const SKELETON_ROWS = 40;
/** px; narrower than this, the grid gives each row two lines */
const TWO_LINES_BELOW = 576;

/** The same content as the matrix, as rows. */
export const PairTable = ({
  query,
  matrix,
  onSort,
  onLook,
}: ContractsPageProps) => {
  const frame = useRef<HTMLDivElement>(null);
  const isNarrow = useWidth(frame) < TWO_LINES_BELOW;
  const columns = useMemo(() => pairColumns(isNarrow), [isNarrow]);
  const { value, busy } = matrix;
  const { sort, order, look } = query;
  const rows = useMemo(
    () => (value ? sortedPairs(value.pairs, { sort, order }) : []),
    [value, sort, order],
  );
  return (
    <div ref={frame} style={{ minWidth: 0 }}>
      <DataGrid
        label="Contracts"
        columns={columns}
        rows={rows}
        total={value ? rows.length : SKELETON_ROWS}
        rowKey={pairId}
        busy={busy}
        sort={{ by: sort, order }}
        onSort={onSort}
        onOpen={onLook}
        isCurrent={row => isPair(row, look)}
      />
    </div>
  );
};
