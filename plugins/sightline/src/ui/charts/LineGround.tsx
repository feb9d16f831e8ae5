import { useTheme } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';
import { useStateColours } from '../state/useStateColours';
import { LinePoint } from './ChartPoint';
import { GuideLine, Hatch } from './GuideLine';
import { freeSide } from './freeSide';
import type { LineChartProps } from './LineChart';
import { AxisLine } from './TimeAxis';
import { useChartStyles } from './chartStyles';
import { TimePlot } from './timePlot';

export type Drawn<P extends LinePoint> = LineChartProps<P> & {
  plot: TimePlot;
  pointed?: P;
};

/** What the line is drawn on: the scale, what is not known, what is bad, how it might go. */
export function LineGround<P extends LinePoint>(props: Drawn<P>) {
  const { axis, plot } = props;
  return (
    <>
      {axis.ticks.map(tick => (
        <AxisLine
          key={tick}
          plot={plot}
          share={axis.share(tick)}
          left={axis.format(tick)}
        />
      ))}
      <Unseen {...props} />
      <Floor {...props} />
      <Slopes {...props} />
    </>
  );
}

/** Words of one that would stand in the words of another are left out. */
const WORDS_APART = 12;

export function Guides<P extends LinePoint>(props: Drawn<P>) {
  const { guides = [], axis, plot } = props;
  let last = Infinity;
  const placed = [...guides]
    .sort((a, b) => a.value - b.value)
    .map(guide => {
      const y = plot.y(axis.share(guide.value));
      const named = last - y >= WORDS_APART;
      last = named ? y : last;
      return { guide, y, wordsAt: named ? freeSide(props, guide) : undefined };
    });
  return (
    <>
      {placed.map(({ guide, ...place }) => (
        <GuideLine key={guide.words} guide={guide} plot={plot} {...place} />
      ))}
    </>
  );
}

/** What no one can tell any more is no empty place. */
function Unseen<P extends LinePoint>({ unseen, plot }: Drawn<P>) {
  const theme = useTheme();
  const classes = useChartStyles();
  if (!unseen) {
    return null;
  }
  const left = plot.x(unseen.from);
  const right = plot.x(unseen.to);
  return (
    <>
      <Hatch
        box={{ left, right, top: plot.top, bottom: plot.bottom }}
        colour={quiet(theme)}
      />
      <text
        className={classes.over}
        fill={quiet(theme)}
        x={left + 8}
        y={plot.bottom - 8}
      >
        {unseen.words}
      </text>
    </>
  );
}

function Floor<P extends LinePoint>({ floor, axis, plot }: Drawn<P>) {
  const classes = useChartStyles();
  const { bad } = useStateColours();
  if (!floor) {
    return null;
  }
  const top = plot.y(axis.share(floor.value));
  const { left, right, bottom } = plot;
  return (
    <>
      {bottom - top > 1 && (
        <Hatch box={{ left, right, top, bottom }} colour={bad} />
      )}
      <line x1={left} x2={right} y1={top} y2={top} stroke={bad} />
      {bottom - top > 18 && (
        <text className={classes.over} fill={bad} x={left + 8} y={top + 14}>
          {floor.words}
        </text>
      )}
    </>
  );
}

function Slopes<P extends LinePoint>({ slopes = [], axis, plot }: Drawn<P>) {
  const theme = useTheme();
  return (
    <>
      {slopes.map(({ name, points, dashes }) => (
        <path
          key={name}
          d={`M${points
            .map(([at, value]) => `${plot.x(at)} ${plot.y(axis.share(value))}`)
            .join('L')}`}
          fill="none"
          stroke={quiet(theme)}
          strokeWidth="1.5"
          strokeDasharray={dashes}
        />
      ))}
    </>
  );
}
