import { makeStyles } from '@material-ui/core/styles';
import { CallFigures } from '@sightline/backstage-plugin-sightline-common';
import { CallRate } from '../../ui/CallRate';
import { ErrorShare } from '../../ui/ErrorShare';
import { Quantity } from '../../ui/Quantity';
import type { ExportColumn } from '../../ui/export/ExportButtons';
import { duration } from '../../ui/figures';
import type { GridColumn } from '../../ui/grid/GridColumn';
import type { Orders } from './useOrder';

type Read<Row> = (row: Row) => CallFigures;

const useStyles = makeStyles({
  // Beside other figures in a line no heading says which this is.
  name: { display: 'none', '[data-in-line] &': { display: 'inline' } },
});

const P95 = ({ of }: { of?: number }) => (
  <span>
    <span className={useStyles().name}>p95 </span>
    {time(of)}
  </span>
);

const time = (millis?: number) => (
  <Quantity of={millis === undefined ? undefined : duration(millis)} />
);

/** Rate, errors and latency, as every table of calls shows them. */
export const figureColumns = <Row,>(read: Read<Row>): GridColumn<Row>[] => [
  {
    id: 'rate',
    title: 'Rate',
    width: 96,
    leaves: 1,
    detail: true,
    numeric: true,
    sortBy: 'rate',
    cell: row => <CallRate of={read(row)} />,
  },
  {
    id: 'errors',
    title: 'Errors',
    width: 92,
    leaves: 2,
    detail: true,
    numeric: true,
    sortBy: 'errors',
    cell: row => <ErrorShare of={read(row)} />,
  },
  {
    id: 'p50',
    title: 'p50',
    width: 80,
    leaves: 5,
    numeric: true,
    sortBy: 'p50',
    cell: row => time(read(row).p50),
  },
  {
    id: 'p95',
    title: 'p95',
    width: 80,
    leaves: 3,
    detail: true,
    numeric: true,
    sortBy: 'p95',
    cell: row => <P95 of={read(row).p95} />,
  },
];

export const figureOrders = <Row,>(read: Read<Row>): Orders<Row> => ({
  rate: row => read(row).perSecond ?? read(row).calls,
  errors: row => read(row).errorRatio,
  p50: row => read(row).p50,
  p95: row => read(row).p95,
});

/** The same in a file, with all digits. */
export const figureExports = <Row,>(read: Read<Row>): ExportColumn<Row>[] => [
  ['calls', row => read(row).calls],
  ['errors', row => read(row).errors],
  ['error ratio', row => read(row).errorRatio],
  ['calls a second', row => read(row).perSecond],
  ['p50 ms', row => read(row).p50],
  ['p95 ms', row => read(row).p95],
];
