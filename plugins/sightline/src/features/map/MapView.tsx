import { makeStyles } from '@material-ui/core/styles';
import { Button } from '../../ui/Button';
import { CopyButton } from '../../ui/CopyButton';
import { KeyMeaning, KeyboardHelp } from '../../ui/keys/KeyboardHelp';
import { useHotkey } from '../../ui/keys/useHotkey';
import { ProblemPanel } from '../../ui/panels/ProblemPanel';
import { StaleNote } from '../../ui/panels/StaleNote';
import { MapContent } from './MapContent';
import { MapEmpty } from './MapEmpty';
import { MapSummary } from './MapSummary';
import { ExportMap } from './exports/ExportMap';
import { MapTools } from './toolbar/MapTools';
import { CallMapPage } from './useCallMap';
import { useShown } from './useShown';

const mapKeys: KeyMeaning[] = [
  ['/', 'find a service or a store'],
  ['g  t', 'graph, table'],
  ['← ↑ → ↓', 'from node to node'],
  ['Shift ← ↑ → ↓', 'move the view'],
  ['+  −  0', 'nearer, further, all of it'],
  ['Space', 'look at the node more closely'],
  ['Enter', 'open or close the group, focus the service'],
  ['Esc', 'one step back'],
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
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    minHeight: 32,
  },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 4,
    minWidth: 0,
    [theme.breakpoints.down('xs')]: { flexWrap: 'nowrap', overflowX: 'auto' },
  },
  // The drawing keeps its width when a panel comes: it would jump under the pointer.
  body: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 340px',
    gap: theme.spacing(1.5),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  alone: { gridTemplateColumns: 'minmax(0, 1fr)' },
}));

const copyLink = {
  label: 'Copy link',
  text: () => window.location.href,
  otherwise: 'Copy it from the address bar',
};

/** The picture of the map: what it shows, what it leaves out, the drawing or the table, the panel. */
export const MapView = (page: CallMapPage) => {
  const classes = useStyles();
  const { query, answer, onChange } = page;
  const shown = useShown(query);
  const isEmpty = answer.state === 'ok' && answer.value?.map.nodes.length === 0;
  const look = (view: 'graph' | 'table') =>
    shown === view || onChange({ view }, { replace: true });
  useHotkey('g', () => look('graph'));
  useHotkey('t', () => look('table'));
  useHotkey('Escape', page.onBack);
  const failed = answer.state === 'failed';
  return (
    <div className={classes.page}>
      <MapTools {...page} />
      {!failed && !isEmpty && (
        <div className={classes.line}>
          <MapSummary
            map={answer.value?.map}
            onMore={edges => onChange({ edges })}
          />
          <div className={classes.tools}>
            {(['graph', 'table'] as const).map(view => (
              <Button
                key={view}
                variant={shown === view ? 'contained' : 'outlined'}
                color={shown === view ? 'primary' : 'default'}
                disableElevation
                aria-pressed={shown === view}
                onClick={() => look(view)}
              >
                {view === 'graph' ? 'Graph' : 'Table'}
              </Button>
            ))}
            <ExportMap page={page} />
            <CopyButton {...copyLink} />
            <KeyboardHelp keys={mapKeys} />
          </div>
        </div>
      )}
      {answer.problem && !failed && (
        <StaleNote
          problem={answer.problem}
          since={answer.since}
          onRetry={answer.retry}
        />
      )}
      <MapBody {...page} />
    </div>
  );
};

const MapBody = (page: CallMapPage) => {
  const classes = useStyles();
  const { answer, query } = page;
  if (answer.state === 'failed' && answer.problem) {
    return (
      <ProblemPanel
        problem={answer.problem}
        what="the map"
        onRetry={answer.retry}
      />
    );
  }
  const map = answer.value?.map;
  if (answer.state === 'ok' && map?.nodes.length === 0) {
    return <MapEmpty {...page} />;
  }
  return (
    <div className={`${classes.body} ${query.chosen ? '' : classes.alone}`}>
      <MapContent {...page} />
    </div>
  );
};
