import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Knex } from 'knex';
import { BigNumber } from './tables';

type Row = { generation: BigNumber; due_since: BigNumber | null };

/** Moves whenever any list may answer differently. */
export const readGeneration = async (knex: Knex): Promise<number> => {
  const row: Row = await knex('slo_round').where('id', 1).first();
  return Number(row.generation);
};

/**
 * Everyone who writes how objectives stand takes this row first: what is judged
 * is read, compared and written, and two at once would tell of one change twice.
 * (SQLite has one connection and queues by itself.)
 */
export const lockObjectives = async (trx: Knex.Transaction): Promise<void> => {
  await trx('slo_round').where('id', 1).forUpdate().first();
  await trx('slo_round').where('id', 1).increment('generation', 1);
};

/** The book of objectives is to be read anew, by whoever reads it. */
export const markDue = async (knex: Knex, now: Instant): Promise<void> => {
  await knex('slo_round').where('id', 1).update({ due_since: now });
};

export const readDue = async (knex: Knex): Promise<Instant | undefined> => {
  const row: Row = await knex('slo_round').where('id', 1).first();
  return row.due_since === null ? undefined : Number(row.due_since);
};

/** What became due meanwhile stays due. */
export const clearDue = async (knex: Knex, seen: Instant): Promise<void> => {
  await knex('slo_round')
    .where({ id: 1, due_since: seen })
    .update({ due_since: null });
};
