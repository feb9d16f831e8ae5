import {
  ObjectiveRow,
  ObjectiveStatus,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { Position } from '../../../platform/paging/cursor';
import { statusOf } from '../judging/Judge';
import { ObjectiveSort } from '../SloReader';
import { InForce, StatusColumns } from '../tables';
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

/**
 * The ids of one page, by position: the page after a row is the same whatever
 * came and went before it.
 */
export const readPage = async (
  knex: Knex,
  selection: ResolvedSelection,
  page: Ordered & { after?: Position; limit: number },
): Promise<ListedId[]> => {
  const { column, numeric, apart } = sorts[page.sort];
  const isUp = page.order === 'asc';
  const group = apart ? 's.apart' : '0';
  // Downwards, what stands apart must still come last.
  const sign = isUp ? group : `1 - ${group}`;
  const key =
    column.startsWith('s.indicator') || column.startsWith('s.origin')
      ? bytewise(knex, column)
      : column;
  const query = knex('slo_state as s')
    .select('s.id', knex.raw(`${group} as apart`), knex.raw(`${key} as key`))
    .modify(builder => applySelection(builder, selection))
    .limit(page.limit);
  if (page.sort === 'measured') query.join('slo_status as t', 't.id', 's.id');
  const parts = apart ? [sign, key, 's.id'] : [key, 's.id'];
  query.orderByRaw(parts.map(part => `${part} ${page.order}`).join(', '));
  if (page.after) {
    const { apart: stood, key: last } = keyOf(page.after, numeric);
    const values = [last, page.after.id];
    if (apart) values.unshift(isUp ? stood : 1 - stood);
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

type Joined = StatusColumns & { stated: string };

/** Everything about objectives, by id. */
export const readFull = async (
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => void,
): Promise<{ inForce: InForce; status: ObjectiveStatus }[]> => {
  const rows: Joined[] = await knex('slo_objective as o')
    .join('slo_status as s', 's.id', 'o.id')
    .modify(narrow)
    .select('s.*', { stated: 'o.document' });
  return rows.map(({ stated, ...row }) => {
    const inForce: InForce = JSON.parse(stated);
    return { inForce, status: statusOf(inForce, row) };
  });
};

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
      { ...status, service: inForce.service },
    ]),
  );
  return wanted.flatMap(id => byId.get(id) ?? []);
};
