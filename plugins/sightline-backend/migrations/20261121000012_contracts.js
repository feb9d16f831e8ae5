// @ts-check

/**
 * What brokers of contracts know, as of their last whole mirror, what was seen to
 * change, and what was asked about one thing at a time.
 *
 *   contracts_broker 1 ── n contracts_item      pairs, pacts, what is where…
 *                    1 ── n contracts_change    newest last, forgotten with age
 *                    1 ── n contracts_verdict   rows of can-i-deploy, as they came
 *                    1 ── n contracts_content   what a pact speaks about
 */

/**
 * Keys compare by bytes, so that SQLite, PostgreSQL and every locale agree.
 *
 * @param {import('knex').Knex} knex
 */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
const createMirrorTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('contracts_broker', table => {
    table.specificType('broker', key).primary().notNullable();
    table
      .bigInteger('generation')
      .notNullable()
      .comment('moves with every change of its items');
    table.bigInteger('observed_at').notNullable();
    table.bigInteger('fresh_for').notNullable().comment('milliseconds');
  });
  await knex.schema.createTable('contracts_item', table => {
    table.specificType('broker', key).notNullable();
    table
      .specificType('id', key)
      .notNullable()
      .comment('hash of what names it');
    table.text('kind').notNullable();
    table.text('hash').notNullable().comment('of the document');
    table.text('document').notNullable().comment('as the source said it');
    table.primary(['broker', 'id']);
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  const key = byBytes(knex);
  await createMirrorTables(knex);
  await knex.schema.createTable('contracts_change', table => {
    table.increments('id');
    table.bigInteger('at').notNullable();
    table.specificType('broker', key).notNullable();
    table.text('kind').notNullable();
    table.specificType('consumer', key).notNullable();
    table.specificType('provider', key).notNullable();
    table.text('words').notNullable();
    table.index(['consumer', 'at'], 'contracts_change_consumer');
    table.index(['provider', 'at'], 'contracts_change_provider');
    table.index(['at'], 'contracts_change_by_age');
  });
  await knex.schema.createTable('contracts_verdict', table => {
    table.specificType('id', key).primary().notNullable();
    table.text('basis').notNullable().comment('hash of what it rests on');
    table.bigInteger('asked_at').notNullable();
    table.text('document').notNullable().comment('BrokerVerdict as JSON');
    table.index(['asked_at'], 'contracts_verdict_by_age');
  });
  await knex.schema.createTable('contracts_content', table => {
    table.specificType('broker', key).notNullable();
    table.specificType('content', key).notNullable();
    table.bigInteger('asked_at').notNullable();
    table
      .text('document')
      .comment('its interactions as JSON; none when it could not be read');
    table.primary(['broker', 'content']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of [
    'contracts_content',
    'contracts_verdict',
    'contracts_change',
    'contracts_item',
    'contracts_broker',
  ]) {
    await knex.schema.dropTable(table);
  }
};
