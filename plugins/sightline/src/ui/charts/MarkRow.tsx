import { useTheme } from '@material-ui/core/styles';
import { quiet } from '../state/quiet';
import { ChartMark, clustersOf, kindOf } from './ChartMark';
import { MarkShape } from './MarkShape';
import { useChartStyles } from './chartStyles';
import { TimePlot } from './timePlot';

/** Room above the plot for a row of marks. */
export const MARK_ROW = 26;

type MarkRowProps = { marks: ChartMark[]; plot: TimePlot };

/** What happened, above the plot, with a line down to when. */
export const MarkRow = ({ marks, plot }: MarkRowProps) => {
  const theme = useTheme();
  const classes = useChartStyles();
  return (
    <g style={{ color: theme.palette.text.primary }}>
      {clustersOf(marks, plot.x).map(cluster => {
        const x = plot.x(cluster.at);
        const many = cluster.marks.length;
        return (
          <g key={cluster.at}>
            <title>{cluster.marks.map(({ words }) => words).join('\n')}</title>
            <line
              x1={x}
              x2={x}
              y1={plot.top - 8}
              y2={plot.bottom}
              stroke={quiet(theme)}
              strokeDasharray="1 3"
            />
            <svg x={x - 5} y={plot.top - 19} width="10" height="10">
              <MarkShape kind={kindOf(cluster)} />
            </svg>
            {many > 1 && (
              <text className={classes.words} x={x + 7} y={plot.top - 10}>
                {many}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
};
