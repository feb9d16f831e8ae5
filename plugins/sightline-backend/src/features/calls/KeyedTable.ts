import { Instant, Millis } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { chunks, inChunks } from '../../platform/chunks';
import { BigNumber } from './BucketTable';

const CHUNK = 200;

/** Where things are kept once each, by a key that is a hash of what they are. */
export type KeyedForm = {
  table: string;
  key: string;
  /** what others refer to; the key itself where there is no number */
  id: string;
  /** columns that follow what was said last, besides `last_seen` */
  renewed: readonly string[];
  /** something used every second is renewed once in this time */
  renewedEvery: Millis;
};

type Keeping = {
  now: Instant;
  /** what is in the table at most */
  atMost: number;
};

type Kept<Id> = { id: Id; seen: Instant };

const read = async <Id>(
  trx: Knex.Transaction,
  { table, key, id }: KeyedForm,
  keys: readonly string[],
): Promise<Map<string, Kept<Id>>> => {
  const rows: Record<string, unknown>[] = await inChunks(keys, CHUNK, chunk =>
    trx(table).whereIn(key, chunk).select(key, id, 'last_seen'),
  );
  return new Map(
    rows.map(row => [
      row[key] as string,
      { id: row[id] as Id, seen: Number(row.last_seen as BigNumber) },
    ]),
  );
};

const write = async (
  trx: Knex.Transaction,
  { table, key, renewed }: KeyedForm,
  rows: readonly object[],
) => {
  for (const chunk of chunks(rows, CHUNK)) {
    await trx(table)
      .insert(chunk)
      .onConflict(key)
      .merge(['last_seen', ...renewed]);
  }
};

/**
 * Keeps what is new as far as there is room, and renews what was seen long ago;
 * answers by key what is kept now.
 */
export const keepKeyed = async <Id>(
  trx: Knex.Transaction,
  form: KeyedForm,
  things: ReadonlyMap<string, object>,
  { now, atMost }: Keeping,
): Promise<Map<string, Id>> => {
  const known = await read<Id>(trx, form, [...things.keys()]);
  const toRow = ([key, columns]: [string, object]) => ({
    ...columns,
    [form.key]: key,
    last_seen: now,
  });
  const old = [...things].filter(([key]) => {
    const kept = known.get(key);
    return kept !== undefined && now - kept.seen >= form.renewedEvery;
  });
  await write(trx, form, old.map(toRow));

  const fresh = [...things].filter(([key]) => !known.has(key));
  if (fresh.length > 0) {
    const [{ n }] = await trx(form.table).count({ n: '*' });
    const room = Math.max(0, atMost - Number(n));
    const kept = fresh.slice(0, room);
    await write(trx, form, kept.map(toRow));
    const keys = kept.map(([key]) => key);
    for (const [key, is] of await read<Id>(trx, form, keys)) known.set(key, is);
  }
  return new Map([...known].map(([key, { id }]) => [key, id]));
};
