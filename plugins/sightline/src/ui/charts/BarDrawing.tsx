import { useTheme } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';
import { useStateColours } from '../state/useStateColours';
import { ChartPoint, middleOf, runsOf } from './ChartPoint';
import { Pointer } from './Pointer';
import { AxisLine } from './TimeAxis';
import type { ChartSeries } from './TimeChart';
import { niceCeiling } from './scale';
import { TimePlot } from './timePlot';

type BarDrawingProps = {
  points: ChartPoint[];
  bars: ChartSeries;
  line: ChartSeries;
  plot: TimePlot;
  pointed?: ChartPoint;
};

type Scaled = BarDrawingProps & { barMost: number; lineMost: number };

/** For the eye alone: what it shows is said by its frame and by the table. */
export const BarDrawing = (props: BarDrawingProps) => {
  const { points } = props;
  const scaled: Scaled = {
    ...props,
    barMost: niceCeiling(Math.max(0, ...points.map(({ bar }) => bar))),
    lineMost: niceCeiling(Math.max(0, ...points.map(({ line = 0 }) => line))),
  };
  return (
    <>
      <Axes {...scaled} />
      <Bars {...scaled} />
      <Line {...scaled} />
    </>
  );
};

const Axes = ({ bars, line, points, plot, barMost, lineMost }: Scaled) => {
  const lined = points.some(point => point.line !== undefined);
  return (
    <>
      {[0, 0.5, 1].map(part => (
        <AxisLine
          key={part}
          plot={plot}
          share={part}
          left={bars.format(part * barMost)}
          right={lined ? line.format(part * lineMost) : undefined}
        />
      ))}
    </>
  );
};

/** From this share on what is marked is at least so high; below it would be noise. */
const NOTICED = 0.01;
const LEAST = 3;

const Bars = ({ points, plot, pointed, barMost }: Scaled) => {
  const theme = useTheme();
  const colours = useStateColours();
  const heightOf = (value: number) => plot.bottom - plot.y(value / barMost);
  return (
    <>
      {points.map(point => {
        const { at, width, bar, marked } = point;
        const x = plot.x(at);
        const wide = Math.max(1, plot.x(at + width) - x - 1);
        const high = heightOf(bar);
        const failed = Math.max(
          marked >= bar * NOTICED ? LEAST : 0,
          heightOf(marked),
        );
        return (
          <g key={at}>
            <rect
              x={x}
              y={plot.bottom - high}
              width={wide}
              height={high}
              fill={quiet(theme)}
              opacity={point === pointed ? 0.9 : 0.55}
            />
            <rect
              x={x}
              y={plot.bottom - failed}
              width={wide}
              height={failed}
              fill={colours.bad}
            />
          </g>
        );
      })}
    </>
  );
};

const Line = ({ points, plot, pointed, lineMost }: Scaled) => {
  const { text } = useTheme().palette;
  const yOf = (value: number) => plot.y(value / lineMost);
  const place = (point: ChartPoint) =>
    `${plot.x(middleOf(point)).toFixed(1)} ${yOf(point.line!).toFixed(1)}`;
  return (
    <>
      {runsOf(points, ({ line }) => line).map(run => (
        <path
          key={run[0].at}
          d={`M${run.map(place).join('L')}${run.length === 1 ? 'h.1' : ''}`}
          fill="none"
          stroke={text.primary}
          strokeWidth={run.length === 1 ? 4 : 1.8}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
      {pointed && (
        <Pointer
          plot={plot}
          x={plot.x(middleOf(pointed))}
          y={pointed.line === undefined ? undefined : yOf(pointed.line)}
        />
      )}
    </>
  );
};
