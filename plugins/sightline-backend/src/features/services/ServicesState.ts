import { Knex } from 'knex';

/** The one row all replicas share. */
export type ServicesState = {
  /** moves whenever any list may answer differently */
  generation: number;
  /** moves whenever an outside name may match differently */
  identity: number;
  /** `identity` at the last time all names were matched */
  matched: number;
  sweptAt?: number;
  doubt?: string;
};

/** PostgreSQL answers large numbers as text. */
type StateRow = {
  generation: string | number;
  identity: string | number;
  matched: string | number;
  swept_at: string | number | null;
  doubt: string | null;
};

const toState = (row: StateRow): ServicesState => ({
  generation: Number(row.generation),
  identity: Number(row.identity),
  matched: Number(row.matched),
  ...(row.swept_at !== null && { sweptAt: Number(row.swept_at) }),
  ...(row.doubt !== null && { doubt: row.doubt }),
});

export const readState = async (knex: Knex): Promise<ServicesState> =>
  toState(await knex('services_state').where('id', 1).first());

/**
 * Everyone who writes what lists show takes this row first: writers of all
 * replicas queue up here, so each sees what the one before left, and events
 * enter the outbox in the order of their changes. (SQLite has one connection
 * and queues by itself.)
 */
export const lockState = async (
  trx: Knex.Transaction,
): Promise<ServicesState> =>
  toState(await trx('services_state').where('id', 1).forUpdate().first());

export const bump = async (
  trx: Knex.Transaction,
  what: 'generation' | 'identity',
): Promise<void> => {
  await trx('services_state').where('id', 1).increment(what, 1);
};

/** `bump` for a change that lists show and names may match. */
export const bumpBoth = async (trx: Knex.Transaction): Promise<void> => {
  await trx('services_state')
    .where('id', 1)
    .increment({ generation: 1, identity: 1 });
};

export const markDirty = async (
  trx: Knex,
  refs: readonly string[],
  since: number,
): Promise<void> => {
  for (let at = 0; at < refs.length; at += 200) {
    await trx('services_dirty')
      .insert(refs.slice(at, at + 200).map(ref => ({ ref, since, claimed: 0 })))
      .onConflict('ref')
      .merge();
  }
};
