import { useTheme } from '@material-ui/core/styles';
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
  /** where its words begin; undefined: there is no room for them */
  wordsAt?: number;
};

/** Shape and words of a guide stand in a box above its line. */
const SHAPE = 13;
const LETTER = 6.2;
export const WORDS_HIGH = 15;
export const wordsWidth = ({ words }: Guide) => SHAPE + words.length * LETTER;

/** A line across at which something happens; shape and word say what. */
export const GuideLine = ({ guide, plot, y, wordsAt }: GuideLineProps) => {
  const { background } = useTheme().palette;
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
      {wordsAt !== undefined && (
        <>
          <rect
            x={wordsAt - 3}
            y={y - WORDS_HIGH}
            width={wordsWidth(guide) + 6}
            height={WORDS_HIGH - 1}
            fill={background.paper}
            opacity=".85"
          />
          <svg x={wordsAt} y={y - 12} width="9" height="9" overflow="visible">
            <StateShape kind={guide.kind} size={9} />
          </svg>
          <text
            className={classes.over}
            fill={colour}
            x={wordsAt + SHAPE}
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
