/** How many are sorted, or merged, before others have a turn. */
const slice = 4_096;

/**
 * Sorts in turns: a fleet has hundreds of thousands of words, and nobody is kept
 * waiting while they are put in order.
 */
export function* inOrder<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += slice) {
    runs.push(items.slice(at, at + slice).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [a, b] = [runs[at], runs[at + 1]];
      longer.push(b ? yield* merged(a, b, compare) : a);
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
): Generator<void, T[]> {
  const all: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (compare(a[i], b[j]) <= 0) {
      all.push(a[i]);
      i += 1;
    } else {
      all.push(b[j]);
      j += 1;
    }
    if (all.length % slice === 0) yield;
  }
  return all.concat(a.slice(i), b.slice(j));
}
