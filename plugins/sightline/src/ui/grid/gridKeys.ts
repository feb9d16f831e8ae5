/** What a key means in a grid. */
export type GridMove = 'down' | 'up' | 'first' | 'last' | 'pageDown' | 'pageUp';

const moves: Record<string, GridMove> = {
  j: 'down',
  ArrowDown: 'down',
  k: 'up',
  ArrowUp: 'up',
  Home: 'first',
  End: 'last',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
};

export const moveOf = (key: string): GridMove | undefined =>
  Object.hasOwn(moves, key) ? moves[key] : undefined;

type Ground = { from: number; total: number; page: number };

/** Which row has the keyboard after a move; there is no row −1 and none past the end. */
export function rowAfter(
  move: GridMove,
  { from, total, page }: Ground,
): number {
  const wished: Record<GridMove, number> = {
    down: from + 1,
    up: from - 1,
    first: 0,
    last: total - 1,
    pageDown: from + page,
    pageUp: from - page,
  };
  return Math.max(0, Math.min(total - 1, wished[move]));
}
