import {
  ObjectiveStatus,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../../api';
import { LineChart, Slope } from '../../../ui/charts/LineChart';
import { linearAxis } from '../../../ui/charts/ValueAxis';
import { stretchWords } from '../../../ui/charts/scale';
import { count, finePercent, percent } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { leftPercent } from '../../../ui/slo/objectivePercent';
import { windowMeaning } from '../../../ui/slo/objectiveWords';
import { useNow } from '../../../ui/time/useNow';
import { OpenParts } from '../../../ui/useOpenParts';
import { budgetTicks } from './budgetTicks';
import { Caption, TwinButton } from './Caption';
import { PastBody } from './PastBody';
import { BUDGET_CHART } from './cardHeights';
import { PastPoint, budgetPoints, marksOf, unseenIn } from './pastPoints';
import { rangeWords } from './range';
import { Past } from './useHistory';

const PART = 'budget-table';
const TITLE = 'Error budget along time';

type BudgetCardProps = {
  status: ObjectiveStatus;
  past: Asked<Past>;
  parts: OpenParts;
};

const captionOf = ({ objective }: ObjectiveStatus, past?: Past) =>
  past?.choice === 'window'
    ? `How the budget of ${windowMeaning(objective.window)} was spent.`
    : `What was left at the end of each ${past?.history.resolution ?? 'hour'}.`;

/** How the budget came to what is left of it. */
export const BudgetCard = ({ status, past, parts }: BudgetCardProps) => (
  <Card
    title="Error budget"
    busy={past.busy}
    aside={<TwinButton of={TITLE} part={PART} parts={parts} />}
  >
    <Caption>{captionOf(status, past.value)}</Caption>
    <PastBody
      past={past}
      what="the past of this budget"
      height={BUDGET_CHART}
      isKnown={value =>
        budgetPoints(value, status).some(point => point.value !== undefined)
      }
    >
      {value => (
        <BudgetChart
          status={status}
          past={value}
          asTable={parts.isOpen(PART)}
        />
      )}
    </PastBody>
  </Card>
);

/** Shown where there is no figure. */
const NONE = '–';

const part = (value?: number) =>
  value === undefined ? NONE : finePercent(Math.max(0, value));

const left = (value?: number) =>
  value === undefined ? 'not known' : `${leftPercent(value)} left`;

/** How it would be spent evenly, and how it will go if it goes on like this. */
const slopesOf = (
  { budget, forecast }: ObjectiveStatus,
  past: Past,
): Slope[] => {
  const from = budget && toInstant(budget.from);
  const now = budget && toInstant(budget.to);
  const spent = toInstant(forecast?.exhaustedAt ?? '');
  if (!budget || from === undefined || now === undefined) {
    return [];
  }
  const even: Slope = {
    name: 'as if spent evenly',
    dashes: '5 4',
    points: [
      [from, 1],
      [past.end, 0],
    ],
  };
  const ahead = spent !== undefined && spent <= past.end;
  return ahead
    ? [
        even,
        {
          name: 'if it goes on like this',
          dashes: '1.5 3',
          points: [
            [now, budget.remaining],
            [spent, 0],
          ],
        },
      ]
    : [even];
};

type BudgetChartProps = {
  status: ObjectiveStatus;
  past: Past;
  asTable: boolean;
};

const BudgetChart = ({ status, past, asTable }: BudgetChartProps) => {
  const now = useNow();
  const { from, end, choice, history } = past;
  const points = budgetPoints(past, status);
  const known = points.flatMap(({ value }) => value ?? []);
  return (
    <LineChart
      label={TITLE}
      name={`what is left, over ${rangeWords[choice][1]}`}
      from={from}
      to={end}
      points={points}
      shape="slope"
      axis={linearAxis(budgetTicks(known), percent)}
      height={BUDGET_CHART}
      floor={{ value: 0, words: 'overspent' }}
      slopes={choice === 'window' ? slopesOf(status, past) : []}
      unseen={unseenIn(past, points)}
      marks={marksOf(history)}
      describe={point => wordsOf(point, now)}
      asTable={asTable}
      table={{
        head: ['When', 'Left', 'Spent', 'Bad', 'Of'],
        row: ({ at, width, value, told }) => [
          stretchWords(at, width, now),
          value === undefined ? 'not known' : leftPercent(value),
          part(told.spent),
          told.bad === undefined ? NONE : count(told.bad),
          told.total === undefined ? NONE : count(told.total),
        ],
      }}
    />
  );
};

const wordsOf = ({ at, width, value, told }: PastPoint, now: number) =>
  [
    `${stretchWords(at, width, now)}: ${left(value)}`,
    told.spent && `${part(told.spent)} spent`,
    told.bad !== undefined &&
      told.total !== undefined &&
      `${count(told.bad)} of ${count(told.total)} bad`,
  ]
    .filter(Boolean)
    .join(', ');
