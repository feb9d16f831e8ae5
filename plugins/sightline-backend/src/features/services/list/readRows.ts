import { Knex } from 'knex';
import { Position } from '../../../platform/paging/cursor';
import { rowWords } from '../engine/rowColumns';
import { applyWordIndex } from './applyWords';
import { applySelection, ResolvedSelection } from './selection';

export type ListRow = {
  ref: string;
  row: string;
  aliases: number;
  observed_at: string | number;
  slo: string | null;
  drift: string | null;
  contracts: string | null;
  health: string | null;
  lastDeploy: string | null;
  onCall: string | null;
  key: string;
};

export type Ordered = { sort: string; order: 'asc' | 'desc' };

export type PageOf = Ordered & {
  after?: Position;
  limit: number;
  /** services the selection lets through, and services there are */
  total: number;
  fleet: number;
};

/** One in twenty: 50 rows are found among the first thousand of the sort. */
const COMMON = 0.05;

/**
 * SQLite knows nothing of how many rows a filter lets through: for a filter that
 * lets through much of the fleet it would collect all of them and sort. Told to
 * walk the sort's index, it stops after a page. PostgreSQL's planner knows.
 */
const isCommon = (page: PageOf) => page.total > COMMON * page.fleet;

const tableFor = (knex: Knex, page: PageOf) =>
  knex.client.config.client !== 'pg' && isCommon(page)
    ? knex.raw('services_service indexed by ??', [
        `services_service_by_${page.sort}`,
      ])
    : 'services_service';

/**
 * Reads one page by position: the index of the sort gives the rows after the
 * last one seen, so that page 200 costs what page 1 costs, and services that
 * come and go in between move nobody to another page.
 */
export const readRows = (
  knex: Knex,
  selection: ResolvedSelection,
  page: PageOf,
): Promise<ListRow[]> => {
  const column = `${page.sort}_key`;
  const query = knex
    .from(tableFor(knex, page))
    .select('ref', 'row', 'aliases', 'observed_at', ...rowWords)
    .select({ key: column })
    .modify(builder => applySelection(builder, selection))
    .orderBy([
      { column, order: page.order },
      { column: 'ref', order: page.order },
    ])
    .limit(page.limit);
  if (!isCommon(page)) {
    applyWordIndex(query, selection.filter.q?.split(' ') ?? []);
  }
  if (page.after) {
    const compare = page.order === 'asc' ? '>' : '<';
    query.whereRaw(`(??, ref) ${compare} (?, ?)`, [
      column,
      page.after.key,
      page.after.id,
    ]);
  }
  return query as unknown as Promise<ListRow[]>;
};
