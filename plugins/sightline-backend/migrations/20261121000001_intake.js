// @ts-check

/**
 *   intake_source ──┬── intake_run    the last tries of each source, capped
 *                   └── intake_loss   what had to be dropped, by cause, capped
 *   intake_lease                      who holds which stream
 *
 * Moments are milliseconds since 1970: they are computed with, not displayed.
 */
/** @param {import("knex").Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('intake_source', table => {
    table.text('source_id').primary();
    table.bigInteger('last_attempt_at');
    table.bigInteger('last_success_at');
    table.text('last_outcome').comment('ok, partial, retry or failed');
    table.integer('consecutive_failures').notNullable().defaultTo(0);
    table
      .integer('questions')
      .notNullable()
      .defaultTo(0)
      .comment('in the last round');
    table.integer('questions_failed').notNullable().defaultTo(0);
    table.text('fault_kind');
    table.text('fault_words');
    table
      .text('notes')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON list, of the last run');
    table
      .integer('circuit_failures')
      .notNullable()
      .defaultTo(0)
      .comment('questions in a row');
    table.bigInteger('circuit_opened_at').comment('empty while it is closed');
    table.bigInteger('circuit_open_for');
    table.bigInteger('runs').notNullable().defaultTo(0);
    table.bigInteger('failures').notNullable().defaultTo(0);
    table.bigInteger('calls').notNullable().defaultTo(0);
    table.bigInteger('took').notNullable().defaultTo(0).comment('milliseconds');
    table
      .integer('covered')
      .comment('services it spoke of in its last complete round');
    table.integer('covered_of').comment('services there were then');
  });
  await knex.schema.createTable('intake_run', table => {
    table.bigIncrements('id');
    table.text('source_id').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('took').notNullable();
    table.text('outcome').notNullable();
    table.integer('calls').notNullable();
    table.text('fault_kind');
    table.text('fault_words');
    table.text('notes').notNullable().comment('JSON list');
    table.index(['source_id', 'id']);
  });
  await knex.schema.createTable('intake_loss', table => {
    table.text('source_id').notNullable();
    table.text('cause').notNullable();
    table.bigInteger('count').notNullable();
    table.bigInteger('last_at').notNullable();
    table.primary(['source_id', 'cause']);
  });
  await knex.schema.createTable('intake_lease', table => {
    table.text('name').primary();
    table.text('holder').comment('empty while nobody holds it');
    table.bigInteger('beat').notNullable().comment('grows with every renewal');
  });
};

/** @param {import("knex").Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('intake_lease');
  await knex.schema.dropTable('intake_loss');
  await knex.schema.dropTable('intake_run');
  await knex.schema.dropTable('intake_source');
};
