import { useTheme } from '@material-ui/core/styles';
import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { useChartStyles } from './chartStyles';
import { tickWords, timeTicks } from './scale';
import { TimePlot } from './timePlot';

/** Room that the words of one moment need. */
const TICK = 80;

type TimeAxisProps = { from: Instant; to: Instant; plot: TimePlot };

/** Round moments below the plot. */
export const TimeAxis = ({ from, to, plot }: TimeAxisProps) => {
  const classes = useChartStyles();
  const most = Math.max(2, Math.floor((plot.right - plot.left) / TICK));
  return (
    <>
      {timeTicks(from, to, most).map(tick => (
        <text
          key={tick}
          className={classes.words}
          x={plot.x(tick)}
          y={plot.bottom + 16}
          textAnchor="middle"
        >
          {tickWords(tick)}
        </text>
      ))}
    </>
  );
};

type AxisLineProps = {
  plot: TimePlot;
  /** where, as a part of the height */
  share: number;
  left?: string;
  right?: string;
};

/** A line across the plot, with what it stands for at its ends. */
export const AxisLine = ({ plot, share, left, right }: AxisLineProps) => {
  const classes = useChartStyles();
  const { divider } = useTheme().palette;
  const y = plot.y(share);
  return (
    <g>
      <line x1={plot.left} x2={plot.right} y1={y} y2={y} stroke={divider} />
      <text
        className={classes.words}
        x={plot.left - 6}
        y={y + 4}
        textAnchor="end"
      >
        {left}
      </text>
      {right && (
        <text className={classes.words} x={plot.right + 6} y={y + 4}>
          {right}
        </text>
      )}
    </g>
  );
};
