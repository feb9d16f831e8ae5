import { useStateColours } from '../state/useStateColours';
import { BarDrawing } from './BarDrawing';
import { ChartFrame, ChartProps } from './ChartFrame';
import { ChartMark, withMarks } from './ChartMark';
import { ChartPoint } from './ChartPoint';
import { MARK_ROW, MarkRow } from './MarkRow';
import { MarkLegend } from './MarkShape';

export type ChartSeries = {
  name: string;
  /** a value of it, with its unit */
  format: (value: number) => string;
};

export type TimeChartProps = ChartProps<ChartPoint> & {
  bars: ChartSeries;
  /** the marked part of the bars */
  marks: ChartSeries;
  line: ChartSeries;
  /** what happened meanwhile; given, even empty, room is kept for it above the bars */
  happened?: ChartMark[];
};

/** Bars with a marked part, and a line over them, along time. */
export const TimeChart = (props: TimeChartProps) => {
  const { happened } = props;
  return (
    <ChartFrame
      {...props}
      {...withMarks(props, happened)}
      top={happened && MARK_ROW}
      hint="Point at a bar, or use ← and →"
      legend={<Legend {...props} />}
    >
      {(plot, pointed) => (
        <>
          <BarDrawing {...props} plot={plot} pointed={pointed} />
          <MarkRow marks={happened ?? []} plot={plot} />
        </>
      )}
    </ChartFrame>
  );
};

const Legend = ({ bars, marks, line, happened = [] }: TimeChartProps) => {
  const colours = useStateColours();
  return (
    <>
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
      <MarkLegend marks={happened} />
    </>
  );
};
