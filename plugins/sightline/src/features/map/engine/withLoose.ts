import { LayoutNode, MapLayout } from './MapLayout';
import { shelves } from './shelves';

type Drawing = Omit<MapLayout, 'seeds'>;

const SHELF = { gap: 18, above: 36, least: 640, shape: 2.2 };

/** Nodes without any bond stand on shelves below everything else. */
export function withLoose(drawing: Drawing, loose: LayoutNode[]): Drawing {
  const area = loose.reduce(
    (sum, { width, height }) => sum + width * (height + SHELF.gap),
    0,
  );
  const alone = Object.keys(drawing.nodes).length === 0;
  const top =
    alone || loose.length === 0 ? drawing.height : drawing.height + SHELF.above;
  const shelved = shelves(loose, {
    width: Math.max(drawing.width, SHELF.least, Math.sqrt(area * SHELF.shape)),
    gap: SHELF.gap,
  });
  const nodes = { ...drawing.nodes };
  loose.forEach(({ id, width, height }, at) => {
    const { x, y } = shelved.corners[at];
    nodes[id] = { x, y: y + top, width, height };
  });
  return {
    ...drawing,
    nodes,
    width: Math.max(drawing.width, shelved.width),
    height: top + shelved.height,
  };
}
