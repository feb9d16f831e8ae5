import {
  CallsPoint,
  Millis,
  ServiceCalls,
  toInstant,
} from '@sightline/backstage-plugin-sightline-common';
import { Button } from '../../../ui/Button';
import { ChartPoint } from '../../../ui/charts/ChartPoint';
import { TimeChart } from '../../../ui/charts/TimeChart';
import { stretchWords } from '../../../ui/charts/scale';
import { count, duration, finePercent, plural } from '../../../ui/figures';
import { Card } from '../../../ui/panels/Card';
import { useNow } from '../../../ui/time/useNow';
import { OpenParts } from '../../../ui/useOpenParts';
import { DeploysNote } from './DeploysNote';
import { useDeployMarks } from './useDeployMarks';

type Stretch = ChartPoint & Pick<CallsPoint, 'calls' | 'errors'>;

type Pace = readonly [length: Millis, unit: string];

const paces: Pace[] = [
  [1_000, '/s'],
  [60_000, '/min'],
  [3_600_000, '/h'],
];

/** In which the busiest stretch is a number to count with, so that the axis is round. */
const paceOf = (points: CallsPoint[]): Pace => {
  const most = Math.max(0, ...points.map(({ calls, width }) => calls / width));
  return paces.find(([length]) => most * length >= 0.5) ?? paces[2];
};

/** Stretches differ in length as they grow old; only their pace can be compared. */
const toStretch =
  ([length]: Pace) =>
  ({ at, width, calls, errors, p95 }: CallsPoint): Stretch => {
    const lengths = Math.max(1, width) / length;
    return {
      at: toInstant(at) ?? 0,
      width,
      bar: calls / lengths,
      marked: errors / lengths,
      line: p95,
      calls,
      errors,
    };
  };

const failed = ({ calls, errors }: Stretch) =>
  calls > 0 ? finePercent(errors / calls) : '–';

const latency = ({ line }: Stretch) =>
  line === undefined ? '–' : duration(line);

const PART = 'timeline-table';

type TimelineCardProps = { calls: ServiceCalls; parts: OpenParts };

/** How the calls went through the window, and what was deployed meanwhile. */
export const TimelineCard = ({ calls, parts }: TimelineCardProps) => {
  const now = useNow();
  const asTable = parts.isOpen(PART);
  const deploys = useDeployMarks(calls);
  const pace = paceOf(calls.timeline);
  const points = calls.timeline.map(toStretch(pace));
  const format = (value: number) => `${count(value)} ${pace[1]}`;
  const { from, to } = calls.window;
  return (
    <Card
      title="Through the window"
      aside={
        <Button aria-pressed={asTable} onClick={() => parts.toggle(PART)}>
          {asTable ? 'As a drawing' : 'As a table'}
        </Button>
      }
    >
      <TimeChart
        label="Calls, errors and p95 along time"
        from={toInstant(from) ?? 0}
        to={toInstant(to) ?? now}
        points={points}
        happened={deploys.marks}
        bars={{ name: 'calls', format }}
        marks={{ name: 'of them failed', format }}
        line={{
          name: 'p95',
          format: value => (value ? duration(value) : '0'),
        }}
        describe={point => {
          const stretch = point as Stretch;
          return `${stretchWords(stretch.at, stretch.width, now)}: ${plural(
            stretch.calls,
            'call',
          )}, ${count(stretch.errors)} failed (${failed(
            stretch,
          )}), p95 ${latency(stretch)}`;
        }}
        asTable={asTable}
        table={{
          head: ['When', 'Calls', 'Failed', 'Share', 'p95'],
          row: point => {
            const stretch = point as Stretch;
            return [
              stretchWords(stretch.at, stretch.width, now),
              count(stretch.calls),
              count(stretch.errors),
              failed(stretch),
              latency(stretch),
            ];
          },
        }}
      />
      <DeploysNote of={deploys} />
    </Card>
  );
};
