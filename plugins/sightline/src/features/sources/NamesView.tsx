import { makeStyles } from '@material-ui/core/styles';
import { Alias } from '@sightline/backstage-plugin-sightline-common';
import { useMemo, useRef } from 'react';
import { plural } from '../../ui/figures';
import { FilterBar } from '../../ui/filter/FilterBar';
import { TextFilter } from '../../ui/filter/TextFilter';
import { DataGrid } from '../../ui/grid/DataGrid';
import {
  KeyMeaning,
  KeyboardHelp,
  gridKeyMeanings,
} from '../../ui/keys/KeyboardHelp';
import { useHotkey } from '../../ui/keys/useHotkey';
import { EmptyPanel } from '../../ui/panels/EmptyPanel';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { nameColumns } from './nameColumns';
import { NamesNotice } from './NamesNotice';
import { Names, nameViews } from './useNames';
import { Button } from '../../ui/Button';

const useStyles = makeStyles(theme => ({
  bulk: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    minHeight: 32,
  },
}));

const keyMeanings: KeyMeaning[] = [
  ['x  Space', 'select the row'],
  ['Shift ↓ ↑', 'select on the way'],
  ['Ctrl A', 'select all that are loaded'],
  ['a', 'accept the selected names, or this one'],
  ['r', 'reject them'],
  ['u', 'undo the decision'],
  ...gridKeyMeanings.filter(([keys]) => !/Enter/.test(keys)),
];

const rowKey = (alias: Alias) => alias.id;

/** Names to accept and reject, one by one or in bulk. */
export const NamesView = (props: Names) => {
  const field = useRef<HTMLInputElement>(null);
  useHotkey('/', () => field.current?.focus());
  return (
    <>
      <FilterBar
        facets={
          props.source
            ? [
                {
                  id: 'source',
                  title: 'Seen by',
                  chosen: [props.source],
                  options: [],
                },
              ]
            : []
        }
        toggles={Object.entries(nameViews).map(([id, { title }]) => ({
          id,
          title,
          on: id === props.view,
        }))}
        onFacet={props.onAllSources}
        onToggle={props.onView}
        onClear={props.onAllSources}
        quietToggles
      >
        <TextFilter
          label="Filter names"
          value={props.q}
          onChange={props.onText}
          inputRef={field}
        />
      </FilterBar>
      <Bulk {...props} />
      <NameRows {...props} />
      <NamesNotice notice={props.notice} onClose={props.onCloseNotice} />
    </>
  );
};

const Bulk = ({ names, selection, forbidden, onDecide }: Names) => {
  const classes = useStyles();
  const { selected } = selection;
  const off = forbidden !== undefined || selected.length === 0;
  return (
    <div className={classes.bulk} role="group" aria-label="Decide in bulk">
      <span role="status">
        {selected.length > 0
          ? `${plural(selected.length, 'name')} selected`
          : `${plural(names.total, 'name')}`}
      </span>
      <Button
        disabled={forbidden !== undefined || names.rows.length === 0}
        onClick={selection.onToggleAll}
      >
        {selection.all ? 'Select none' : 'Select all'}
      </Button>
      <Button
        variant="contained"
        color="primary"
        disableElevation
        disabled={off}
        onClick={() => onDecide(selected, 'accept')}
      >
        Accept selected
      </Button>
      <Button
        variant="outlined"
        disabled={off}
        onClick={() => onDecide(selected, 'reject')}
      >
        Reject selected
      </Button>
      {forbidden && <span>{forbidden}</span>}
      <KeyboardHelp keys={keyMeanings} />
    </div>
  );
};

const NameRows = (props: Names) => {
  const { names, selection, chosen, forbidden, onChoose, onDecide } = props;
  const columns = useMemo(
    () => nameColumns({ selection, chosen, forbidden, onChoose, onDecide }),
    [selection, chosen, forbidden, onChoose, onDecide],
  );
  if (names.state === 'failed' && names.problem) {
    return (
      <ProblemPanel
        problem={names.problem}
        what="the names"
        onRetry={names.retry}
      />
    );
  }
  if (names.state === 'ok' && names.total === 0) {
    return (
      <EmptyPanel title={props.q ? 'No name fits' : 'Nothing to do here'}>
        Every outside name that the sources have seen and that belongs here
        would be listed. Names appear as soon as a source reports them.
      </EmptyPanel>
    );
  }
  const about = (alias: Alias) =>
    selection.selected.length ? selection.selected : [alias];
  const keys = {
    a: (alias: Alias) => onDecide(about(alias), 'accept'),
    r: (alias: Alias) => onDecide(about(alias), 'reject'),
    u: (alias: Alias) => onDecide(about(alias), 'undo'),
  };
  return (
    <>
      {names.problem && (
        <StaleNote
          problem={names.problem}
          since={names.since}
          onRetry={names.retry}
        />
      )}
      <DataGrid
        label="Outside names"
        columns={columns}
        rows={names.rows}
        total={names.state === 'loading' ? 30 : names.total}
        rowKey={rowKey}
        busy={names.busy}
        onNeed={names.need}
        selection={forbidden ? undefined : selection}
        keys={forbidden ? undefined : keys}
      />
    </>
  );
};
