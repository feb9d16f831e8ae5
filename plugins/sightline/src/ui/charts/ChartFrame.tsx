import { makeStyles } from '@material-ui/core/styles';
import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { ReactNode, useRef } from 'react';
import { quiet } from '../state/quiet';
import { useWidth } from '../useWidth';
import { Stretch } from './ChartPoint';
import { ChartTable, ChartTwin } from './ChartTable';
import { TimeAxis } from './TimeAxis';
import { TimePlot, timePlot } from './timePlot';
import { useChartCursor } from './useChartCursor';

export const CHART_HEIGHT = 172;
const READOUT = 22;

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 2),
    alignItems: 'center',
    minHeight: 24,
    fontSize: 12,
    color: quiet(theme),
    '& svg': { verticalAlign: '-2px', marginRight: 5 },
  },
  readout: {
    minHeight: READOUT,
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    [theme.breakpoints.down('xs')]: { minHeight: 40 },
  },
  frame: {
    position: 'relative',
    borderRadius: 3,
    cursor: 'crosshair',
    touchAction: 'pan-y',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  svg: { display: 'block', overflow: 'visible' },
}));

/** What every chart along time is told. */
export type ChartProps<P extends Stretch> = {
  label: string;
  from: Instant;
  to: Instant;
  points: P[];
  /** a point in words that stand alone */
  describe: (point: P) => string;
  /** the same content as a table */
  asTable: boolean;
  table: ChartTwin<P>;
};

type ChartFrameProps<P extends Stretch> = ChartProps<P> & {
  /** how it is read, while nothing is pointed at */
  hint: string;
  legend: ReactNode;
  height?: number;
  /** room kept right of the plot, and above it */
  side?: number;
  top?: number;
  /** what is drawn, inside an SVG and for the eye alone */
  children: (plot: TimePlot, pointed?: P) => ReactNode;
};

/**
 * What all charts along time have in common. By keyboard a chart is a slider:
 * the arrows go from stretch to stretch, and each says itself.
 */
export function ChartFrame<P extends Stretch>(props: ChartFrameProps<P>) {
  const { label, legend, asTable, height = CHART_HEIGHT } = props;
  const classes = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  return (
    <div ref={frame}>
      <div className={classes.legend} aria-hidden="true">
        {legend}
      </div>
      {asTable ? (
        <ChartTable
          label={label}
          points={props.points}
          table={props.table}
          height={height + READOUT}
        />
      ) : (
        <Slider {...props} width={width} height={height} />
      )}
    </div>
  );
}

function Slider<P extends Stretch>(
  props: ChartFrameProps<P> & { width: number; height: number },
) {
  const { label, points, describe, hint, width, height } = props;
  const classes = useStyles();
  const plot = timePlot(props);
  const cursor = useChartCursor(points, plot);
  const pointed = cursor.index === undefined ? undefined : points[cursor.index];
  const said = pointed ?? points[points.length - 1];
  const last = Math.max(0, points.length - 1);
  return (
    <>
      <div className={classes.readout} aria-hidden="true">
        {pointed ? describe(pointed) : points.length > 0 && hint}
      </div>
      <div
        className={classes.frame}
        style={{ height }}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={cursor.index ?? last}
        aria-valuetext={said ? describe(said) : 'nothing to show'}
        {...cursor.handlers}
      >
        <svg
          className={classes.svg}
          width={width}
          height={height}
          aria-hidden="true"
        >
          {props.children(plot, pointed)}
          <TimeAxis from={props.from} to={props.to} plot={plot} />
        </svg>
      </div>
    </>
  );
}
