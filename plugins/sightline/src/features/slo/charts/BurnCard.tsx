import {
  BurnPair,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import type { Asked } from '../../../api';
import { CHART_HEIGHT } from '../../../ui/charts/ChartFrame';
import { Guide, LineChart } from '../../../ui/charts/LineChart';
import { bentAxis } from '../../../ui/charts/ValueAxis';
import { stretchWords } from '../../../ui/charts/scale';
import { count, duration } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { burnFigure, thresholdFigure } from '../../../ui/slo/burn';
import { stateWords } from '../../../ui/slo/objectiveWords';
import { useNow } from '../../../ui/time/useNow';
import { OpenParts } from '../../../ui/useOpenParts';
import { Caption, TwinButton } from './Caption';
import { PastBody } from './PastBody';
import { burnPoints, marksOf, unseenIn, widthOf } from './pastPoints';
import { Past } from './useHistory';

const PART = 'burn-table';
const TITLE = 'Burn rate along time';
const NONE = '–';

type BurnCardProps = {
  status: ObjectiveStatus;
  past: Asked<Past>;
  parts: OpenParts;
};

/** How fast it burned, beside the rates at which somebody is told. */
export const BurnCard = ({ status, past, parts }: BurnCardProps) => (
  <Card
    title="Burn rate"
    busy={past.busy}
    aside={<TwinButton of={TITLE} part={PART} parts={parts} />}
  >
    <Caption>{captionOf(past.value)}</Caption>
    <PastBody
      past={past}
      what="the past of its burn rate"
      height={CHART_HEIGHT}
      isKnown={value =>
        burnPoints(value, status).some(point => point.value !== undefined)
      }
    >
      {value => (
        <BurnChart status={status} past={value} asTable={parts.isOpen(PART)} />
      )}
    </PastBody>
  </Card>
);

/** A day says nothing of an alert on its worst hour, so that line is not drawn. */
const captionOf = (past?: Past) =>
  past?.history.resolution === 'day'
    ? 'At 1× the budget lasts just its window. A point is a whole day, so only alerts that look at least so far back are drawn.'
    : 'At 1× the budget lasts just its window.';

const guidesOf = (burns: BurnPair[], past: Past): Guide[] =>
  burns
    .filter(({ long }) => long.window >= widthOf(past.history))
    .map(({ severity, long, threshold }) => ({
      value: threshold,
      kind: stateWords[severity].kind,
      words: `${severity} from ${thresholdFigure(threshold)} over ${duration(
        long.window,
      )}`,
    }));

type BurnChartProps = {
  status: ObjectiveStatus;
  past: Past;
  asTable: boolean;
};

const BurnChart = ({ status, past, asTable }: BurnChartProps) => {
  const now = useNow();
  const { from, end, history } = past;
  const points = burnPoints(past, status);
  const guides = guidesOf(status.burns, past);
  const highest = Math.max(
    1.2,
    ...points.map(({ value = 0 }) => value),
    // Room for its words above the line.
    ...guides.map(({ value }) => value * 1.3),
  );
  const words = (value?: number) =>
    value === undefined ? 'not known' : burnFigure(value);
  return (
    <LineChart
      label={TITLE}
      name={`burn rate, by the ${history.resolution}`}
      from={from}
      to={end}
      points={points}
      shape="steps"
      axis={bentAxis(highest, burnFigure)}
      guides={guides}
      unseen={unseenIn(past, points)}
      marks={marksOf(history)}
      describe={({ at, width, value }) =>
        `${stretchWords(at, width, now)}: ${words(value)}`
      }
      asTable={asTable}
      table={{
        head: ['When', 'Burn', 'Bad', 'Of'],
        row: ({ at, width, value, told }) => [
          stretchWords(at, width, now),
          words(value),
          told.bad === undefined ? NONE : count(told.bad),
          told.total === undefined ? NONE : count(told.total),
        ],
      }}
    />
  );
};
