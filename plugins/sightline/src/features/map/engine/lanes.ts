import { Layers } from './Layers';
import { LayoutInput, LayoutNode, Rect } from './MapLayout';
import { Plan } from './planOf';
import { Column } from './ways';

/** px left and right of the members of an open group */
export const SIDE = 16;

/** px between two layers: more of it where many bonds pass. */
const gapFor = (bonds: number) => 56 + Math.min(52, bonds * 1.5);

/** Every layer is as wide as its widest block. */
export function columnsOf(
  blocks: LayoutNode[],
  { rows, right }: Layers,
): Column[] {
  let x = SIDE;
  return rows.map(row => {
    const width = Math.max(0, ...row.map(item => blocks[item]?.width ?? 0));
    const column = { x, width };
    x += width + gapFor(row.reduce((sum, item) => sum + right[item].length, 0));
    return column;
  });
}

/** px above and below them; above stands the title */
const FRAME = { top: 36, bottom: 16 };
const BETWEEN_LANES = 28;

/** The height of each lane, and where its first item begins. */
export type Lane = { top: number; inner: number; height: number };

/** Lanes below each other, each as high as what is in it. */
export function stacked(
  { laneIds }: Plan,
  layers: Layers,
  heights: number[],
): Lane[] {
  let top = 0;
  return laneIds.map((id, lane) => {
    const bottoms = heights
      .map((y, item) => y + layers.heights[item] / 2)
      .filter((_bottom, item) => layers.laneOf[item] === lane);
    const frame = id === null ? { top: 0, bottom: 0 } : FRAME;
    const height = frame.top + Math.max(0, ...bottoms) + frame.bottom;
    const place = { top, inner: top + frame.top, height };
    top += height + BETWEEN_LANES;
    return place;
  });
}

/** Windows are wider than high, and most of what is wider still is empty. */
const SHAPE = 1.9;
const MOST_AIR = 2.2;

/** A long, low drawing has room above and below: lines are told apart better. */
export function airFor(columns: Column[], lanes: Lane[]): number {
  const width = columns[columns.length - 1]?.x ?? 0;
  const lowest = lanes[lanes.length - 1];
  const height = lowest ? lowest.top + lowest.height : 0;
  return height === 0
    ? 1
    : Math.max(1, Math.min(MOST_AIR, width / height / SHAPE));
}

/** Around the columns in which a group has members. */
export function framesOf(
  { groups }: LayoutInput,
  { blocks, lanes, laneIds }: Plan,
  {
    layers,
    columns,
    lanes: places,
  }: {
    layers: Layers;
    columns: Column[];
    lanes: Lane[];
  },
): Record<string, Rect> {
  const frames: Record<string, Rect> = {};
  laneIds.forEach((id, lane) => {
    if (id === null) {
      return;
    }
    const used = blocks
      .map((_block, at) => layers.layerOf[at])
      .filter((_layer, at) => lanes[at] === lane);
    const [first, last] = [
      columns[Math.min(...used)],
      columns[Math.max(...used)],
    ];
    const x = first.x - SIDE;
    const title = groups.find(group => group.id === id)!.width;
    frames[id] = {
      x,
      y: places[lane].top,
      width: Math.max(title, last.x + last.width + SIDE - x),
      height: places[lane].height,
    };
  });
  return frames;
}
