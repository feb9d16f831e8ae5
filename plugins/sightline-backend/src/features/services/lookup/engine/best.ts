/** The first few of many, in order, without sorting them all. */
export const best = <T>(
  items: readonly T[],
  { order, atMost }: { order(a: T, b: T): number; atMost: number },
): T[] => {
  if (items.length <= atMost) return [...items].sort(order);
  let first: T[] = [];
  let last: T | undefined;
  for (const item of items) {
    if (last !== undefined && order(last, item) <= 0) continue;
    first.push(item);
    if (first.length < 2 * atMost) continue;
    first = first.sort(order).slice(0, atMost);
    last = first[atMost - 1];
  }
  return first.sort(order).slice(0, atMost);
};
