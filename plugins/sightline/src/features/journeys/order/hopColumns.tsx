import type { GridColumn } from '../../../ui/grid/GridColumn';
import { CriticalBar } from './CriticalBar';
import { HopCell } from './HopCell';
import { HopErrors } from './HopErrors';
import { HopTime } from './HopTime';
import { hopName } from '../journey/journeyWords';
import { HopCall } from './HopCall';
import { ShownHop } from './shownHops';
import { TraceLink } from './TraceLink';

export type HopColumn = GridColumn<ShownHop>;

const timeOf = (id: 'p50' | 'p95', leaves: number): HopColumn => ({
  id,
  title: id,
  width: 72,
  leaves,
  numeric: true,
  cell: ({ node }) => <HopTime node={node} percentile={id} />,
});

export const hopColumns = (onTurn: (id: string) => void): HopColumn[] => [
  {
    id: 'hop',
    title: 'In the order of the calls',
    width: 266,
    grow: 3,
    leaves: 0,
    cell: (row, tools) => <HopCell row={row} onTurn={onTurn} {...tools} />,
  },
  {
    id: 'call',
    title: 'Call',
    width: 116,
    leaves: 2,
    cell: row => <HopCall row={row} />,
  },
  timeOf('p50', 5),
  timeOf('p95', 3),
  {
    id: 'errors',
    title: 'Fails',
    width: 80,
    leaves: 1,
    numeric: true,
    cell: ({ node }) => <HopErrors node={node} />,
  },
  {
    id: 'budget',
    title: 'Waits here',
    width: 190,
    grow: 2,
    leaves: 0,
    cell: ({ node }) => <CriticalBar node={node} />,
  },
  {
    id: 'trace',
    title: 'Trace',
    width: 58,
    leaves: 4,
    cell: ({ node: { hop } }, { tabIndex }) =>
      hop.sample && (
        <TraceLink sample={hop.sample} of={hopName(hop)} tabIndex={tabIndex} />
      ),
  },
];
