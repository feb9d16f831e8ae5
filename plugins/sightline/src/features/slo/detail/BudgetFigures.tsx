import { makeStyles } from '@material-ui/core/styles';
import {
  Budgeting,
  ObjectiveStatus,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { BudgetBar } from '../../../ui/BudgetBar';
import { count, duration } from '../../../ui/figures';
import { BudgetEnd } from '../../../ui/slo/BudgetEnd';
import { BurnRate } from '../../../ui/slo/BurnRate';
import {
  attainedPercent,
  targetPercent,
} from '../../../ui/slo/objectivePercent';
import { windowMeaning, windowTitle } from '../../../ui/slo/objectiveWords';
import { quiet } from '../../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    },
    gap: theme.spacing(1.5, 2),
    margin: theme.spacing(1.5, 0, 0),
    fontVariantNumeric: 'tabular-nums',
    '& dt': { fontSize: 12, color: quiet(theme) },
    '& dd': { margin: 0, minHeight: 26, fontSize: 18, fontWeight: 600 },
  },
  quiet: {
    color: quiet(theme),
    fontSize: 13,
    fontWeight: 400,
    whiteSpace: 'nowrap',
  },
}));

/** So many bad ones, or the time they stand for where stretches of time are counted. */
const amountOf = (amount: number, budgeting: Budgeting): string =>
  budgeting.method === 'occurrences'
    ? count(amount)
    : duration(amount * budgeting.slice);

const roomOf = (badLeft: number, budgeting: Budgeting) =>
  amountOf(badLeft < 0 ? Math.ceil(-badLeft) : Math.floor(badLeft), budgeting);

type Figure = [title: string, meaning: string, shown: ReactNode];

const figuresOf = (
  status: ObjectiveStatus,
  aside: (words: string) => ReactNode,
): Figure[] => {
  const { budget, burns, objective } = status;
  const { target, budgeting, window } = objective;
  const badLeft = budget?.badLeft;
  const events = budgeting.method === 'occurrences' ? 'bad ones' : 'bad time';
  return [
    [
      'Budget left',
      'Of what may go wrong in the window, what is left',
      <BudgetBar
        key="left"
        left={budget?.remaining ?? status.unknown ?? unknown('no-data')}
        stale={status.stale}
      />,
    ],
    [
      'Attained',
      'Share of good ones in the window, rounded down',
      <>
        {budget ? attainedPercent(budget.attainment, target) : '–'}{' '}
        {aside(`of ${targetPercent(target)}`)}
      </>,
    ],
    [
      badLeft !== undefined && badLeft < 0
        ? 'Too many failed'
        : 'May still fail',
      badLeft === undefined
        ? 'Not counted: only the share of bad ones is known'
        : 'Counted at the traffic of the window',
      badLeft === undefined ? (
        '–'
      ) : (
        <>
          {roomOf(badLeft, budgeting)} {aside(events)}
        </>
      ),
    ],
    [
      'Burns',
      'Times as fast as the budget lasts the window',
      <BurnRate key="burn" burns={burns} />,
    ],
    [
      'Spent',
      'When nothing is left, if it goes on like this',
      <BudgetEnd key="end" of={status} />,
    ],
    ['Window', windowMeaning(window), windowTitle(window)],
  ];
};

/** The objective in six figures. */
export const BudgetFigures = ({ status }: { status: ObjectiveStatus }) => {
  const classes = useStyles();
  const aside = (words: string) => (
    <span className={classes.quiet}>{words}</span>
  );
  return (
    <dl className={classes.figures} aria-label="How it stands">
      {figuresOf(status, aside).map(([title, meaning, shown]) => (
        <div key={title} title={meaning}>
          <dt>{title}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
};
