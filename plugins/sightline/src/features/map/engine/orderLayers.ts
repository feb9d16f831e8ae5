import { allCrossings } from './crossings';
import { isotonic } from './isotonic';
import { Layers, Tie } from './Layers';

const SWEEPS = 16;
/** Sweeps without any gain, after which it gives up. */
const PATIENCE = 4;

/**
 * Orders the items of every layer so that few bonds cross: each goes to the
 * middle of its neighbours, layer by layer, there and back (Sugiyama, Tagawa
 * and Toda 1981); then neighbours change places where that helps. Lanes stay
 * one below the other.
 *
 * Blocks with a height from before (`kept`) stay in that order among themselves.
 */
export function orderLayers(layers: Layers, kept: (number | undefined)[]) {
  const place = new Array<number>(layers.layerOf.length).fill(0);
  const number = (row: number[]) =>
    row.forEach((item, at) => (place[item] = at));
  for (const row of layers.rows) {
    row.sort(
      (a, b) =>
        layers.laneOf[a] - layers.laneOf[b] ||
        (kept[a] ?? 0) - (kept[b] ?? 0) ||
        a - b,
    );
    number(row);
  }
  let best = { crossings: Infinity, rows: layers.rows.map(row => [...row]) };
  let tired = 0;
  for (let sweep = 0; sweep < SWEEPS && tired < PATIENCE; sweep++) {
    const forth = sweep % 2 === 0;
    const ties = forth ? layers.left : layers.right;
    const rows = forth ? layers.rows : [...layers.rows].reverse();
    for (const row of rows) {
      sortByMiddle(row, { ties, place, kept, laneOf: layers.laneOf });
      number(row);
    }
    const crossings = allCrossings(layers, place);
    tired = crossings < best.crossings ? 0 : tired + 1;
    if (crossings < best.crossings) {
      best = { crossings, rows: layers.rows.map(row => [...row]) };
    }
  }
  layers.rows.splice(0, layers.rows.length, ...best.rows);
  layers.rows.forEach(number);
  changePlaces(layers, place, kept);
}

type SortOptions = {
  ties: Tie[][];
  place: number[];
  kept: (number | undefined)[];
  laneOf: number[];
};

function sortByMiddle(
  row: number[],
  { ties, place, kept, laneOf }: SortOptions,
) {
  const middle = new Map(row.map(item => [item, middleOf(ties[item], place)]));
  const wished = (item: number) => middle.get(item) ?? place[item];
  // Those that keep their order take wishes as near to their own as it allows.
  const fixed = row.filter(item => kept[item] !== undefined);
  const allowed = isotonic(
    fixed.map(wished),
    fixed.map(() => 1),
  );
  fixed.forEach((item, at) => middle.set(item, allowed[at]));
  row.sort(
    (a, b) =>
      laneOf[a] - laneOf[b] || wished(a) - wished(b) || place[a] - place[b],
  );
}

function middleOf(ties: Tie[], place: number[]): number | undefined {
  return ties.length === 0
    ? undefined
    : ties.reduce((sum, { to }) => sum + place[to], 0) / ties.length;
}

function changePlaces(
  { rows, left, right, laneOf }: Layers,
  place: number[],
  kept: (number | undefined)[],
) {
  const gain = (a: number, b: number) =>
    gainOf(left[a], left[b], place) + gainOf(right[a], right[b], place);
  for (let round = 0; round < 4; round++) {
    let changed = false;
    for (const row of rows) {
      for (let at = 1; at < row.length; at++) {
        const [above, below] = [row[at - 1], row[at]];
        const bound =
          laneOf[above] !== laneOf[below] ||
          (kept[above] !== undefined && kept[below] !== undefined);
        if (!bound && gain(above, below) > 0) {
          [row[at - 1], row[at]] = [below, above];
          [place[above], place[below]] = [at, at - 1];
          changed = true;
        }
      }
    }
    if (!changed) {
      return;
    }
  }
}

/** Crossings that are gone when two neighbours change places, less those that come. */
function gainOf(above: Tie[], below: Tie[], place: number[]): number {
  let gain = 0;
  for (const one of above) {
    for (const other of below) {
      gain += Math.sign(place[one.to] - place[other.to]);
    }
  }
  return gain;
}
