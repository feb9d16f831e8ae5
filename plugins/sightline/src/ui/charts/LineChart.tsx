import { useTheme } from '@material-ui/core/styles';
import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { StateKind } from '../state/palette';
import { ChartFrame, ChartProps } from './ChartFrame';
import { ChartMark, withMarks } from './ChartMark';
import { LinePoint } from './ChartPoint';
import { LineDrawing } from './LineDrawing';
import { MARK_ROW } from './MarkRow';
import { MarkLegend } from './MarkShape';
import { ValueAxis } from './ValueAxis';

/** A value that something happens at, as a line across. */
export type Guide = { value: number; words: string; kind: StateKind };

/** How it would go: a line of dashes, of which each slope has its own. */
export type Slope = {
  name: string;
  points: [at: Instant, value: number][];
  dashes: string;
};

/** A stretch of which nothing is kept. */
export type Unseen = { from: Instant; to: Instant; words: string };

export type LineChartProps<P extends LinePoint> = ChartProps<P> & {
  /** what the line is */
  name: string;
  axis: ValueAxis;
  height?: number;
  /** whether a value was reached at the end of its stretch, or held all through it */
  shape: 'slope' | 'steps';
  /** below this value it is bad, and called so */
  floor?: { value: number; words: string };
  guides?: Guide[];
  slopes?: Slope[];
  unseen?: Unseen;
  marks?: ChartMark[];
};

const SIDE = 14;

/** A line along time, with what happened above it. */
export function LineChart<P extends LinePoint>(props: LineChartProps<P>) {
  const { marks = [], points } = props;
  return (
    <ChartFrame
      {...props}
      {...withMarks(props, marks)}
      points={points}
      side={SIDE}
      top={marks.length > 0 ? MARK_ROW : undefined}
      hint="Point at the line, or use ← and →"
      legend={<Legend {...props} />}
    >
      {(plot, pointed) => (
        <LineDrawing {...props} plot={plot} pointed={pointed} />
      )}
    </ChartFrame>
  );
}

/** What is only drawn, and so has its words in the legend. */
function Legend<P extends LinePoint>({
  name,
  slopes = [],
  marks = [],
}: LineChartProps<P>) {
  const { text } = useTheme().palette;
  return (
    <>
      <span>
        <svg width="18" height="12">
          <path
            d="M1 4 6 5 12 8 17 9"
            fill="none"
            stroke={text.primary}
            strokeWidth="2"
          />
        </svg>
        {name}
      </span>
      {slopes.map(slope => (
        <span key={slope.name}>
          <svg width="18" height="12">
            <path
              d="M1 3 17 10"
              stroke="currentColor"
              strokeWidth="1.5"
              strokeDasharray={slope.dashes}
            />
          </svg>
          {slope.name}
        </span>
      ))}
      <MarkLegend marks={marks} />
    </>
  );
}
