import {
  BurnPair,
  ObjectiveRow,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Position } from '../../../platform/paging/cursor';
import { statusOf } from '../judging/Judge';
import { ObjectiveSort } from '../SloReader';
import { InForce, ShownColumns } from '../tables';
import { applySelection, ResolvedSelection } from './selection';

/**
 * How each sort is read: what is unknown has no figure to be sorted by, and comes
 * last in both directions.
 */
const sorts: Record<
  ObjectiveSort,
  { column: string; numeric?: true; apart?: true }
> = {
  exhaustion: { column: 's.exhaustion_key', numeric: true, apart: true },
  state: { column: 's.state_key', numeric: true },
  service: { column: 's.service_key' },
  owner: { column: 's.owner_key' },
  title: { column: 's.title_key' },
  budget: { column: 's.budget_key', numeric: true, apart: true },
  burn: { column: 's.burn_key', numeric: true, apart: true },
  attainment: { column: 's.attainment_key', numeric: true, apart: true },
  indicator: { column: 's.indicator' },
  origin: { column: 's.origin' },
  measured: { column: 'coalesce(t.measured_at, 0)', numeric: true },
};

export type Ordered = { sort: ObjectiveSort; order: 'asc' | 'desc' };

export type ListedId = { id: string; key: string };

type Read = { id: string; apart: number; key: number | string };

/** Text sorts by bytes in either database; figures as figures. */
const keyOf = (position: Position, numeric: true | undefined) => {
  const at = position.key.indexOf(' ');
  const key = position.key.slice(at + 1);
  return {
    apart: Number(position.key.slice(0, at)),
    key: numeric ? Number(key) : key,
  };
};

type Asked = Ordered & { after?: Position; limit: number };

/**
 * The ids of one page, by position: the page after a row is the same whatever
 * came and went before it.
 *
 * Downwards what stands apart still comes last, an order that no index has: it is
 * asked for by itself, or every such page would sort the whole fleet.
 *
 * ```
 *   index   apart 0: 1 2 3 4   apart 1: a b      up: as it stands
 *   down    4 3 2 1, then b a                    two stretches, each backwards
 * ```
 */
export const readPage = async (
  knex: Knex,
  selection: ResolvedSelection,
  page: Asked,
): Promise<ListedId[]> => {
  if (page.order === 'asc' || !sorts[page.sort].apart) {
    return readStretch(knex, selection, page);
  }
  const begun = page.after ? keyOf(page.after, true).apart : 0;
  const found: ListedId[] = [];
  for (const apart of [0, 1].slice(begun)) {
    const limit = page.limit - found.length;
    const after = apart === begun ? page.after : undefined;
    if (limit > 0) {
      const stretch = { ...page, limit, after, apart };
      found.push(...(await readStretch(knex, selection, stretch)));
    }
  }
  return found;
};

const readStretch = async (
  knex: Knex,
  selection: ResolvedSelection,
  page: Asked & { apart?: number },
): Promise<ListedId[]> => {
  const { column, numeric, apart } = sorts[page.sort];
  const isUp = page.order === 'asc';
  const group = apart ? 's.apart' : '0';
  const key =
    column.startsWith('s.indicator') || column.startsWith('s.origin')
      ? bytewise(knex, column)
      : column;
  const query = knex('slo_state as s')
    .select('s.id', knex.raw(`${group} as apart`), knex.raw(`${key} as key`))
    .modify(builder => applySelection(builder, selection))
    .limit(page.limit);
  if (page.sort === 'measured') query.join('slo_status as t', 't.id', 's.id');
  if (page.apart !== undefined) {
    // As a range: SQLite takes equality for a better index than that of an owner.
    query.where('s.apart', page.apart === 0 ? '<' : '>=', 1);
  }
  const parts = apart ? [group, key, 's.id'] : [key, 's.id'];
  query.orderByRaw(parts.map(part => `${part} ${page.order}`).join(', '));
  if (page.after) {
    const { apart: stood, key: last } = keyOf(page.after, numeric);
    const values = [last, page.after.id];
    if (apart) values.unshift(stood);
    const marks = parts.map(() => '?').join(', ');
    query.whereRaw(
      `(${parts.join(', ')}) ${isUp ? '>' : '<'} (${marks})`,
      values,
    );
  }
  const rows = (await query) as unknown as Read[];
  return rows.map(row => ({ id: row.id, key: `${row.apart} ${row.key}` }));
};

const bytewise = (knex: Knex, column: string) =>
  knex.client.config.client === 'pg' ? `${column} collate "C"` : column;

/** Without what only judging needs, which is as large as all the rest. */
const shown = [
  'id',
  'measured_at',
  'fresh_until',
  'stale',
  'document',
] as const;

type Joined = ShownColumns & { stated: string };

/** Everything about objectives, by id. */
export const readFull = async (
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<{ inForce: InForce; status: ObjectiveStatus }[]> => {
  const rows: Joined[] = await knex('slo_objective as o')
    .join('slo_status as s', 's.id', 'o.id')
    .modify(narrow)
    .select(...shown.map(column => `s.${column}`), { stated: 'o.document' });
  return rows.map(({ stated, ...row }) => {
    const inForce: InForce = JSON.parse(stated);
    return { inForce, status: statusOf(inForce, row) };
  });
};

const isTold = ({ long, short }: BurnPair) =>
  'rate' in long.burn || 'rate' in short.burn;

/** Of what nobody knows the service's own page has the reasons, window by window. */
const shownBurns = ({ state, burns }: ObjectiveStatus): BurnPair[] =>
  state !== 'unknown' || burns.some(isTold) ? burns : [];

/** The rows of a page, in its order. */
export const readRows = async (
  knex: Knex,
  ids: readonly ListedId[],
): Promise<ObjectiveRow[]> => {
  const wanted = ids.map(({ id }) => id);
  const full = await readFull(knex, query => query.whereIn('o.id', wanted));
  const byId = new Map(
    full.map(({ inForce, status }) => [
      status.objective.id,
      { ...status, burns: shownBurns(status), service: inForce.service },
    ]),
  );
  return wanted.flatMap(id => byId.get(id) ?? []);
};
