import { Knex } from 'knex';
import { breathe } from '../../../../platform/chunks';

/** Small enough that nobody waits while it is read. */
const PAGE = 500;

/** All rows of a table in the order of their refs, page by page. */
export async function* pages<Row extends { ref: string }>(
  ask: () => Knex.QueryBuilder,
): AsyncGenerator<Row[]> {
  let after = '';
  for (;;) {
    const rows: Row[] = await ask()
      .where('ref', '>', after)
      .orderBy('ref')
      .limit(PAGE);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) return;
    after = rows[rows.length - 1].ref;
    await breathe();
  }
}
