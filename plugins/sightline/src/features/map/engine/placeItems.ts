import { isotonic } from './isotonic';
import { Layers, Tie } from './Layers';

/** px between two items, by how many of the two are waypoints. */
const GAPS = [18, 11, 8];
const SWEEPS = 12;
/** How firmly a block keeps the height it had before, and a waypoint does. */
const FIRM = { block: 1_000, waypoint: 100 };

type PlaceOptions = {
  /** heights of before, which are kept where they can be */
  kept: (number | undefined)[];
  /** how many times the least distance is kept */
  air: number;
};

/**
 * The height of every item's middle within its lane, the uppermost item of a
 * lane at its top. Each layer in turn takes the heights that are nearest to what
 * its neighbours want and keep order and distance: least squares, exactly, so
 * nothing can overlap.
 */
export function placeItems(layers: Layers, options: PlaceOptions): number[] {
  const y = new Array<number>(layers.heights.length).fill(0);
  for (const lane of new Set(layers.laneOf)) {
    const rows = layers.rows.map(row =>
      row.filter(item => layers.laneOf[item] === lane),
    );
    settleLane({ ...layers, rows }, options, y);
    const tops = rows.flat().map(item => y[item] - layers.heights[item] / 2);
    const top = Math.min(...tops);
    rows.flat().forEach(item => (y[item] -= top));
  }
  return y;
}

function settleLane(layers: Layers, { kept, air }: PlaceOptions, y: number[]) {
  const { rows, left, right } = layers;
  const spread = rows.map(row => distances(row, layers, air));
  rows.forEach((row, layer) =>
    row.forEach((item, at) => {
      y[item] = spread[layer][at] - spread[layer][row.length - 1] / 2;
    }),
  );
  const settle = (layer: number, sides: Tie[][][]) => {
    const row = rows[layer];
    const wishes = row.map(item =>
      withBefore(
        wishOf(item, sides, y, layers.laneOf),
        kept[item],
        item < layers.blocks,
      ),
    );
    const free = isotonic(
      wishes.map(({ height }, at) => height - spread[layer][at]),
      wishes.map(({ weight }) => weight),
    );
    row.forEach((item, at) => (y[item] = free[at] + spread[layer][at]));
  };
  const forth = rows.map((_row, layer) => layer);
  const back = [...forth].reverse();
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const last = sweep >= SWEEPS - 4;
    const [way, side] = sweep % 2 === 0 ? [forth, left] : [back, right];
    way.forEach(layer => settle(layer, last ? [left, right] : [side]));
  }
}

/** How far below the first each item of a row stands at least. */
function distances(
  row: number[],
  { heights, blocks }: Layers,
  air: number,
): number[] {
  let sum = 0;
  return row.map((item, at) => {
    if (at > 0) {
      const above = row[at - 1];
      const waypoints = Number(item >= blocks) + Number(above >= blocks);
      sum += (heights[above] + heights[item]) / 2 + GAPS[waypoints] * air;
    }
    return sum;
  });
}

type Wish = { height: number; weight: number };

/** As high as its neighbours; those in other lanes have heights of their own. */
function wishOf(
  item: number,
  sides: Tie[][][],
  y: number[],
  laneOf: number[],
): Wish {
  let weight = 0.05;
  let sum = weight * y[item];
  for (const ties of sides) {
    for (const { to, stiff } of ties[item]) {
      if (laneOf[to] === laneOf[item]) {
        weight += stiff;
        sum += stiff * y[to];
      }
    }
  }
  return { height: sum / weight, weight };
}

function withBefore(
  wish: Wish,
  before: number | undefined,
  isBlock: boolean,
): Wish {
  if (before === undefined) {
    return wish;
  }
  const firm = isBlock ? FIRM.block : FIRM.waypoint;
  const weight = wish.weight + firm;
  return {
    height: (wish.height * wish.weight + before * firm) / weight,
    weight,
  };
}
