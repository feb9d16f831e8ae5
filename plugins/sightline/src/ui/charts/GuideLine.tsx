import { useId } from 'react';
import { StateShape } from '../state/StateShape';
import { useStateColours } from '../state/useStateColours';
import type { Guide } from './LineChart';
import { useChartStyles } from './chartStyles';
import { TimePlot } from './timePlot';

type GuideLineProps = {
  guide: Guide;
  plot: TimePlot;
  y: number;
  /** whether there is room for its words */
  named: boolean;
};

/** A line across at which something happens; shape and word say what. */
export const GuideLine = ({ guide, plot, y, named }: GuideLineProps) => {
  const classes = useChartStyles();
  const colour = useStateColours()[guide.kind];
  return (
    <g style={{ color: colour }}>
      <line
        x1={plot.left}
        x2={plot.right}
        y1={y}
        y2={y}
        stroke={colour}
        strokeDasharray={guide.kind === 'bad' ? undefined : '6 3'}
      />
      {named && (
        <>
          <svg
            x={plot.left + 6}
            y={y - 12}
            width="9"
            height="9"
            overflow="visible"
          >
            <StateShape kind={guide.kind} size={9} />
          </svg>
          <text
            className={classes.over}
            fill={colour}
            x={plot.left + 19}
            y={y - 4}
          >
            {guide.words}
          </text>
        </>
      )}
    </g>
  );
};

type HatchProps = {
  box: { left: number; right: number; top: number; bottom: number };
  colour: string;
};

/** Slanting lines over a part of the plot, so that it differs without colour. */
export const Hatch = ({ box, colour }: HatchProps) => {
  const id = useId();
  return (
    <>
      <pattern
        id={id}
        width="7"
        height="7"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line x1="0" x2="0" y1="0" y2="7" stroke={colour} opacity=".45" />
      </pattern>
      <rect
        x={box.left}
        y={box.top}
        width={Math.max(0, box.right - box.left)}
        height={Math.max(0, box.bottom - box.top)}
        fill={`url(#${id})`}
      />
    </>
  );
};
