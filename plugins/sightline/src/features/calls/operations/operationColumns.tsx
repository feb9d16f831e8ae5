import { ServiceOperation } from '@sightline/backstage-plugin-sightline-common';
import type { ExportColumn } from '../../../ui/export/ExportButtons';
import { count } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { protocolWords } from '../../../ui/callWords';
import { modeWords } from '../callWords';
import { figureColumns, figureExports, figureOrders } from '../figureColumns';
import type { Orders } from '../useOrder';
import { SampleLink } from './SampleLink';

type Column = GridColumn<ServiceOperation>;

const figures = ({ figures: read }: ServiceOperation) => read;

const operation: Column = {
  id: 'operation',
  title: 'Operation',
  width: 220,
  grow: 3,
  leaves: 0,
  sortBy: 'operation',
  cell: row => <span title={row.operation}>{row.operation || 'not told'}</span>,
};

const protocol: Column = {
  id: 'protocol',
  title: 'By',
  width: 100,
  leaves: 7,
  cell: row => (
    <span title={`the caller ${modeWords[row.mode]}`}>
      {protocolWords[row.protocol]}
      {row.mode === 'async' && row.protocol !== 'messaging' && ', async'}
    </span>
  ),
};

const callers: Column = {
  id: 'callers',
  title: 'Callers',
  width: 84,
  leaves: 6,
  numeric: true,
  sortBy: 'callers',
  cell: row => count(row.callers),
};

const samples: Column = {
  id: 'samples',
  title: 'Traces',
  width: 190,
  leaves: 4,
  detail: true,
  cell: (row, { tabIndex }) => (
    <span style={{ display: 'inline-flex', gap: 12, alignItems: 'center' }}>
      <SampleLink
        sample={row.slowest}
        word="slowest"
        of={row.operation}
        tabIndex={tabIndex}
      />
      <SampleLink
        sample={row.failed}
        word="failed"
        of={row.operation}
        tabIndex={tabIndex}
      />
    </span>
  ),
};

export const operationColumns: Column[] = [
  operation,
  protocol,
  ...figureColumns(figures),
  callers,
  samples,
];

export const operationOrders: Orders<ServiceOperation> = {
  operation: row => row.operation,
  callers: row => row.callers,
  ...figureOrders(figures),
};

export const operationExports: ExportColumn<ServiceOperation>[] = [
  ['operation', row => row.operation],
  ['protocol', row => row.protocol],
  ['mode', row => row.mode],
  ...figureExports(figures),
  ['callers', row => row.callers],
  ['slowest trace', row => row.slowest?.traceId],
  ['failed trace', row => row.failed?.traceId],
];
