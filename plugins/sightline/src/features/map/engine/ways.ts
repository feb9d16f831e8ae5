import { Bond } from './forwardOrder';
import { Layers } from './Layers';
import { Point } from './MapLayout';

export type Column = { x: number; width: number };

/** `bow`: comes from the right and goes back there, as within one layer. */
export type WayPoint = Point & { bow?: true };

type Drawn = {
  layers: Layers;
  columns: Column[];
  /** of every item, in the whole drawing */
  middles: number[];
  corners: Point[];
  widths: number[];
};

/** The way of a bond from its caller to its callee. */
export function wayOf(
  { from, to }: Bond,
  via: number[],
  { fromY, toY }: { fromY: number; toY: number },
  drawn: Drawn,
): WayPoint[] {
  const { layers, columns, middles, corners, widths } = drawn;
  const { layerOf } = layers;
  const side = (block: number, y: number) => ({
    column: columns[layerOf[block]],
    left: corners[block].x,
    right: corners[block].x + widths[block],
    y,
  });
  if (layerOf[from] === layerOf[to]) {
    return bowed(side(from, fromY), side(to, toY));
  }
  const turned = layerOf[from] > layerOf[to];
  const ends = [side(from, fromY), side(to, toY)];
  const [start, end] = turned ? ends.reverse() : ends;
  const way = through(
    start,
    via.map(item => ({ column: columns[layerOf[item]], y: middles[item] })),
    end,
  );
  return turned ? way.reverse() : way;
}

type Side = { column: Column; left: number; right: number; y: number };

const rightOf = ({ x, width }: Column) => x + width;

function bowed(from: Side, to: Side): WayPoint[] {
  return [
    { x: from.right, y: from.y },
    { x: rightOf(from.column), y: from.y },
    { x: rightOf(to.column), y: to.y, bow: true },
    { x: to.right, y: to.y },
  ];
}

/** Straight across every column, so that nothing is crossed there. */
function through(
  start: Side,
  via: { column: Column; y: number }[],
  end: Side,
): WayPoint[] {
  return [
    { x: start.right, y: start.y },
    { x: rightOf(start.column), y: start.y },
    ...via.flatMap(({ column, y }) => [
      { x: column.x, y },
      { x: rightOf(column), y },
    ]),
    { x: end.column.x, y: end.y },
    { x: end.left, y: end.y },
  ];
}

/** px between two bonds at one side of a block, at most */
const PORT = 8;
/** px at the corners of a block where no bond is tied */
const CORNERS = 16;

type End = { bond: number; key: 'fromY' | 'toY'; next: number };

/**
 * The heights at which bonds leave and arrive: spread over the side of a block,
 * in the order in which they go on.
 */
export function endsOf(
  bonds: Bond[],
  { layers, middles }: Pick<Drawn, 'layers' | 'middles'>,
): { fromY: number; toY: number }[] {
  const { layerOf, via, heights } = layers;
  const ends = bonds.map(({ from, to }) => ({
    fromY: middles[from],
    toY: middles[to],
  }));
  const sides = new Map<string, End[]>();
  const note = (block: number, other: number, end: End) => {
    const key = `${
      layerOf[other] < layerOf[block] ? 'left' : 'right'
    } ${block}`;
    sides.set(key, [...(sides.get(key) ?? []), end]);
  };
  bonds.forEach(({ from, to }, bond) => {
    const turned = layerOf[from] > layerOf[to];
    const path = turned ? [...via[bond]].reverse() : via[bond];
    note(from, to, { bond, key: 'fromY', next: middles[path[0] ?? to] });
    note(to, from, {
      bond,
      key: 'toY',
      next: middles[path[path.length - 1] ?? from],
    });
  });
  for (const [key, side] of sides) {
    const room = Math.max(0, heights[Number(key.split(' ')[1])] - CORNERS);
    const step = side.length > 1 ? Math.min(PORT, room / (side.length - 1)) : 0;
    side
      .sort((a, b) => a.next - b.next || a.bond - b.bond)
      .forEach((end, at) => {
        ends[end.bond][end.key] += (at - (side.length - 1) / 2) * step;
      });
  }
  return ends;
}
