import { Bond } from './forwardOrder';

type LanesOptions = {
  size: number;
  /** between lanes, by their index */
  bonds: Bond[];
  /** lanes of before in their order, which they keep; newcomers find their place */
  kept?: number[];
};

/**
 * The order of lanes, from top to bottom, in which bonds between them are short.
 * A lane goes wherever that is best, one after the other, until none wants to.
 */
export function orderLanes({ size, bonds, kept = [] }: LanesOptions): number[] {
  const fixed = new Set(kept);
  const free = Array.from({ length: size }, (_, lane) => lane).filter(
    lane => !fixed.has(lane),
  );
  let order = free.reduce(
    (lanes, lane) => bestPlace(lanes, lane, bonds),
    [...kept],
  );
  for (let round = 0; round < 4; round++) {
    const before = order.join();
    for (const lane of free) {
      const others = order.filter(other => other !== lane);
      order = bestPlace(others, lane, bonds);
    }
    if (order.join() === before) {
      break;
    }
  }
  return order;
}

function bestPlace(lanes: number[], lane: number, bonds: Bond[]): number[] {
  let best: { order: number[]; length: number } | undefined;
  for (let at = 0; at <= lanes.length; at++) {
    const order = [...lanes.slice(0, at), lane, ...lanes.slice(at)];
    const length = lengthOf(order, bonds);
    if (!best || length < best.length) {
      best = { order, length };
    }
  }
  return best!.order;
}

function lengthOf(order: number[], bonds: Bond[]): number {
  const place = new Map(order.map((lane, at) => [lane, at]));
  return bonds.reduce((sum, { from, to, weight }) => {
    const [one, other] = [place.get(from), place.get(to)];
    return one === undefined || other === undefined
      ? sum
      : sum + weight * Math.abs(one - other);
  }, 0);
}
