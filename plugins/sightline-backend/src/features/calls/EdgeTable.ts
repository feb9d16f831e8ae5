import {
  CallNode,
  Instant,
} from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks, inChunks } from '../../platform/chunks';
import { EdgeIdentity } from './engine/callKeys';

const CHUNK = 200;
/** An edge used every second is touched once an hour. */
const SEEN_STEP = 3_600_000;

type Writing = { now: Instant; atMost: number };
type Known = { key: string; id: number | string; seen: Instant };

const touch = async (
  trx: Knex.Transaction,
  known: readonly Known[],
  { table, now }: { table: string; now: Instant },
) => {
  const old = known.filter(({ seen }) => now - seen >= SEEN_STEP);
  for (const chunk of chunks(old, CHUNK)) {
    const ids = chunk.map(({ id }) => id);
    await trx(table).whereIn('id', ids).update({ last_seen: now });
  }
};

const insertUpTo = async (
  trx: Knex.Transaction,
  rows: object[],
  { table, atMost }: { table: string; atMost: number },
) => {
  if (rows.length === 0) return;
  const [{ n }] = await trx(table).count({ n: '*' });
  const room = Math.max(0, atMost - Number(n));
  await trx.batchInsert(table, rows.slice(0, room), 100);
};

/** Keeps nodes; answers which of them are kept now. */
export const keepNodes = async (
  trx: Knex.Transaction,
  nodes: ReadonlyMap<string, CallNode>,
  { now, atMost }: Writing,
): Promise<Set<string>> => {
  const table = 'calls_node';
  const read = async (): Promise<Known[]> =>
    (
      await inChunks([...nodes.keys()], CHUNK, chunk =>
        trx(table).whereIn('id', chunk).select('id', 'last_seen'),
      )
    ).map(row => ({ key: row.id, id: row.id, seen: Number(row.last_seen) }));
  const known = await read();
  const has = new Set(known.map(({ key }) => key));
  const fresh = [...nodes].filter(([id]) => !has.has(id));
  const rows = fresh.map(([id, { kind, environment, namespace, name }]) => ({
    ...{ id, kind, environment, namespace, name },
    ...{ first_seen: now, last_seen: now },
  }));
  await insertUpTo(trx, rows, { table, atMost });
  await touch(trx, known, { table, now });
  return fresh.length === 0
    ? has
    : new Set((await read()).map(({ key }) => key));
};

/** Keeps edges; answers the numbers of those that are kept now, by key. */
export const keepEdges = async (
  trx: Knex.Transaction,
  edges: ReadonlyMap<string, EdgeIdentity>,
  { now, atMost }: Writing,
): Promise<Map<string, number>> => {
  const table = 'calls_edge';
  const read = async (): Promise<(Known & { id: number })[]> =>
    (
      await inChunks([...edges.keys()], CHUNK, chunk =>
        trx(table).whereIn('key', chunk).select('id', 'key', 'last_seen'),
      )
    ).map(({ key, id, last_seen }) => ({ key, id, seen: Number(last_seen) }));
  const known = await read();
  const numbers = new Map(known.map(({ key, id }) => [key, id]));
  const fresh = [...edges].filter(([key]) => !numbers.has(key));
  const rows = fresh.map(([key, edge]) => ({ key, ...edge, last_seen: now }));
  await insertUpTo(trx, rows, { table, atMost });
  await touch(trx, known, { table, now });
  return fresh.length === 0
    ? numbers
    : new Map((await read()).map(({ key, id }) => [key, id]));
};
