import { makeStyles } from '@material-ui/core/styles';
import { ServiceCalls } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { CallRate } from '../../ui/CallRate';
import { ErrorShare } from '../../ui/ErrorShare';
import { Quantity } from '../../ui/Quantity';
import { count, duration } from '../../ui/figures';
import { SkeletonBlock } from '../../ui/panels/SkeletonBlock';
import { quiet } from '../../ui/state/quiet';

const useStyles = makeStyles(theme => ({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))',
    gap: theme.spacing(1.5, 2),
    margin: 0,
    padding: theme.spacing(1.5, 2),
    borderRadius: 4,
    border: `1px solid ${theme.palette.divider}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    '& dt': { fontSize: 12, color: quiet(theme) },
    '& dd': { margin: 0, height: 28, fontSize: 20, fontWeight: 600 },
  },
}));

type Figure = [title: string, meaning: string, shown: ReactNode];

const number = (value?: number) => (
  <Quantity of={value === undefined ? undefined : count(value)} />
);

const figuresOf = (calls: ServiceCalls): Figure[] => {
  const { syncFanIn, syncFanOut } = calls.facts;
  const { incoming } = calls;
  const time = (millis?: number) => (
    <Quantity of={millis === undefined ? undefined : duration(millis)} />
  );
  return [
    [
      'Called',
      'All calls that came in',
      incoming ? <CallRate of={incoming} /> : '–',
    ],
    [
      'Errors',
      'Part of them that failed',
      incoming ? <ErrorShare of={incoming} /> : '–',
    ],
    ['p50', 'Half of them took no longer', time(incoming?.p50)],
    ['p95', '95 of 100 took no longer', time(incoming?.p95)],
    ['Wait for it', 'Services that wait for its answers', number(syncFanIn)],
    ['It waits for', 'Services whose answers it waits for', number(syncFanOut)],
  ];
};

const titles = [
  'Called',
  'Errors',
  'p50',
  'p95',
  'Wait for it',
  'It waits for',
];

/** The service in six figures. */
export const CallsHead = ({ calls }: { calls?: ServiceCalls }) => {
  const classes = useStyles();
  const figures: Figure[] = calls
    ? figuresOf(calls)
    : titles.map(title => [
        title,
        '',
        <SkeletonBlock key={title} width="60%" height={18} />,
      ]);
  return (
    <dl className={classes.figures} aria-label="All incoming calls">
      {figures.map(([title, meaning, shown]) => (
        <div key={title} title={meaning}>
          <dt>{title}</dt>
          <dd>{shown}</dd>
        </div>
      ))}
    </dl>
  );
};
