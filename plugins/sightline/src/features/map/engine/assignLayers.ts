import { Bond, forwardOrder } from './forwardOrder';

type LayersOptions = {
  size: number;
  bonds: Bond[];
  /** how far each block is from the focus, callers below zero */
  ranks?: number[];
  /** the layers some blocks had before, which they keep */
  kept?: (number | undefined)[];
  /** blocks that may stand in one layer */
  widest: number;
};

/**
 * In which layer each block stands, from 0: one further right than whoever
 * calls it, unless that closes a cycle. A layer takes `widest` blocks, so that
 * a star becomes a rectangle rather than a needle.
 */
export function assignLayers(options: LayersOptions): number[] {
  const { size, bonds, ranks, kept } = options;
  const order = forwardOrder(size, bonds, ranks);
  const layers = kept?.some(layer => layer !== undefined)
    ? joined(options, order)
    : nearest(options, order);
  const least = Math.min(0, ...layers);
  return layers.map(layer => layer - least);
}

/** Bonds that point forwards in an order, by the block at either end. */
function forwards(size: number, bonds: Bond[], order: number[]) {
  const place = new Array<number>(size);
  order.forEach((block, at) => (place[block] = at));
  const before = Array.from({ length: size }, () => [] as number[]);
  const after = Array.from({ length: size }, () => [] as number[]);
  for (const { from, to } of bonds) {
    const [left, right] = place[from] < place[to] ? [from, to] : [to, from];
    before[right].push(left);
    after[left].push(right);
  }
  return { before, after };
}

/** From nothing: as far left as possible, then callers up to whom they call. */
function nearest({ size, bonds, widest }: LayersOptions, order: number[]) {
  const { before, after } = forwards(size, bonds, order);
  const layers = new Array<number>(size).fill(0);
  const filled: number[] = [];
  const put = (block: number, layer: number) => {
    layers[block] = layer;
    filled[layer] = (filled[layer] ?? 0) + 1;
  };
  for (const block of order) {
    let layer = Math.max(-1, ...before[block].map(left => layers[left])) + 1;
    while ((filled[layer] ?? 0) >= widest) {
      layer += 1;
    }
    put(block, layer);
  }
  for (const block of [...order].reverse()) {
    const last = Math.min(...after[block].map(right => layers[right])) - 1;
    const pulls = after[block].length > before[block].length;
    if (pulls && last > layers[block] && (filled[last] ?? 0) < widest) {
      filled[layers[block]] -= 1;
      put(block, last);
    }
  }
  return closeGaps(layers);
}

/** A layer that everybody left is none. */
function closeGaps(layers: number[]): number[] {
  const used = [...new Set(layers)].sort((a, b) => a - b);
  const index = new Map(used.map((layer, at) => [layer, at]));
  return layers.map(layer => index.get(layer)!);
}

/** Into what stands already: a newcomer goes right of its callers, else left of whom it calls. */
function joined(
  { size, bonds, kept = [] }: LayersOptions,
  order: number[],
): number[] {
  const { before, after } = forwards(size, bonds, order);
  const layers = new Array<number | undefined>(size).fill(undefined);
  kept.forEach((layer, block) => (layers[block] = layer));
  const known = (blocks: number[]) =>
    blocks
      .map(block => layers[block])
      .filter((layer): layer is number => layer !== undefined);
  for (const block of order) {
    if (layers[block] === undefined) {
      const lefts = known(before[block]);
      const rights = known(after[block]);
      if (lefts.length > 0) {
        layers[block] = Math.max(...lefts) + 1;
      } else {
        layers[block] = rights.length > 0 ? Math.min(...rights) - 1 : 0;
      }
    }
  }
  return layers.map(layer => layer ?? 0);
}
