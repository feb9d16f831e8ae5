import {
  BudgetReading,
  ObjectiveRow,
} from '@sightline/backstage-plugin-sightline-common';
import { ReactNode } from 'react';
import { BudgetBar } from '../../../ui/BudgetBar';
import { count, duration } from '../../../ui/figures';
import { BudgetEnd } from '../../../ui/slo/BudgetEnd';
import { burnFigure } from '../../../ui/slo/burn';
import {
  attainedPercent,
  targetPercent,
} from '../../../ui/slo/objectivePercent';
import { windowMeaning } from '../../../ui/slo/objectiveWords';
import { Age } from '../../../ui/time/Age';
import { reasonOf } from '../reasonOf';
import { usePanelStyles } from '../../../ui/panels/panelStyles';

type Fact = [name: string, value: ReactNode];

/** "1,240 of 3,261,400 were bad; 391 more may be" */
const countedFact = (budget: BudgetReading, slices: boolean): Fact[] => {
  const { total, bad, badLeft } = budget;
  if (total === undefined || bad === undefined) {
    return [];
  }
  const of = slices ? 'slices' : 'events';
  const whole = `${count(Math.round(bad))} of ${count(
    Math.round(total),
  )} ${of} were bad`;
  if (badLeft === undefined) {
    return [['Counted', whole]];
  }
  const more =
    badLeft >= 0
      ? `${count(Math.floor(badLeft))} more may be`
      : `${count(Math.ceil(-badLeft))} too many`;
  return [['Counted', `${whole}; ${more}`]];
};

const factsOf = (row: ObjectiveRow): Fact[] => {
  const { objective, budget, forecast, alert } = row;
  const facts: Fact[] = [
    [
      'Target',
      `${targetPercent(objective.target)} of ${windowMeaning(
        objective.window,
      )}`,
    ],
    [
      'Budget left',
      <BudgetBar
        key="bar"
        left={budget?.remaining ?? reasonOf(row)}
        stale={row.stale}
      />,
    ],
  ];
  if (budget) {
    const { attainment, coversOnly, resetsAt } = budget;
    facts.push(
      ['Attained', attainedPercent(attainment, objective.target)],
      ...countedFact(budget, objective.budgeting.method !== 'occurrences'),
      [
        'Exhausted',
        <span key="end">
          <BudgetEnd of={row} />
          {forecast && `, burning at ${burnFigure(forecast.burn)}`}
        </span>,
      ],
    );
    if (coversOnly !== undefined) {
      facts.push(['Covers only', `the last ${duration(coversOnly)}`]);
    }
    if (resetsAt) {
      facts.push(['Begins anew', <Age key="resets" at={resetsAt} />]);
    }
  }
  if (alert) {
    facts.push([
      'Fires',
      <span key="fires">
        {alert.severity} for <Age at={alert.since} short />
      </span>,
    ]);
  }
  return facts;
};

/** What was promised, what was kept of it, and how long the rest lasts. */
export const BudgetFacts = ({ row }: { row: ObjectiveRow }) => (
  <Facts facts={factsOf(row)} />
);

export const Facts = ({ facts }: { facts: Fact[] }) => (
  <dl className={usePanelStyles().facts}>
    {facts.map(([name, value]) => [
      <dt key={`${name} name`}>{name}</dt>,
      <dd key={name}>{value}</dd>,
    ])}
  </dl>
);
