import { MapEdge } from '@sightline/backstage-plugin-sightline-common';
import { memo } from 'react';
import { HEAD } from '../engine/edgeShape';
import { EdgeShape } from '../engine/MapLayout';
import { EdgeLook, edgeLook } from './edgeLook';
import { MapColours } from './mapColours';

const dashes: Record<EdgeLook['line'], string | undefined> = {
  solid: undefined,
  dashed: '8 5',
  dotted: '1.5 5',
};

type DrawnEdgeProps = {
  edge: MapEdge;
  shape: EdgeShape;
  colours: MapColours;
  lit: boolean;
  chosen: boolean;
};

const headOf = ({ head }: EdgeShape, width: number) => {
  const { x, y, towards } = head;
  const back = towards === 'right' ? x - HEAD - 1 : x + HEAD + 1;
  const half = 3 + width / 2;
  return `M${x} ${y}L${back} ${y - half}V${y + half}Z`;
};

/** A line from caller to callee, its head, and around it where it can be pressed. */
function PlainDrawnEdge({ edge, shape, colours, lit, chosen }: DrawnEdgeProps) {
  const { kind, width, line } = edgeLook(edge);
  const colour = kind === 'plain' ? colours.quiet : colours.states[kind];
  const heavy = chosen ? width + 2 : width;
  return (
    <g data-edge={edge.id} data-lit={lit || undefined}>
      <path
        d={shape.path}
        fill="none"
        stroke={colour}
        strokeWidth={heavy}
        strokeDasharray={dashes[line]}
        strokeLinecap={line === 'dotted' ? 'round' : undefined}
        strokeOpacity={kind === 'plain' && !chosen ? 0.62 : 1}
      />
      <path d={headOf(shape, heavy)} fill={colour} />
      <path d={shape.path} fill="none" strokeWidth="13" data-hit="" />
    </g>
  );
}

export const DrawnEdge = memo(PlainDrawnEdge);
