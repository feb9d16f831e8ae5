import { assignLayers } from './assignLayers';
import { focusRanks } from './focusRanks';
import { Bond } from './forwardOrder';
import { LayoutEdge, LayoutInput, LayoutNode } from './MapLayout';
import { orderLanes } from './orderLanes';

/** What is to be drawn, sorted, so that the order it came in makes no difference. */
export type Plan = {
  /** in layers: those with a bond, and all members of open groups */
  blocks: LayoutNode[];
  /** without any bond and in no open group */
  loose: LayoutNode[];
  bonds: Bond[];
  /** the edge of each bond */
  edges: LayoutEdge[];
  /** from a node to itself */
  loops: LayoutEdge[];
  layers: number[];
  /** lane of each block, counted from the top */
  lanes: number[];
  /** the group of each lane; `null` is the lane of all that are in none */
  laneIds: (string | null)[];
};

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

export function planOf(input: LayoutInput): Plan {
  const groups = new Set(input.groups.map(({ id }) => id));
  const homeOf = ({ id, group }: LayoutNode) =>
    group !== undefined && group !== id && groups.has(group) ? group : null;
  const nodes = [...input.nodes].sort(byId);
  const known = new Set(nodes.map(({ id }) => id));
  const all = [...input.edges]
    .sort(byId)
    .filter(({ from, to }) => known.has(from) && known.has(to));
  const edges = all.filter(({ from, to }) => from !== to);
  const tied = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const isBlock = (node: LayoutNode) =>
    tied.has(node.id) || homeOf(node) !== null;
  const blocks = nodes.filter(isBlock);
  const index = new Map(blocks.map(({ id }, at) => [id, at]));
  const bonds = edges.map(({ from, to, weight }) => ({
    from: index.get(from)!,
    to: index.get(to)!,
    // Whole numbers, so that sums of them come out as nothing where they should.
    weight: Math.max(1, Math.round(weight)),
  }));
  const homes = blocks.map(homeOf);
  const laneIds = lanesFor(homes, bonds, input.seeds?.lanes);
  const lanes = homes.map(home => laneIds.indexOf(home));
  return {
    blocks,
    loose: nodes.filter(node => !isBlock(node)),
    bonds,
    edges,
    loops: all.filter(({ from, to }) => from === to),
    layers: spreadOut(blocks, tied, lanes, layersFor(input, blocks, bonds)),
    lanes,
    laneIds,
  };
}

function layersFor(
  { focus, seeds }: LayoutInput,
  blocks: LayoutNode[],
  bonds: Bond[],
): number[] {
  const focused = blocks.findIndex(({ id }) => id === focus);
  return assignLayers({
    size: blocks.length,
    bonds,
    ranks: focused < 0 ? undefined : focusRanks(blocks.length, bonds, focused),
    kept: seeds && blocks.map(({ id }) => seeds.places[id]?.layer),
    widest: Math.max(6, Math.ceil(Math.sqrt(1.6 * blocks.length))),
  });
}

/** Lanes that are kept stay in their order; the others go where bonds are short. */
function lanesFor(
  homes: (string | null)[],
  bonds: Bond[],
  kept: (string | null)[] = [],
): (string | null)[] {
  const ids = [...new Set(homes)].sort((a, b) =>
    (a ?? '') < (b ?? '') ? -1 : 1,
  );
  const between = bonds.map(({ from, to, weight }) => ({
    from: ids.indexOf(homes[from]),
    to: ids.indexOf(homes[to]),
    weight,
  }));
  return orderLanes({
    size: ids.length,
    bonds: between.filter(({ from, to }) => from !== to),
    kept: kept.map(id => ids.indexOf(id)).filter(lane => lane >= 0),
  }).map(lane => ids[lane]);
}

/** Members nobody is bound to fill the layers of their group that have most room. */
function spreadOut(
  blocks: LayoutNode[],
  tied: Set<string>,
  lanes: number[],
  layers: number[],
): number[] {
  const counts = new Map<number, number[]>();
  const rows = (lane: number) => {
    const row = counts.get(lane) ?? [];
    counts.set(lane, row);
    return row;
  };
  blocks.forEach(({ id }, at) => {
    if (tied.has(id)) {
      const row = rows(lanes[at]);
      row[layers[at]] = (row[layers[at]] ?? 0) + 1;
    }
  });
  const members = (lane: number) => lanes.filter(one => one === lane).length;
  return blocks.map(({ id }, at) => {
    if (tied.has(id)) {
      return layers[at];
    }
    const row = rows(lanes[at]);
    const used = row.map((_count, layer) => layer).filter(layer => row[layer]);
    const first = Math.min(...used, Infinity);
    const [from, to] = Number.isFinite(first)
      ? [first, Math.max(...used)]
      : [0, Math.ceil(Math.sqrt(members(lanes[at]))) - 1];
    let best = from;
    for (let layer = from; layer <= to; layer++) {
      if ((row[layer] ?? 0) < (row[best] ?? 0)) {
        best = layer;
      }
    }
    row[best] = (row[best] ?? 0) + 1;
    return best;
  });
}
