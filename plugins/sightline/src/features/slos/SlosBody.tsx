import { Theme, makeStyles } from '@material-ui/core/styles';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { ObjectiveRow } from '@sightline/backstage-plugin-sightline-common';
import { useMemo, useRef } from 'react';
import { DataGrid } from '../../ui/grid/DataGrid';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { useMeasured } from '../../ui/useMeasured';
import { useOpenPath } from '../../ui/useOpenPath';
import { SlosEmpty } from './SlosEmpty';
import { UnknownLine, UnknownObjectives } from './UnknownObjectives';
import { objectiveColumns } from './objectiveColumns';
import { LookPanel } from './panel/LookPanel';
import { isFiltered } from './slosQuery';
import { Slos } from './useSlos';
import { useSloTab } from './useSloTab';

/** As many skeleton rows as fill a large window while nothing is known yet. */
const SKELETON_ROWS = 40;

const useStyles = makeStyles(theme => ({
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(1.5),
    alignItems: 'start',
  },
  beside: {
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: 'minmax(0, 1fr) 380px',
    },
  },
}));

/** Opening a row looks at it more closely; with Ctrl, or `o`, it goes to its service. */
function useRowKeys({ query, onLook }: Pick<Slos, 'query' | 'onLook'>) {
  const open = useOpenPath();
  const tab = useSloTab();
  const { look } = query;
  const id = look && 'objective' in look ? look.objective : undefined;
  return useMemo(
    () => ({
      onOpen: ({ objective }: ObjectiveRow, newTab: boolean) =>
        newTab
          ? open(tab(objective), true)
          : onLook({ objective: objective.id }),
      keys: {
        o: ({ objective }: ObjectiveRow) => open(tab(objective), false),
      },
      isCurrent: ({ objective }: ObjectiveRow) => objective.id === id,
    }),
    [open, tab, onLook, id],
  );
}

const rowKey = (row: ObjectiveRow) => row.objective.id;

/** The rows and what is looked at, or why there are none. */
export const SlosBody = (props: Slos) => {
  const classes = useStyles();
  const { query, main, told, untold, onClear } = props;
  if (main.state === 'failed' && main.problem) {
    return (
      <ProblemPanel
        problem={main.problem}
        what="the objectives"
        onRetry={main.retry}
      />
    );
  }
  const isEmpty = [told, untold].every(
    list => list.state === 'ok' && list.total === 0,
  );
  return (
    <div className={`${classes.body} ${query.look ? classes.beside : ''}`}>
      {isEmpty ? (
        <SlosEmpty filtered={isFiltered(query)} onClear={onClear} />
      ) : (
        <SlosRows {...props} />
      )}
      <LookPanel {...props} />
    </div>
  );
};

const SlosRows = (props: Slos) => {
  const { query, told, untold, onSort, onState } = props;
  const apart = useRef<HTMLDivElement>(null);
  const foot = useMeasured(apart, node => node.offsetHeight, 0);
  const isPhone = useMediaQuery<Theme>(theme => theme.breakpoints.down('xs'), {
    noSsr: true,
  });
  const row = useRowKeys(props);
  const isAlone = told.state === 'ok' && told.total === 0;
  const isLine = isPhone && !isAlone;
  return (
    <div style={{ minWidth: 0 }}>
      {isLine && untold.total > 0 && (
        <UnknownLine list={untold} onOnly={() => onState('unknown')} />
      )}
      {!isAlone && (
        <DataGrid
          label="Objectives"
          columns={objectiveColumns}
          rows={told.rows}
          total={told.state === 'loading' ? SKELETON_ROWS : told.total}
          rowKey={rowKey}
          busy={told.busy}
          sort={{ by: query.sort, order: query.order }}
          onSort={onSort}
          onNeed={told.need}
          foot={foot}
          {...row}
        />
      )}
      <div ref={apart}>
        {!isLine && untold.total > 0 && (
          <UnknownObjectives list={untold} isAlone={isAlone} row={row} />
        )}
      </div>
    </div>
  );
};
