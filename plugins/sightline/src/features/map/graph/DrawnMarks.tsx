import { MapEdge } from '@sightline/backstage-plugin-sightline-common';
import { memo } from 'react';
import { EdgeShape } from '../engine/MapLayout';
import { textWidth } from '../layout/textWidth';
import { edgeLook, rateWords } from './edgeLook';
import { MapColours } from './mapColours';
import { MarkGlyph } from './MarkGlyph';
import { Detail } from './view';

type DrawnMarksProps = {
  edge: MapEdge;
  shape: EdgeShape;
  colours: MapColours;
  detail: Detail;
  lit: boolean;
  /** its rate, or that and all marks in words */
  spelled?: 'rate' | 'all';
};

/** Marks stay large enough to be told apart when seen from afar. */
const sizes: Record<Detail, number> = { near: 1, middle: 1.5, far: 2.4 };
const STEP = 17;
const LABEL_SIZE = 12;

const wordsOf = (edge: MapEdge, spelled: 'rate' | 'all') =>
  [
    rateWords(edge.figures),
    ...(spelled === 'all' ? edgeLook(edge).marks.map(({ word }) => word) : []),
  ].join(' · ');

/** What is the matter with an edge, half way along its line. */
function PlainDrawnMarks(props: DrawnMarksProps) {
  const { edge, shape, colours, detail, lit, spelled } = props;
  const { marks } = edgeLook(edge);
  if (marks.length === 0 && !spelled) {
    return null;
  }
  const { x, y } = shape.middle;
  const width = marks.length * STEP;
  return (
    <g
      data-marks={edge.id}
      data-edge={edge.id}
      data-lit={lit || undefined}
      transform={`translate(${x} ${y}) scale(${sizes[detail]})`}
    >
      {spelled && (
        <Label text={wordsOf(edge, spelled)} lead={width} colours={colours} />
      )}
      {marks.map(({ shape: mark, kind, word }, at) => (
        <g
          key={mark}
          transform={`translate(${(at - (marks.length - 1) / 2) * STEP} 0)`}
          color={colours.states[kind]}
        >
          <title>{word}</title>
          <circle
            r="8.5"
            fill={colours.paper}
            stroke="currentColor"
            strokeWidth="1"
          />
          <g transform="scale(0.82)">
            <MarkGlyph shape={mark} />
          </g>
        </g>
      ))}
    </g>
  );
}

type LabelProps = { text: string; lead: number; colours: MapColours };

/** Below the marks, so that neither hides the other. */
const Label = ({ text, lead, colours }: LabelProps) => {
  const width = textWidth(text, LABEL_SIZE) + 14;
  const top = lead > 0 ? 11 : -10;
  return (
    <g>
      <rect
        x={-width / 2}
        y={top}
        width={width}
        height="20"
        rx="4"
        fill={colours.paper}
        stroke={colours.outline}
      />
      <text
        y={top + 14}
        textAnchor="middle"
        fontSize={LABEL_SIZE}
        fill={colours.text}
      >
        {text}
      </text>
    </g>
  );
};

export const DrawnMarks = memo(PlainDrawnMarks);
