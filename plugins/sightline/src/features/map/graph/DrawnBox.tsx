import { CallMap } from '@sightline/backstage-plugin-sightline-common';
import { memo } from 'react';
import { plural } from '../../../ui/figures';
import { Rect } from '../engine/MapLayout';
import { NAME_SIZE, NOTE_SIZE } from '../layout/layoutInput';
import { fitText, textWidth } from '../layout/textWidth';
import { MapColours } from './mapColours';
import { Detail } from './view';
import { placed } from './placed';

export const BOX_TITLE = 30;

type DrawnBoxProps = {
  group: CallMap['groups'][number];
  rect: Rect;
  colours: MapColours;
  detail: Detail;
  /** nothing can be pressed in a file */
  still: boolean;
  tabbable: boolean;
};

/** Larger letters for a look from further away. */
const sizes: Record<Detail, number> = { near: NAME_SIZE, middle: 18, far: 24 };

/** An open group: a frame around its members, with a title that closes it. */
function PlainDrawnBox({
  group,
  rect,
  colours,
  detail,
  still,
  tabbable,
}: DrawnBoxProps) {
  const { width, height } = rect;
  const note = plural(group.members, 'member');
  const size = sizes[detail];
  const name = fitText(group.name, {
    size,
    weight: 600,
    room: width - 120,
  });
  return (
    <g {...placed(rect, still)} color={colours.quiet}>
      <rect
        width={width}
        height={height}
        rx="10"
        fill={colours.quiet}
        fillOpacity="0.07"
        stroke={colours.outline}
      />
      <g data-box={group.id}>
        <rect
          data-face=""
          {...(!still && {
            role: 'button',
            tabIndex: tabbable ? 0 : -1,
            'aria-label': `${group.name}, open group of ${note}`,
            'aria-expanded': true,
          })}
          width={width}
          height={BOX_TITLE}
          rx="10"
          fillOpacity="0"
        />
        <text
          aria-hidden="true"
          x="14"
          y={BOX_TITLE / 2 + size * 0.36}
          fontSize={size}
          fontWeight="600"
          fill={colours.text}
        >
          {name}
        </text>
        <text
          aria-hidden="true"
          x={24 + textWidth(name, size, 600)}
          y="20"
          fontSize={NOTE_SIZE}
          fill={colours.quiet}
        >
          {note}
        </text>
        {!still && (
          <path
            d={`M${width - 24} ${BOX_TITLE / 2}h10`}
            stroke="currentColor"
            strokeWidth="1.8"
          />
        )}
      </g>
    </g>
  );
}

export const DrawnBox = memo(PlainDrawnBox);
