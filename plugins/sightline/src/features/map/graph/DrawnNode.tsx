import { MapNode, Ratio } from '@sightline/backstage-plugin-sightline-common';
import { memo } from 'react';
import { percent } from '../../../ui/figures';
import { Rect } from '../engine/MapLayout';
import { NAME_SIZE, NODE_LEAD, NOTE_SIZE } from '../layout/layoutInput';
import { fitText } from '../layout/textWidth';
import { fromNode } from '../nodeWords';
import { KindGlyph } from './KindGlyph';
import { MapColours } from './mapColours';
import { placed } from './placed';
import { Detail } from './view';

type DrawnNodeProps = {
  node: MapNode;
  rect: Rect;
  colours: MapColours;
  detail: Detail;
  /** for those who do not see it; left out where nothing can be pressed, as in a file */
  label?: string;
  /** Tab comes to one node of the map */
  tabbable: boolean;
  lit: boolean;
  chosen: boolean;
  focused: boolean;
  /** part of it that would fail, while a failure is looked at */
  share?: Ratio;
};

/** Larger letters for a look from further away. */
const MIDDLE_SIZE = 16;

const dashes: Partial<Record<MapNode['kind'], string>> = {
  external: '5 3',
  unnamed: '2 3',
};

const Text = ({ node, rect, colours, detail }: DrawnNodeProps) => {
  const { name, note } = fromNode(node);
  const room = rect.width - NODE_LEAD - 8 - (node.kind === 'group' ? 22 : 0);
  if (detail === 'middle') {
    return (
      <text
        aria-hidden="true"
        x="9"
        y={rect.height / 2 + 5.5}
        fontSize={MIDDLE_SIZE}
        fill={colours.text}
      >
        {fitText(name, { size: MIDDLE_SIZE, room: rect.width - 16 })}
      </text>
    );
  }
  return (
    <>
      <text
        aria-hidden="true"
        x={NODE_LEAD}
        y="18.5"
        fontSize={NAME_SIZE}
        fontWeight="600"
        fill={colours.text}
      >
        {fitText(name, { size: NAME_SIZE, weight: 600, room })}
      </text>
      <text
        aria-hidden="true"
        x={NODE_LEAD}
        y="33"
        fontSize={NOTE_SIZE}
        fill={colours.quiet}
      >
        {fitText(note, { size: NOTE_SIZE, room })}
      </text>
    </>
  );
};

const Share = ({ rect, colours, share }: DrawnNodeProps & { share: Ratio }) => (
  <g>
    <rect
      x="3"
      y={rect.height - 5}
      width={Math.max(2, (rect.width - 6) * share)}
      height="3"
      fill={colours.states.bad}
    />
    <text
      aria-hidden="true"
      x={rect.width - 6}
      y="-4"
      textAnchor="end"
      fontSize="11"
      fontWeight="600"
      fill={colours.states.bad}
    >
      {percent(share)} fails
    </text>
  </g>
);

function PlainDrawnNode(props: DrawnNodeProps) {
  const { node, rect, colours, detail, label, tabbable, lit, chosen, share } =
    props;
  const { width, height } = rect;
  const round = node.kind === 'outside' ? height / 2 : 6;
  const still = label === undefined;
  const frame = chosen || props.focused ? colours.accent : colours.outline;
  return (
    <g
      {...placed(rect, still)}
      data-node={node.id}
      data-lit={lit || undefined}
      color={colours.quiet}
    >
      {node.kind === 'group' && (
        <rect
          x="5"
          y="-4"
          width={width - 10}
          height={height}
          rx="5"
          fill={colours.paper}
          stroke={frame}
        />
      )}
      <rect
        data-face=""
        {...(!still && {
          role: 'button',
          tabIndex: tabbable ? 0 : -1,
          'aria-label': label,
          'aria-pressed': chosen,
        })}
        width={width}
        height={height}
        rx={round}
        fill={detail === 'far' ? colours.outline : colours.paper}
        stroke={frame}
        strokeWidth={chosen || props.focused ? 2.4 : 1.2}
        strokeDasharray={dashes[node.kind]}
      />
      {detail !== 'far' && <Text {...props} />}
      {detail === 'near' && (
        <>
          <g transform={`translate(9 ${height / 2 - 8})`}>
            <KindGlyph kind={node.kind} />
          </g>
          {node.kind === 'group' && (
            <>
              <rect
                data-go={still ? undefined : node.id}
                x={width - 30}
                width="30"
                height={height}
                fillOpacity="0"
              />
              <path
                d={`M${width - 20} ${height / 2}h10m-5-5v10`}
                stroke="currentColor"
                strokeWidth="1.6"
              />
            </>
          )}
        </>
      )}
      {share !== undefined && <Share {...props} share={share} />}
    </g>
  );
}

export const DrawnNode = memo(PlainDrawnNode);
