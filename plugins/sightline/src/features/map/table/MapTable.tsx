import { makeStyles } from '@material-ui/core/styles';
import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { useMemo, useRef } from 'react';
import { Button } from '../../../ui/Button';
import { plural } from '../../../ui/figures';
import { DataGrid } from '../../../ui/grid/DataGrid';
import type { GridSort } from '../../../ui/grid/GridHead';
import { useWidth } from '../../../ui/useWidth';
import { MapSort } from '../mapQuery';
import { CallMapPage } from '../useCallMap';
import { callColumns } from './callColumns';
import { callRows, partyRows, sortedCalls, sortedParties } from './mapRows';
import { partyColumns } from './partyColumns';

const useStyles = makeStyles({
  choice: { display: 'flex', gap: 8, marginBottom: 8 },
});

/** px; narrower than this, the grid gives each row two lines */
const TWO_LINES_BELOW = 576;

type MapTableProps = { page: CallMapPage; map: CallMap };

/** The same content as the drawing, as rows: edges, or the parties at their ends. */
export const MapTable = ({ page, map }: MapTableProps) => {
  const classes = useStyles();
  const { query, onChange } = page;
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const choice = (rows: 'calls' | 'parties', title: string) => (
    <Button
      variant={query.rows === rows ? 'contained' : 'outlined'}
      color={query.rows === rows ? 'primary' : 'default'}
      disableElevation
      aria-pressed={query.rows === rows}
      onClick={() => onChange({ rows, sort: undefined }, { replace: true })}
    >
      {title}
    </Button>
  );
  return (
    <div ref={frame} style={{ minWidth: 0 }}>
      <div className={classes.choice}>
        {choice('calls', plural(map.edges.length, 'edge'))}
        {choice('parties', plural(map.nodes.length, 'node'))}
      </div>
      {query.rows === 'calls' ? (
        <Calls page={page} map={map} isNarrow={width < TWO_LINES_BELOW} />
      ) : (
        <Parties page={page} map={map} />
      )}
    </div>
  );
};

const sorting = ({ query, onChange }: CallMapPage, unsaid: GridSort) => ({
  sort: query.sort ?? unsaid,
  onSort: ({ by, order }: GridSort) =>
    onChange({ sort: { by: by as MapSort, order } }, { replace: true }),
});

const Calls = ({
  page,
  map,
  isNarrow,
}: MapTableProps & { isNarrow: boolean }) => {
  const { query, answer, onChoose } = page;
  const rows = useMemo(
    () => sortedCalls(callRows(map), query.sort),
    [map, query.sort],
  );
  const isCompared = map.compared !== undefined;
  const columns = useMemo(
    () => callColumns({ isCompared, isNarrow }),
    [isCompared, isNarrow],
  );
  return (
    <DataGrid
      label="Edges of the map"
      columns={columns}
      rows={rows}
      total={rows.length}
      rowKey={({ edge }) => edge.id}
      busy={answer.busy}
      onOpen={({ edge }) => onChoose({ kind: 'edge', id: edge.id })}
      {...sorting(page, { by: 'rate', order: 'desc' })}
    />
  );
};

const Parties = ({ page, map }: MapTableProps) => {
  const { query, answer, impact, onChoose } = page;
  const rows = useMemo(
    () => sortedParties(partyRows(map), query.sort),
    [map, query.sort],
  );
  const columns = useMemo(() => partyColumns(impact.shares), [impact.shares]);
  return (
    <DataGrid
      label="Nodes of the map"
      columns={columns}
      rows={rows}
      total={rows.length}
      rowKey={({ node }) => node.id}
      busy={answer.busy}
      onOpen={({ node }) => onChoose({ kind: 'node', id: node.id })}
      {...sorting(page, { by: 'name', order: 'asc' })}
    />
  );
};
