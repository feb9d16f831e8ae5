/**
 * The services that are asked about in a window when there are more than one
 * window has room for: they take turns, and whose turn it is follows from the
 * window's number alone, the same in every process.
 *
 * @example of a b c d e, two a window: 0 → a b · 1 → c d · 2 → e a
 */
export const servicesOfTurn = (
  services: readonly string[],
  turn: { window: number; atMost: number },
): string[] => {
  const sorted = [...new Set(services)].sort();
  const { length } = sorted;
  if (length <= turn.atMost) return sorted;
  const first = (turn.window * turn.atMost) % length;
  return Array.from(
    { length: turn.atMost },
    (_, nth) => sorted[(first + nth) % length],
  );
};
