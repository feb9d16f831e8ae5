// @ts-check

/**
 * How far the past of each objective is filled with what the system that measures
 * it knew before:
 *
 *   begins ──────────── reached ════════════ ends      later: measured live
 *           to be asked           in slo_history
 */

/**
 * Keys compare by bytes, so that SQLite, PostgreSQL and every locale agree.
 *
 * @param {import('knex').Knex} knex
 */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('slo_past', table => {
    table.specificType('objective', key).primary().notNullable();
    table.text('measured_by').notNullable();
    table
      .text('kin')
      .notNullable()
      .comment('those asked about with one question; "" stands alone');
    table.text('state').notNullable().comment('asking, reckoning or done');
    table.bigInteger('begins').notNullable();
    table.bigInteger('ends').notNullable();
    table.bigInteger('reached').notNullable();
    table.integer('tries').notNullable().comment('that failed');
    table.bigInteger('not_before').notNullable();
    table.text('words').comment('why it has no past');
    table.index(['state', 'measured_by', 'kin'], 'slo_past_next');
    table.index(['kin'], 'slo_past_kin');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('slo_past');
};
