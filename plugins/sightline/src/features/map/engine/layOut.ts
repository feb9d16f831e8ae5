import { edgeShape } from './edgeShape';
import { Layers, cutIntoLayers } from './Layers';
import {
  EdgeShape,
  LayoutEdge,
  LayoutInput,
  MapLayout,
  Rect,
  Seeds,
} from './MapLayout';
import { Lane, SIDE, airFor, columnsOf, framesOf, stacked } from './lanes';
import { orderLayers } from './orderLayers';
import { placeItems } from './placeItems';
import { Plan, planOf } from './planOf';
import { withLoose } from './withLoose';
import { Column, endsOf, wayOf } from './ways';

/**
 * Lays out a map. Layers say how far right a node stands, lanes how far down;
 * an open group has a lane of its own, all that are in none share one.
 *
 * Pure: the same question has the same answer, whatever the order of its lists.
 */
export function layOut(input: LayoutInput): MapLayout {
  const plan = planOf(input);
  const layers = cutIntoLayers({
    heights: plan.blocks.map(({ height }) => height),
    layers: plan.layers,
    lanes: plan.lanes,
    bonds: plan.bonds,
    open: plan.laneIds.indexOf(null),
  });
  const names = namesOf(plan, layers);
  const kept = names.map(name => input.seeds?.places[name]?.y);
  orderLayers(layers, kept);
  const columns = columnsOf(plan.blocks, layers);
  const dense = () => placeItems(layers, { kept, air: 1 });
  const air =
    input.seeds?.air ?? airFor(columns, stacked(plan, layers, dense()));
  const heights = placeItems(layers, { kept, air });
  const lanes = stacked(plan, layers, heights);
  const middles = heights.map(
    (y, item) => y + lanes[layers.laneOf[item]].inner,
  );
  const drawing = drawn(input, plan, { layers, columns, lanes, middles });
  return {
    ...withLoops(withLoose(drawing, plan.loose), plan.loops),
    seeds: { ...seedsOf(plan, layers, names, heights), air },
  };
}

/** What blocks and waypoints are called, to be found again by the next layout. */
function namesOf({ blocks, edges }: Plan, { via }: Layers): string[] {
  const names = blocks.map(({ id }) => id);
  via.forEach((items, bond) =>
    items.forEach((item, step) => (names[item] = `${edges[bond].id} ${step}`)),
  );
  return names;
}

const seedsOf = (
  { laneIds }: Plan,
  { layerOf }: Layers,
  names: string[],
  heights: number[],
): Omit<Seeds, 'air'> => ({
  places: Object.fromEntries(
    names.map((name, item) => [
      name,
      { layer: layerOf[item], y: heights[item] },
    ]),
  ),
  lanes: laneIds,
});

type Places = {
  layers: Layers;
  columns: Column[];
  lanes: Lane[];
  /** of every item, in the whole drawing */
  middles: number[];
};

type Drawing = Omit<MapLayout, 'seeds'>;

function drawn(input: LayoutInput, plan: Plan, places: Places): Drawing {
  const { layers, columns, lanes, middles } = places;
  const corners = plan.blocks.map(({ width, height }, block) => {
    const column = columns[layers.layerOf[block]];
    return {
      x: column.x + (column.width - width) / 2,
      y: middles[block] - height / 2,
    };
  });
  const nodes = Object.fromEntries(
    plan.blocks.map(({ id, width, height }, block) => [
      id,
      { ...corners[block], width, height },
    ]),
  );
  const widths = plan.blocks.map(({ width }) => width);
  const ends = endsOf(plan.bonds, places);
  const edges: Record<string, EdgeShape> = {};
  plan.edges.forEach(({ id }, bond) => {
    const way = wayOf(plan.bonds[bond], layers.via[bond], ends[bond], {
      ...places,
      corners,
      widths,
    });
    edges[id] = edgeShape(way);
  });
  const groups = framesOf(input, plan, places);
  const last = columns[columns.length - 1];
  const [lowest] = lanes.slice(-1);
  return {
    nodes,
    groups,
    edges,
    width: Math.max(
      last ? last.x + last.width + SIDE : 0,
      ...Object.values(groups).map(({ x, width }) => x + width),
    ),
    height: lowest ? lowest.top + lowest.height : 0,
  };
}

const withLoops = (drawing: Drawing, loops: LayoutEdge[]): Drawing => ({
  ...drawing,
  edges: {
    ...drawing.edges,
    ...Object.fromEntries(
      loops.map(({ id, from }) => [id, loopShape(drawing.nodes[from])]),
    ),
  },
});

/** Out at the right and back in, a little higher. */
function loopShape({ x, y, width, height }: Rect): EdgeShape {
  const right = x + width;
  const middle = y + height / 2;
  return edgeShape([
    { x: right, y: middle + 9 },
    { x: right, y: middle - 9, bow: true },
  ]);
}
