import {
  ServiceCalls,
  ServiceOperation,
} from '@sightline/backstage-plugin-sightline-common';
import { useMemo } from 'react';
import { ExportButtons } from '../../../ui/export/ExportButtons';
import { DataGrid } from '../../../ui/grid/DataGrid';
import { Card } from '../../../ui/panels/Card';
import { LeftOut } from '../LeftOut';
import { sorted, useOrder } from '../useOrder';
import {
  operationColumns,
  operationExports,
  operationOrders,
} from './operationColumns';

/** Rows before the grid scrolls inside. */
const MOST_ROWS = 10;

const rowKey = (row: ServiceOperation) =>
  `${row.protocol} ${row.mode} ${row.operation}`;

type OperationsCardProps = { calls: ServiceCalls; file: string };

/** What the service is asked, over all who ask. */
export const OperationsCard = ({ calls, file }: OperationsCardProps) => {
  const { sort, onSort } = useOrder('operations', operationOrders, {
    by: 'rate',
    order: 'desc',
  });
  const { by, order } = sort;
  const rows = useMemo(
    () => sorted(calls.operations, operationOrders, { by, order }),
    [calls.operations, by, order],
  );
  return (
    <Card
      title="Operations"
      aside={
        rows.length > 0 && (
          <ExportButtons
            of="Operations"
            file={`${file}-operations`}
            rows={rows}
            columns={operationExports}
          />
        )
      }
    >
      {rows.length === 0 ? (
        <p style={{ margin: 0 }}>None was called in this window.</p>
      ) : (
        <DataGrid
          label="Operations"
          columns={operationColumns}
          rows={rows}
          total={rows.length}
          rowKey={rowKey}
          sort={sort}
          onSort={onSort}
          maxRows={MOST_ROWS}
        />
      )}
      <LeftOut rows={calls.leftOut.operations} what="operation" />
    </Card>
  );
};
