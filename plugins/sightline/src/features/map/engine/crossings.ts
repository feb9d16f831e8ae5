import { Layers } from './Layers';

/**
 * How often bonds between a layer and the next cross, for the order the items
 * have now: pairs whose ends stand the other way round, counted in a tree of
 * sums (Barth, Jünger and Mutzel 2002).
 */
function crossingsAfter(
  { rows, right }: Layers,
  layer: number,
  place: number[],
): number {
  const next = rows[layer + 1]?.length ?? 0;
  const sums = new Array<number>(next + 1).fill(0);
  let seen = 0;
  let crossings = 0;
  for (const item of rows[layer]) {
    const ends = right[item].map(({ to }) => place[to]).sort((a, b) => a - b);
    for (const end of ends) {
      crossings += seen - sumUpTo(sums, end + 1);
    }
    for (const end of ends) {
      seen += 1;
      add(sums, end + 1);
    }
  }
  return crossings;
}

export function allCrossings(layers: Layers, place: number[]): number {
  return layers.rows.reduce(
    (sum, _row, layer) => sum + crossingsAfter(layers, layer, place),
    0,
  );
}

function add(sums: number[], at: number) {
  for (let index = at; index < sums.length; index += index & -index) {
    sums[index] += 1;
  }
}

function sumUpTo(sums: number[], at: number): number {
  let sum = 0;
  for (let index = at; index > 0; index -= index & -index) {
    sum += sums[index];
  }
  return sum;
}
