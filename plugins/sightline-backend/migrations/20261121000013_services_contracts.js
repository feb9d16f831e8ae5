// @ts-check

/**
 * How the pacts of a service stand, as a column of the Fleet: like the columns of
 * 20261121000009_services_rows.js, with the indexes to sort and to filter by it.
 *
 *   services_service ─── contracts, contracts_state, contracts_key
 */

const word = 'contracts';

/** @param {import('knex').Knex} knex */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('services_service', table => {
    table.text(word).comment('as it is shown, JSON');
    table.text(`${word}_state`);
    table
      .specificType(`${word}_key`, byBytes(knex))
      .notNullable()
      .defaultTo('9');
  });
  await knex.schema.alterTable('services_service', table => {
    table.index([`${word}_key`, 'ref'], `services_service_by_${word}`);
    table.index(
      [`${word}_state`, 'name_key', 'ref'],
      `services_service_in_${word}_state`,
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('services_service', table => {
    table.dropIndex([], `services_service_by_${word}`);
    table.dropIndex([], `services_service_in_${word}_state`);
  });
  // Not by knex: it would make SQLite's table anew, without its triggers.
  for (const column of [word, `${word}_state`, `${word}_key`]) {
    await knex.raw('alter table services_service drop column ??', [column]);
  }
};
