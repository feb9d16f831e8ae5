// @ts-check

/**
 * Columns of the Fleet that other features know stand in the row itself: what
 * is shown, what is filtered by, and what is sorted by. So a page is still one
 * walk along one index, whichever column it is sorted by.
 *
 *   services_service ─── slo, slo_state, slo_key, drift, drift_state, drift_key
 *   services_row_turn ── when the whole fleet was last asked about, by column
 */

const words = ['slo', 'drift'];

/** @param {import('knex').Knex} knex */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('services_service', table => {
    for (const word of words) {
      table.text(word).comment('as it is shown, JSON');
      table.text(`${word}_state`);
      table
        .specificType(`${word}_key`, byBytes(knex))
        .notNullable()
        .defaultTo('9');
    }
  });
  await knex.schema.alterTable('services_service', table => {
    for (const word of words) {
      table.index([`${word}_key`, 'ref'], `services_service_by_${word}`);
      table.index(
        [`${word}_state`, 'name_key', 'ref'],
        `services_service_in_${word}_state`,
      );
    }
  });
  await knex.schema.createTable('services_row_turn', table => {
    table.text('word').primary().notNullable();
    table.bigInteger('at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('services_row_turn');
  for (const word of words) {
    await knex.schema.alterTable('services_service', table => {
      table.dropIndex([], `services_service_by_${word}`);
      table.dropIndex([], `services_service_in_${word}_state`);
    });
    // Not by knex: it would make SQLite's table anew, without its triggers.
    for (const column of [word, `${word}_state`, `${word}_key`]) {
      await knex.raw('alter table services_service drop column ??', [column]);
    }
  }
};
