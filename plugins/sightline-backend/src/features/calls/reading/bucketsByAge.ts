import { Knex } from 'knex';
import { breathe } from '../../../platform/chunks';
import { BigNumber } from '../BucketTable';
import { Window } from '../engine/graph/CallGraph';
import { bucketWidths } from '../engine/rollUp';

const PAGE = 1_000;
/** of an integer column */
const largestNumber = 2 ** 31 - 1;

type Asked = {
  table: string;
  /** the column that holds the number of the edge or step */
  owner: string;
  columns: readonly string[];
  window: Window;
};

/**
 * All buckets that reach into a window, in the order of the index by age, page by
 * page; others have a turn in between. A call is in one bucket of one width, so
 * the widths are simply read one after the other.
 *
 * Where a page begins is said as a pair: told "later, or as late and of a higher
 * number", SQLite walks every page from the beginning of the window.
 */
export async function* bucketsByAge<Row extends { at: BigNumber }>(
  database: Knex,
  asked: Asked,
): AsyncGenerator<Row> {
  for (const width of bucketWidths) yield* ofWidth<Row>(database, asked, width);
}

async function* ofWidth<Row extends { at: BigNumber }>(
  database: Knex,
  { table, owner, columns, window: { from, to } }: Asked,
  width: number,
): AsyncGenerator<Row> {
  let after = { at: from - width, owner: largestNumber };
  for (;;) {
    const { at, owner: number } = after;
    const rows = (await database(table)
      .where({ width })
      .where('at', '<', to)
      .whereRaw('(??, ??) > (?, ?)', ['at', owner, at, number])
      .orderBy(['at', owner])
      .limit(PAGE)
      .select([owner, 'at', ...columns])) as Row[];
    yield* rows;
    if (rows.length < PAGE) return;
    const end = rows[rows.length - 1];
    const last = (end as Record<string, unknown>)[owner] as number;
    after = { at: Number(end.at), owner: last };
    await breathe();
  }
}
