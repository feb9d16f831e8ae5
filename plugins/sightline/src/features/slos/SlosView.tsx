import { makeStyles } from '@material-ui/core/styles';
import { useRef } from 'react';
import { ListTools } from '../../ui/export/ListTools';
import { FilterBar } from '../../ui/filter/FilterBar';
import { TextFilter } from '../../ui/filter/TextFilter';
import { KeyMeaning, gridKeyMeanings } from '../../ui/keys/KeyboardHelp';
import { useHotkey } from '../../ui/keys/useHotkey';
import { StaleNote } from '../../ui/panels/StaleNote';
import { ProblemsBanner } from './ProblemsBanner';
import { SlosBody } from './SlosBody';
import { SlosSummary } from './SlosSummary';
import { Slos } from './useSlos';

const keyMeanings: KeyMeaning[] = [
  ...gridKeyMeanings
    .filter(([keys]) => keys !== '?')
    .map<KeyMeaning>(([keys, meaning]) => {
      if (keys === 'Enter') {
        return [keys, 'look at the objective more closely'];
      }
      return keys === 'Ctrl Enter'
        ? [keys, 'open its service’s SLO tab in a new tab']
        : [keys, meaning];
    }),
  ['o', 'open its service’s SLO tab'],
  ['Esc', 'close what is looked at'],
  ['?', 'this list'],
];

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
    gap: theme.spacing(0.5, 2),
    minHeight: 32,
  },
  tools: { marginLeft: 'auto' },
}));

/** The picture of the objectives: filters, a line of figures, the rows, what is looked at. */
export const SlosView = (props: Slos) => {
  const classes = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const { query, main, told, untold, csv, onLook } = props;
  const behind = [told, untold].find(list => list.problem);
  const problem = behind?.problem ?? csv.problem;
  useHotkey('/', () => field.current?.focus());
  useHotkey('Escape', () => onLook(undefined));

  const toGrid = () =>
    page.current?.querySelector<HTMLElement>('[role=grid]')?.focus();
  return (
    <div className={classes.page} ref={page}>
      <FilterBar
        facets={props.facets}
        toggles={[{ id: 'mine', title: 'Mine', on: query.mine }]}
        onFacet={props.onFacet}
        onToggle={props.onMine}
        onClear={props.onClear}
      >
        <TextFilter
          label="Filter objectives"
          value={query.q}
          onChange={props.onText}
          onLeave={toGrid}
          inputRef={field}
        />
      </FilterBar>
      {main.state !== 'failed' && (
        <div className={classes.line}>
          <SlosSummary {...props} />
          <div className={classes.tools}>
            <ListTools
              csv={csv}
              csvTitle="Every objective the filter lets through"
              keys={keyMeanings}
            />
          </div>
        </div>
      )}
      <ProblemsBanner
        documents={main.first?.problems ?? 0}
        onShow={() => onLook({ problems: true })}
      />
      {problem && main.state !== 'failed' && (
        <StaleNote
          problem={problem}
          since={behind?.since}
          onRetry={behind?.retry ?? csv.onDownload}
        />
      )}
      <SlosBody {...props} />
    </div>
  );
};
