import { useTheme } from '@material-ui/core/styles';
import { TimePlot } from './timePlot';

type PointerProps = {
  plot: TimePlot;
  x: number;
  /** where the line is there; undefined: nothing is known there */
  y?: number;
};

/** Shows which stretch is being read. */
export const Pointer = ({ plot, x, y }: PointerProps) => {
  const { text } = useTheme().palette;
  return (
    <>
      <line
        x1={x}
        x2={x}
        y1={plot.top}
        y2={plot.bottom}
        stroke={text.primary}
        strokeDasharray="2 3"
      />
      {y !== undefined && <circle cx={x} cy={y} r="4" fill={text.primary} />}
    </>
  );
};
