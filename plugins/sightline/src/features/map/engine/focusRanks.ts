import { Bond } from './forwardOrder';

/**
 * How far each block is from the focus, and on which side: callers count down,
 * whom it calls counts up. What can be reached both ways goes the shorter one.
 */
export function focusRanks(
  size: number,
  bonds: Bond[],
  focus: number,
): number[] {
  const next = Array.from({ length: size }, () => [] as [number, number][]);
  for (const { from, to } of bonds) {
    next[from].push([to, 1]);
    next[to].push([from, -1]);
  }
  const ranks = new Array<number | undefined>(size).fill(undefined);
  ranks[focus] = 0;
  const queue = [focus];
  for (const block of queue) {
    for (const [other, step] of next[block]) {
      if (ranks[other] === undefined) {
        ranks[other] = ranks[block]! + step;
        queue.push(other);
      }
    }
  }
  return ranks.map(rank => rank ?? 0);
}
