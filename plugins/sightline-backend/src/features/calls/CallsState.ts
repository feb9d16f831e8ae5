import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { BigNumber } from './BucketTable';

/** Who reported calls last, and when; `undefined` while nobody ever has. */
export type LastReport = { source: string; at: Instant };

type StateRow = { source: string | null; reported_at: BigNumber | null };

const toLastReport = (row: StateRow): LastReport | undefined =>
  row.source === null
    ? undefined
    : { source: row.source, at: Number(row.reported_at) };

export const readLastReport = async (knex: Knex) =>
  toLastReport(await knex('calls_state').where('id', 1).first());

/**
 * Everyone who writes counts takes this row first: buckets are read, added to
 * and written, and two who did so at once would lose one's counts. (SQLite has
 * one connection and queues by itself.)
 */
export const lockCalls = async (trx: Knex.Transaction): Promise<void> => {
  await trx('calls_state').where('id', 1).forUpdate().first();
};
