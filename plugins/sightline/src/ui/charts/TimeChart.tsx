import { makeStyles } from '@material-ui/core/styles';
import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { useRef } from 'react';
import { quiet } from '../state/quiet';
import { useStateColours } from '../state/useStateColours';
import { useWidth } from '../useWidth';
import { ChartDrawing } from './ChartDrawing';
import { ChartPoint } from './ChartPoint';
import { ChartTable } from './ChartTable';
import { chartScale } from './chartScale';
import { useChartCursor } from './useChartCursor';

export const CHART_HEIGHT = 172;

const useStyles = makeStyles(theme => ({
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    alignItems: 'center',
    minHeight: 24,
    fontSize: 12,
    color: quiet(theme),
    '& svg': { verticalAlign: '-2px', marginRight: 5 },
  },
  readout: {
    minHeight: 22,
    fontSize: 13,
    fontVariantNumeric: 'tabular-nums',
    [theme.breakpoints.down('xs')]: { minHeight: 40 },
  },
  frame: {
    position: 'relative',
    height: CHART_HEIGHT,
    borderRadius: 3,
    cursor: 'crosshair',
    touchAction: 'pan-y',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
}));

export type ChartSeries = {
  name: string;
  /** a value of it, with its unit */
  format: (value: number) => string;
};

export type TimeChartProps = {
  label: string;
  from: Instant;
  to: Instant;
  points: ChartPoint[];
  bars: ChartSeries;
  /** the marked part of the bars */
  marks: ChartSeries;
  line: ChartSeries;
  /** a point in words that stand alone */
  describe: (point: ChartPoint) => string;
  /** the same content as a table */
  asTable: boolean;
  table: { head: string[]; row: (point: ChartPoint) => string[] };
};

/**
 * Bars with a marked part, and a line over them, along time. By keyboard it is a
 * slider: the arrows go from stretch to stretch, and each says itself.
 */
export const TimeChart = (props: TimeChartProps) => {
  const { label, points, describe, asTable } = props;
  const classes = useStyles();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const scale = chartScale({ ...props, width, height: CHART_HEIGHT });
  const cursor = useChartCursor(points, scale);
  const pointed = cursor.index === undefined ? undefined : points[cursor.index];
  const said = pointed ?? points[points.length - 1];
  return (
    <div ref={frame}>
      <Legend {...props} />
      {asTable ? (
        <ChartTable {...props} height={CHART_HEIGHT + 22} />
      ) : (
        <>
          <div className={classes.readout} aria-hidden="true">
            {pointed
              ? describe(pointed)
              : points.length > 0 && 'Point at a bar, or use ← and →'}
          </div>
          <div
            className={classes.frame}
            role="slider"
            tabIndex={0}
            aria-label={label}
            aria-orientation="horizontal"
            aria-valuemin={0}
            aria-valuemax={Math.max(0, points.length - 1)}
            aria-valuenow={cursor.index ?? Math.max(0, points.length - 1)}
            aria-valuetext={said ? describe(said) : 'nothing to show'}
            {...cursor.handlers}
          >
            <ChartDrawing {...props} scale={scale} pointed={pointed} />
          </div>
        </>
      )}
    </div>
  );
};

const Legend = ({ bars, marks, line }: TimeChartProps) => {
  const classes = useStyles();
  const colours = useStateColours();
  return (
    <div className={classes.legend} aria-hidden="true">
      <span>
        <svg width="10" height="12">
          <path d="M1 1h8v11h-8Z" fill="currentColor" opacity=".55" />
        </svg>
        {bars.name}
      </span>
      <span>
        <svg width="10" height="12">
          <path d="M1 8h8v4h-8Z" fill={colours.bad} />
        </svg>
        {marks.name}
      </span>
      <span>
        <svg width="18" height="12">
          <path
            d="M1 8 6 4 12 7 17 3"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
        {line.name}
      </span>
    </div>
  );
};
