import { makeStyles } from '@material-ui/core/styles';
import {
  SourceStatus,
  ratioOf,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { count, duration, percent, plural } from '../../ui/figures';
import { Age } from '../../ui/time/Age';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    gap: theme.spacing(0.25, 2),
    margin: 0,
    fontSize: 14,
    fontVariantNumeric: 'tabular-nums',
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0, minWidth: 0 },
  },
  aside: { color: quiet(theme) },
}));

const costOf = ({ totals }: SourceStatus): string => {
  if (totals.calls === 0) {
    return 'no calls';
  }
  return `${plural(totals.calls, 'call')}, ${duration(
    totals.took / totals.calls,
  )} each`;
};

/** A stream that is open has not ended: what is counted are those before it. */
const failuresOf = (source: SourceStatus): string => {
  const { kind, totals, consecutiveFailures } = source;
  if (kind === 'watch') {
    const ended = plural(totals.runs, 'stream');
    return `${count(totals.failures)} of ${ended} ended with a fault`;
  }
  const share = `${count(totals.failures)} of ${plural(totals.runs, 'run')}`;
  return consecutiveFailures
    ? `${share}, the last ${count(consecutiveFailures)} in a row`
    : share;
};

/** Freshness, cost, failures, coverage and losses of one source. */
export const SourceFigures = ({ source }: { source: SourceStatus }) => {
  const classes = useStyles();
  const { lastSuccessAt, nextAttemptAt, freshFor, coverage, losses } = source;
  const covered = coverage && ratioOf(coverage.services, coverage.of);
  const lines: [string, ReactNode][] = [
    [
      'Last answer',
      <>
        {lastSuccessAt ? <Age at={lastSuccessAt} /> : 'none yet'}
        <span className={classes.aside}> · fresh for {duration(freshFor)}</span>
      </>,
    ],
    ['Next attempt', nextAttemptAt ? <Age at={nextAttemptAt} /> : '–'],
    ['Cost', costOf(source)],
    ['Failures', failuresOf(source)],
    [
      'Coverage',
      coverage ? (
        <>
          {count(coverage.services)} of {plural(coverage.of, 'service')}
          {covered !== undefined && (
            <span className={classes.aside}> · {percent(covered)}</span>
          )}
        </>
      ) : (
        'not known yet'
      ),
    ],
    ...losses.map(({ cause, count: lost, lastAt }): [string, ReactNode] => [
      'Lost',
      <>
        {count(lost)} {cause}
        <span className={classes.aside}>
          {' '}
          · last <Age at={lastAt} />
        </span>
      </>,
    ]),
  ];
  return (
    <dl className={classes.figures}>
      {lines.map(([name, value], index) => [
        <dt key={`${name}-${index}`}>{name}</dt>,
        <dd key={`${name}+${index}`}>{value}</dd>,
      ])}
    </dl>
  );
};
