import { Bond } from './forwardOrder';

/** A bond as one item of a layer has it: to which neighbour, and how stiff. */
export type Tie = { to: number; stiff: number };

/**
 * Blocks in layers and lanes, and bonds cut so that each piece joins two
 * neighbouring layers. Where a long bond passes a layer stands a waypoint.
 *
 * ```
 *   layer 0    1      2
 *     a ────── · ──── b        a→b has the waypoint ·
 *     a ────── c
 * ```
 * Items are blocks (by their index) and, after them, waypoints.
 */
export type Layers = {
  blocks: number;
  layerOf: number[];
  laneOf: number[];
  heights: number[];
  /** items of each layer, top to bottom; rearranged in place */
  rows: number[][];
  left: Tie[][];
  right: Tie[][];
  /** waypoints of each bond, from its left end to its right end */
  via: number[][];
};

/** A waypoint wants to be straight, a block only near. */
const STIFF = { none: 1, one: 2, two: 8 };

type CutOptions = {
  heights: number[];
  layers: number[];
  lanes: number[];
  bonds: Bond[];
  /** the lane of what is in no group: long bonds run there, if they may */
  open: number;
};

export function cutIntoLayers(options: CutOptions): Layers {
  const { bonds, open } = options;
  const blocks = options.heights.length;
  const heights = [...options.heights];
  const layerOf = [...options.layers];
  const laneOf = [...options.lanes];
  const laneFor = ({ from, to }: Bond) =>
    laneOf[from] === laneOf[to] || laneOf[to] !== open ? laneOf[from] : open;
  const via = bonds.map(bond => {
    const first = Math.min(layerOf[bond.from], layerOf[bond.to]);
    const last = Math.max(layerOf[bond.from], layerOf[bond.to]);
    const waypoints: number[] = [];
    for (let layer = first + 1; layer < last; layer++) {
      waypoints.push(layerOf.length);
      layerOf.push(layer);
      laneOf.push(laneFor(bond));
      heights.push(0);
    }
    return waypoints;
  });
  const left = heights.map(() => [] as Tie[]);
  const right = heights.map(() => [] as Tie[]);
  const tie = (a: number, b: number) => {
    const waypoints = Number(a >= blocks) + Number(b >= blocks);
    const stiff = [STIFF.none, STIFF.one, STIFF.two][waypoints];
    right[a].push({ to: b, stiff });
    left[b].push({ to: a, stiff });
  };
  bonds.forEach(({ from, to }, index) => {
    const turned = layerOf[from] > layerOf[to];
    const path = [turned ? to : from, ...via[index], turned ? from : to];
    if (layerOf[from] !== layerOf[to]) {
      path.slice(1).forEach((item, step) => tie(path[step], item));
    }
  });
  const rows: number[][] = Array.from(
    { length: Math.max(-1, ...layerOf) + 1 },
    () => [],
  );
  layerOf.forEach((layer, item) => rows[layer].push(item));
  return { blocks, layerOf, laneOf, heights, rows, left, right, via };
}
