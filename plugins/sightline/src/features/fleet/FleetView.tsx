import { makeStyles } from '@material-ui/core/styles';
import { ServiceRow } from '@sightline/backstage-plugin-sightline-common';
import { useRef } from 'react';
import { ListTools } from '../../ui/export/ListTools';
import { FilterBar } from '../../ui/filter/FilterBar';
import { TextFilter } from '../../ui/filter/TextFilter';
import { DataGrid } from '../../ui/grid/DataGrid';
import { gridKeyMeanings } from '../../ui/keys/KeyboardHelp';
import { useHotkey } from '../../ui/keys/useHotkey';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { FleetEmpty } from './FleetEmpty';
import { FleetSummary } from './FleetSummary';
import { fleetColumns } from './fleetColumns';
import { isFiltered } from './fleetQuery';
import { Fleet } from './useFleet';

/** As many skeleton rows as fill a large window while nothing is known yet. */
const SKELETON_ROWS = 40;

const useStyles = makeStyles(theme => ({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.25),
    padding: theme.spacing(1, 3, 2),
    [theme.breakpoints.down('xs')]: { padding: theme.spacing(0.5, 1.5, 1.5) },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    minHeight: 32,
  },
}));

const rowKey = (row: ServiceRow) => row.ref;

type FleetViewProps = Fleet & {
  onOpen: (row: ServiceRow, newTab: boolean) => void;
};

/** The picture of the fleet: filters, a line of figures, the rows. */
export const FleetView = (props: FleetViewProps) => {
  const classes = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const { query, services, csv } = props;
  const problem = services.problem ?? csv.problem;
  useHotkey('/', () => field.current?.focus());

  const toGrid = () =>
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  return (
    <div className={classes.page} ref={page}>
      <FilterBar
        facets={props.facets}
        toggles={[
          { id: 'mine', title: 'Mine', on: query.mine },
          { id: 'unowned', title: 'Unowned', on: query.unowned },
        ]}
        onFacet={props.onFacet}
        onToggle={props.onToggle}
        onClear={props.onClear}
      >
        <TextFilter
          label="Filter services"
          value={query.q}
          onChange={props.onText}
          onLeave={toGrid}
          inputRef={field}
        />
      </FilterBar>
      {services.state !== 'failed' && (
        <div className={classes.line}>
          <FleetSummary first={services.first} />
          <ListTools
            csv={csv}
            csvTitle="Every service the filter lets through"
            keys={gridKeyMeanings}
          />
        </div>
      )}
      {problem && services.state !== 'failed' && (
        <StaleNote
          problem={problem}
          since={services.since}
          onRetry={services.problem ? services.retry : csv.onDownload}
        />
      )}
      <FleetRows {...props} />
    </div>
  );
};

const FleetRows = ({
  query,
  services,
  onSort,
  onClear,
  onOpen,
}: FleetViewProps) => {
  if (services.state === 'failed' && services.problem) {
    return (
      <ProblemPanel
        problem={services.problem}
        what="the fleet"
        onRetry={services.retry}
      />
    );
  }
  if (services.state === 'ok' && services.total === 0) {
    return <FleetEmpty filtered={isFiltered(query)} onClear={onClear} />;
  }
  return (
    <DataGrid
      label="Services"
      columns={fleetColumns}
      rows={services.rows}
      total={services.state === 'loading' ? SKELETON_ROWS : services.total}
      rowKey={rowKey}
      busy={services.busy}
      sort={{ by: query.sort, order: query.order }}
      onSort={onSort}
      onNeed={services.need}
      onOpen={onOpen}
    />
  );
};
