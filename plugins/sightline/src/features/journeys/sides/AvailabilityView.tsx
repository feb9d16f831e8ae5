import { makeStyles } from '@material-ui/core/styles';
import {
  AvailabilityCeiling,
  Journey,
  Ratio,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { count, duration, finePercent, plural } from '../../../ui/figures';
import type { GridColumn } from '../../../ui/grid/GridColumn';
import { PartyName } from '../../../ui/party/PartyName';
import { Quantity } from '../../../ui/Quantity';
import { ExpandingTable } from '../../../ui/table/ExpandingTable';
import { isContradicted } from './isContradicted';
import { useSideStyles } from './sideStyles';

const MONTH = 30 * 86_400_000;

const useStyles = makeStyles({
  headline: { margin: 0, fontSize: 28, lineHeight: '36px', fontWeight: 600 },
  word: { fontSize: 14, fontWeight: 400 },
});

/** How long it would fail, spread over a month. */
const outage = (availability: Ratio): string =>
  availability < 1 ? duration((1 - availability) * MONTH) : 'none';

/** What the chain can promise at best, on what that rests, and what nobody knows. */
export const AvailabilityView = ({ journey }: { journey: Journey }) => {
  const classes = useSideStyles();
  const { unknown, assumptions, dependencies } = journey.availability;
  return (
    <div className={classes.side}>
      <Ceiling journey={journey} />
      {dependencies.length > 0 && <Dependencies rows={dependencies} />}
      {unknown.length > 0 && (
        <div>
          <h3 className={classes.title}>Left out: too little is known</h3>
          <ul className={`${classes.list} ${classes.inLine}`}>
            {unknown.map(party => (
              <li key={party.id}>
                <PartyName party={party} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3 className={classes.title}>Taken for granted</h3>
        <ul className={classes.list}>
          {assumptions.map(assumption => (
            <li key={assumption}>{assumption}</li>
          ))}
        </ul>
      </div>
    </div>
  );
};

const Ceiling = ({ journey }: { journey: Journey }) => {
  const side = useSideStyles();
  const { party, figures, availability } = journey;
  const { ceiling, unknown, dependencies } = availability;
  const measured = finePercent(1 - figures.errorRatio);
  const window = `In this window it answered ${measured} of ${plural(
    figures.calls,
    'call',
  )} well.`;
  if (dependencies.length === 0) {
    return (
      <p className={side.words}>
        It waits for nobody whose answers are known, so nothing but {party.name}{' '}
        itself limits it. {window}
      </p>
    );
  }
  if (isContradicted(journey)) {
    return (
      <Headline figure={measured} word="in this window">
        What it waits for answered worse than that: at best{' '}
        {finePercent(ceiling)}, by an estimate that does not fit here. Calls
        that fail are tried again or done without, or count for several below.
      </Headline>
    );
  }
  return (
    <Headline figure={finePercent(ceiling)} word="at best, an estimate">
      Were {party.name} itself perfect, what it waits for would still fail it
      for {outage(ceiling)} in 30 days. {window}
      {unknown.length > 0 &&
        ' Some of what it waits for is left out, so the estimate may be too high.'}
    </Headline>
  );
};

type HeadlineProps = { figure: string; word: string; children: ReactNode };

const Headline = ({ figure, word, children }: HeadlineProps) => {
  const side = useSideStyles();
  const classes = useStyles();
  return (
    <div>
      <p className={classes.headline}>
        <Quantity of={figure} />{' '}
        <span className={`${classes.word} ${side.aside}`}>{word}</span>
      </p>
      <p className={side.words}>{children}</p>
    </div>
  );
};

type Dependency = AvailabilityCeiling['dependencies'][number];

const columns: GridColumn<Dependency>[] = [
  {
    id: 'party',
    title: 'What it waits for, worst first',
    width: 220,
    grow: 1,
    leaves: 0,
    cell: ({ party }) => <PartyName party={party} described />,
  },
  {
    id: 'availability',
    title: 'Answered well',
    width: 130,
    leaves: 0,
    numeric: true,
    detail: true,
    cell: ({ availability }) => <Quantity of={finePercent(availability)} />,
  },
  {
    id: 'outage',
    title: 'In 30 days',
    width: 100,
    leaves: 1,
    numeric: true,
    detail: true,
    cell: ({ availability }) => (
      <Quantity
        of={outage(availability)}
        title="How long it would fail, spread over 30 days"
      />
    ),
  },
  {
    id: 'calls',
    title: 'Calls',
    width: 90,
    leaves: 2,
    numeric: true,
    cell: ({ calls }) => count(calls),
  },
];

const Dependencies = ({ rows }: { rows: Dependency[] }) => (
  <div className={useSideStyles().table}>
    <ExpandingTable
      label="What it waits for"
      columns={columns}
      rows={rows}
      rowKey={({ party }) => party.id}
      rowName={({ party }) => party.name}
    />
  </div>
);
