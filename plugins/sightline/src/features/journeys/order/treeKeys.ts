import { moveOf, rowAfter } from '../../../ui/grid/gridKeys';
import { ShownHop } from './shownHops';

/** What a key asks of a tree: another row, or to open or close this one. */
export type TreeStep = { at: number } | { turn: number };

const PAGE = 10;

const parentOf = (rows: ShownHop[], at: number): number => {
  const { parent } = rows[at].node;
  return rows.findIndex(({ node }) => node === parent);
};

/**
 * The keys of the tree grid pattern: → opens, then goes in; ← closes, then goes
 * out; the rest as in every grid.
 */
export function stepOf(
  key: string,
  rows: ShownHop[],
  at: number,
): TreeStep | undefined {
  const row = rows[at];
  if (!row) {
    return undefined;
  }
  if (key === 'ArrowRight' && row.open !== undefined) {
    return row.open ? { at: at + 1 } : { turn: at };
  }
  if (key === 'ArrowLeft') {
    const above = parentOf(rows, at);
    const out = above < 0 ? undefined : { at: above };
    return row.open ? { turn: at } : out;
  }
  if (key === ' ') {
    return row.open === undefined ? undefined : { turn: at };
  }
  const move = moveOf(key);
  return (
    move && {
      at: rowAfter(move, { from: at, total: rows.length, page: PAGE }),
    }
  );
}
