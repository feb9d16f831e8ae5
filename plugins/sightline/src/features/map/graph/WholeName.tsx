import { MapNode } from '@sightline/backstage-plugin-sightline-common';
import { Rect } from '../engine/MapLayout';
import { textWidth } from '../layout/textWidth';
import { fromNode } from '../nodeWords';
import { MapColours } from './mapColours';

const SIZE = 13;

type WholeNameProps = {
  node: MapNode;
  rect: Rect;
  colours: MapColours;
  /** how small the map is drawn */
  magnification: number;
};

/** The name of a node in letters that do not shrink with the map. */
export const WholeName = ({
  node,
  rect,
  colours,
  magnification,
}: WholeNameProps) => {
  const { name, note } = fromNode(node);
  const text = `${name} · ${note}`;
  const width = textWidth(text, SIZE, 600) + 16;
  return (
    <g
      transform={`translate(${rect.x + rect.width / 2} ${rect.y}) scale(${
        1 / magnification
      })`}
    >
      <rect
        x={-width / 2}
        y="-30"
        width={width}
        height="24"
        rx="4"
        fill={colours.paper}
        stroke={colours.outline}
      />
      <text
        y="-13.5"
        textAnchor="middle"
        fontSize={SIZE}
        fontWeight="600"
        fill={colours.text}
      >
        {text}
      </text>
    </g>
  );
};
