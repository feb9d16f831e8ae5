import { makeStyles } from '@material-ui/core/styles';
import {
  SourceKind,
  SourceRun,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { duration, plural } from '../../ui/figures';
import { StateBadge } from '../../ui/state/StateBadge';
import { useStateColours } from '../../ui/state/useStateColours';
import { Age } from '../../ui/time/Age';
import { moment } from '../../ui/time/words';
import { outcomeShown } from './sourceWords';
import { quiet } from '../../ui/state/quiet';

const SHOWN = 24;

const useStyles = makeStyles(theme => ({
  strip: { display: 'inline-flex', alignItems: 'flex-end', gap: 2, height: 16 },
  run: { width: 5, borderRadius: 1 },
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 24,
    fontSize: 13,
    cursor: 'pointer',
    color: quiet(theme),
    borderRadius: 3,
    listStyle: 'none',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  table: {
    width: '100%',
    fontSize: 13,
    borderCollapse: 'collapse',
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      textAlign: 'left',
      padding: '2px 8px 2px 0',
      verticalAlign: 'top',
    },
  },
}));

/** A run that failed is short, so that height tells it as well as colour. */
const heights: Record<SourceRun['outcome'], number> = {
  ok: 16,
  partial: 11,
  retry: 7,
  failed: 4,
};

const summaryOf = (kind: SourceKind, runs: SourceRun[]) => {
  const good = runs.filter(({ outcome }) => outcome === 'ok').length;
  if (kind === 'watch') {
    return `${plural(runs.length, 'stream')} ended, ${good} of them well`;
  }
  return good === runs.length
    ? `${plural(runs.length, 'run')}, all ok`
    : `${good} of ${plural(runs.length, 'run')} ok`;
};

/** The last runs as a strip, oldest left; opened, the same as a table. */
export const RunStrip = ({
  kind,
  runs,
}: {
  kind: SourceKind;
  runs: SourceRun[];
}) => {
  const classes = useStyles();
  const colours = useStateColours();
  const shown = runs.slice(0, SHOWN);
  if (shown.length === 0) {
    const words =
      kind === 'watch' ? 'No stream has ended yet.' : 'It has not run yet.';
    return <div className={classes.summary}>{words}</div>;
  }
  return (
    <details>
      <summary className={classes.summary}>
        <span className={classes.strip} aria-hidden="true">
          {[...shown].reverse().map(run => (
            <span
              key={run.startedAt}
              className={classes.run}
              title={`${outcomeShown[run.outcome].word}, ${moment(
                toInstant(run.startedAt) ?? 0,
              )}`}
              style={{
                height: heights[run.outcome],
                background: colours[outcomeShown[run.outcome].kind],
              }}
            />
          ))}
        </span>
        {summaryOf(kind, shown)}
      </summary>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Outcome</th>
            <th scope="col">Took</th>
            <th scope="col">Remarks</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, 10).map(run => (
            <tr key={run.startedAt}>
              <td>
                <Age at={run.startedAt} />
              </td>
              <td>
                <StateBadge {...outcomeShown[run.outcome]} />
              </td>
              <td>{duration(run.took)}</td>
              <td>{run.fault?.words ?? run.notes.join('; ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
