import { makeStyles, useTheme } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';
import { useStateColours } from '../state/useStateColours';
import { ChartPoint, runsOf } from './ChartPoint';
import type { ChartSeries } from './TimeChart';
import { ChartScale } from './chartScale';
import { tickWords, timeTicks } from './scale';

const useStyles = makeStyles(theme => ({
  svg: { display: 'block', overflow: 'visible' },
  words: {
    fontSize: 11,
    fill: quiet(theme),
    fontVariantNumeric: 'tabular-nums',
  },
}));

type ChartDrawingProps = {
  from: number;
  to: number;
  points: ChartPoint[];
  bars: ChartSeries;
  line: ChartSeries;
  scale: ChartScale;
  pointed?: ChartPoint;
};

/** For the eye alone: what it shows is said by its frame and by the table. */
export const ChartDrawing = (props: ChartDrawingProps) => {
  const classes = useStyles();
  const { scale } = props;
  return (
    <svg
      className={classes.svg}
      width={scale.width}
      height={scale.height}
      aria-hidden="true"
    >
      <Axes {...props} />
      <Bars {...props} />
      <Line {...props} />
    </svg>
  );
};

const Axes = ({ from, to, bars, line, points, scale }: ChartDrawingProps) => {
  const classes = useStyles();
  const { divider } = useTheme().palette;
  const { left, right, bottom, barMost, lineMost } = scale;
  const lined = points.some(point => point.line !== undefined);
  return (
    <>
      {[0, 0.5, 1].map(part => {
        const y = scale.barY(part * barMost);
        return (
          <g key={part}>
            <line x1={left} x2={right} y1={y} y2={y} stroke={divider} />
            <text
              className={classes.words}
              x={left - 6}
              y={y + 4}
              textAnchor="end"
            >
              {bars.format(part * barMost)}
            </text>
            {lined && (
              <text className={classes.words} x={right + 6} y={y + 4}>
                {line.format(part * lineMost)}
              </text>
            )}
          </g>
        );
      })}
      {timeTicks(from, to, Math.max(2, Math.floor((right - left) / 80))).map(
        tick => (
          <text
            key={tick}
            className={classes.words}
            x={scale.x(tick)}
            y={bottom + 16}
            textAnchor="middle"
          >
            {tickWords(tick)}
          </text>
        ),
      )}
    </>
  );
};

/** From this share on what is marked is at least so high; below it would be noise. */
const NOTICED = 0.01;
const LEAST = 3;

const Bars = ({ points, scale, pointed }: ChartDrawingProps) => {
  const theme = useTheme();
  const colours = useStateColours();
  return (
    <>
      {points.map(point => {
        const { at, width, bar, marked } = point;
        const x = scale.x(at);
        const wide = Math.max(1, scale.x(at + width) - x - 1);
        const high = scale.bottom - scale.barY(bar);
        const failed = Math.max(
          marked >= bar * NOTICED ? LEAST : 0,
          scale.bottom - scale.barY(marked),
        );
        return (
          <g key={at}>
            <rect
              x={x}
              y={scale.bottom - high}
              width={wide}
              height={high}
              fill={quiet(theme)}
              opacity={point === pointed ? 0.9 : 0.55}
            />
            <rect
              x={x}
              y={scale.bottom - failed}
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

const middle = ({ at, width }: ChartPoint) => at + width / 2;

const Line = ({ points, scale, pointed }: ChartDrawingProps) => {
  const { text } = useTheme().palette;
  const place = (point: ChartPoint) =>
    `${scale.x(middle(point)).toFixed(1)} ${scale
      .lineY(point.line!)
      .toFixed(1)}`;
  return (
    <>
      {runsOf(points).map(run => (
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
        <line
          x1={scale.x(middle(pointed))}
          x2={scale.x(middle(pointed))}
          y1={scale.top}
          y2={scale.bottom}
          stroke={text.primary}
          strokeDasharray="2 3"
        />
      )}
      {pointed?.line !== undefined && (
        <circle
          cx={scale.x(middle(pointed))}
          cy={scale.lineY(pointed.line)}
          r="4"
          fill={text.primary}
        />
      )}
    </>
  );
};
