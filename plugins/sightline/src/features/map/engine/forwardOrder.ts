/** Between blocks by their index; a block has no bond with itself. */
export type Bond = { from: number; to: number; weight: number };

/**
 * An order of blocks in which few bonds point backwards: those are the ones
 * that close a cycle. Takes away what has nothing before it, then what has
 * nothing after it, and in a knot whoever gives most and gets least (Eades, Lin
 * and Smyth 1993). Ties go to the lower index, so the answer is always the same.
 *
 * With `ranks` (how far a block is from the focus) bonds go from lower to
 * higher, and only within one rank does the rule above decide.
 */
export function forwardOrder(
  size: number,
  bonds: Bond[],
  ranks?: number[],
): number[] {
  const order = takenApart(size, bonds);
  if (!ranks) {
    return order;
  }
  const place = new Array<number>(size);
  order.forEach((block, at) => (place[block] = at));
  return order.sort((a, b) => ranks[a] - ranks[b] || place[a] - place[b]);
}

function takenApart(size: number, bonds: Bond[]): number[] {
  const out = Array.from({ length: size }, () => [] as Bond[]);
  const into = Array.from({ length: size }, () => [] as Bond[]);
  const given = new Array<number>(size).fill(0);
  const got = new Array<number>(size).fill(0);
  for (const bond of bonds) {
    out[bond.from].push(bond);
    into[bond.to].push(bond);
    given[bond.from] += bond.weight;
    got[bond.to] += bond.weight;
  }
  const left = new Set(Array.from({ length: size }, (_, block) => block));
  const first: number[] = [];
  const last: number[] = [];
  const take = (block: number, list: number[]) => {
    left.delete(block);
    list.push(block);
    out[block].forEach(({ to, weight }) => (got[to] -= weight));
    into[block].forEach(({ from, weight }) => (given[from] -= weight));
  };
  while (left.size > 0) {
    let best = -1;
    let ends = true;
    while (ends) {
      ends = false;
      best = -1;
      for (const block of left) {
        if (got[block] === 0) {
          take(block, first);
          ends = true;
        } else if (given[block] === 0) {
          take(block, last);
          ends = true;
        } else if (
          best < 0 ||
          given[block] - got[block] > given[best] - got[best]
        ) {
          best = block;
        }
      }
    }
    if (best >= 0) {
      take(best, first);
    }
  }
  return [...first, ...last.reverse()];
}
