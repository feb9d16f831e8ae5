// @ts-check

/**
 * Two more columns of the Fleet that another feature knows: how a service runs,
 * and when it was last deployed.
 *
 *   services_service ── health, health_state, health_key,
 *                       lastDeploy, lastDeploy_state, lastDeploy_key
 */

const words = ['health', 'lastDeploy'];

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
    }
    // Nobody narrows a list by when something was deployed.
    table.index(
      ['health_state', 'name_key', 'ref'],
      'services_service_in_health_state',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('services_service', table => {
    table.dropIndex([], 'services_service_in_health_state');
  });
  for (const word of words) {
    await knex.schema.alterTable('services_service', table => {
      table.dropIndex([], `services_service_by_${word}`);
    });
    // Not by knex: it would make SQLite's table anew, without its triggers.
    for (const column of [word, `${word}_state`, `${word}_key`]) {
      await knex.raw('alter table services_service drop column ??', [column]);
    }
  }
};
