import { makeStyles } from '@material-ui/core/styles';
import {
  Objective,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { EvidencePopover } from '../../../ui/evidence/EvidencePopover';
import { Card } from '../../../ui/panels/Card';
import { Snippet } from '../../../ui/Snippet';
import { targetPercent } from '../../../ui/slo/objectivePercent';
import {
  indicatorTitle,
  originWords,
  windowMeaning,
} from '../../../ui/slo/objectiveWords';
import { quiet } from '../../../ui/state/quiet';
import { MeasuredBy } from './MeasuredBy';
import { budgetingWords } from './budgetingWords';

const useStyles = makeStyles(theme => ({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    fontSize: 14,
    '& dt': { color: quiet(theme) },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      '& dd': { marginBottom: theme.spacing(0.75) },
    },
  },
  queries: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
    marginTop: theme.spacing(2),
  },
  label: { margin: theme.spacing(0, 0, 0.5), fontSize: 14, fontWeight: 600 },
  link: {
    color: 'inherit',
    textDecoration: 'underline',
    borderRadius: 2,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

const Origin = ({ origin }: { origin: Objective['origin'] }) => {
  const classes = useStyles();
  const { kind, where, line, url } = origin;
  const place = line === undefined ? where : `${where}, line ${line}`;
  return (
    <>
      {originWords[kind]}:{' '}
      {url ? (
        <a
          className={classes.link}
          href={url}
          target="_blank"
          rel="noopener noreferrer"
        >
          {place}
        </a>
      ) : (
        place
      )}
    </>
  );
};

const factsOf = ({ objective, evidence }: ObjectiveStatus) => {
  const { indicator, target, window, budgeting } = objective;
  const facts: [string, ReactNode][] = [
    ['Promise', `${targetPercent(target)} over ${windowMeaning(window)}`],
    ['Good is', `${indicator.words} (${indicatorTitle(indicator)})`],
    ['Counted are', budgetingWords(budgeting)],
    ['Stated in', <Origin key="origin" origin={objective.origin} />],
    ['Measured by', <MeasuredBy key="by" source={objective.measuredBy} />],
    [
      'Measured',
      evidence ? (
        <EvidencePopover evidence={evidence} of="the measurement" />
      ) : (
        'never yet'
      ),
    ],
  ];
  return objective.description
    ? [['About', objective.description] as [string, ReactNode], ...facts]
    : facts;
};

/** What the figures rest on: who said so, who counts, and what exactly is asked. */
export const MeasuredCard = ({ status }: { status: ObjectiveStatus }) => {
  const classes = useStyles();
  const { queries = [] } = status.objective.indicator;
  return (
    <Card title="How it is measured">
      <dl className={classes.facts}>
        {factsOf(status).map(([name, value]) => [
          <dt key={`${name} name`}>{name}</dt>,
          <dd key={name}>{value}</dd>,
        ])}
      </dl>
      {queries.length > 0 && (
        <div className={classes.queries}>
          {queries.map(({ label, query }) => (
            <div key={label}>
              <h3 className={classes.label}>{label}</h3>
              <Snippet label={`Query: ${label}`} text={query} />
            </div>
          ))}
        </div>
      )}
    </Card>
  );
};
