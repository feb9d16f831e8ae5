// @ts-check

/**
 * One more column of the Fleet that another feature knows: who is on call.
 *
 *   services_service ── onCall, onCall_state, onCall_key
 */

/** @param {import('knex').Knex} knex */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('services_service', table => {
    table.text('onCall').comment('as it is shown, JSON');
    table.text('onCall_state');
    table
      .specificType('onCall_key', byBytes(knex))
      .notNullable()
      .defaultTo('9');
  });
  await knex.schema.alterTable('services_service', table => {
    table.index(['onCall_key', 'ref'], 'services_service_by_onCall');
    table.index(
      ['onCall_state', 'name_key', 'ref'],
      'services_service_in_onCall_state',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.alterTable('services_service', table => {
    table.dropIndex([], 'services_service_in_onCall_state');
    table.dropIndex([], 'services_service_by_onCall');
  });
  // Not by knex: it would make SQLite's table anew, without its triggers.
  for (const column of ['onCall', 'onCall_state', 'onCall_key']) {
    await knex.raw('alter table services_service drop column ??', [column]);
  }
};
