// @ts-check

/**
 *   slo_objective ─┬─ slo_state ── what lists sort and filter by: narrow rows
 *   what is in     └─ slo_status   how it stands, and what was counted last
 *   force             └ slo_mark   when that changed
 *   slo_history ───── an hour or a day a cell, a day or a month of cells a row
 *   slo_problem ───── documents that cannot be read
 *   slo_discovered ── what outside systems have rules for, a row a system
 *   slo_round ─────── one row: writers queue up here; generation of all lists
 *
 * No foreign keys: history outlives its objective.
 */

/**
 * Keys compare by bytes, so that SQLite, PostgreSQL and every locale agree.
 *
 * @param {import('knex').Knex} knex
 */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
const createObjectiveTable = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('slo_objective', table => {
    table.specificType('id', key).primary().notNullable();
    table.specificType('service', key).notNullable();
    table.specificType('name', key).notNullable();
    table.text('measured_by').notNullable().comment('id of the source, or ""');
    table.text('hash').notNullable().comment('of the document');
    table
      .text('asked')
      .notNullable()
      .comment('hash of what is asked: counts of another question are none');
    table.bigInteger('changed_at').notNullable();
    table.text('document').notNullable().comment('objective, indicator, owner');
    table.index(['service', 'name'], 'slo_objective_of');
    table.index(['measured_by', 'id'], 'slo_objective_by');
  });
};

/** @param {import('knex').Knex} knex */
const createStateTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('slo_state', table => {
    table.specificType('id', key).primary().notNullable();
    table.specificType('service', key).notNullable();
    table.text('owner_ref');
    table.text('tier');
    table.text('state').notNullable();
    table
      .integer('apart')
      .notNullable()
      .comment('1 while unknown: sorted last');
    table.text('indicator').notNullable();
    table.text('origin').notNullable();
    table.integer('state_key').notNullable();
    table.double('exhaustion_key').notNullable();
    table.double('budget_key').notNullable();
    table.double('burn_key').notNullable();
    table.double('attainment_key').notNullable();
    table.specificType('service_key', key).notNullable();
    table.specificType('owner_key', key).notNullable();
    table.specificType('title_key', key).notNullable();
    table.text('search').notNullable().comment('lower-cased words for q');
    // What moves every minute has an index where people sort by it often.
    table.index(['apart', 'exhaustion_key', 'id'], 'slo_state_by_exhaustion');
    table.index(['apart', 'budget_key', 'id'], 'slo_state_by_budget');
    table.index(['apart', 'burn_key', 'id'], 'slo_state_by_burn');
    table.index(['service_key', 'id'], 'slo_state_by_service');
    table.index(['owner_key', 'id'], 'slo_state_by_owner');
    table.index(['service'], 'slo_state_of');
    table.index(['owner_ref'], 'slo_state_owned');
  });
  await knex.schema.createTable('slo_status', table => {
    table.specificType('id', key).primary().notNullable();
    table
      .bigInteger('measured_at')
      .comment('as of when; none before the first');
    table.bigInteger('fresh_until').comment('older than it may be after this');
    table.boolean('stale').notNullable();
    table.text('told').comment('what people were last notified of');
    table.text('before').comment('JudgedBefore as JSON');
    table.text('kept').comment('what was counted last, by window');
    table.text('document').notNullable().comment('ObjectiveStatus, shortened');
    table.index(['stale', 'fresh_until'], 'slo_status_stale');
  });
};

/** @param {import('knex').Knex} knex */
const createHistoryTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('slo_history', table => {
    table.specificType('objective', key).notNullable();
    table.integer('width').notNullable().comment('milliseconds of a cell');
    table.bigInteger('at').notNullable().comment('where its first cell begins');
    table
      .text('cells')
      .notNullable()
      .comment(
        'place:remaining:total:bad:burn …; the last one of a place holds',
      );
    table.primary(['objective', 'width', 'at']);
    table.index(['width', 'at'], 'slo_history_by_age');
  });
  await knex.schema.createTable('slo_mark', table => {
    table.increments('id');
    table.specificType('objective', key).notNullable();
    table.bigInteger('at').notNullable();
    table.text('kind').notNullable();
    table.text('words').notNullable();
    table.text('source').notNullable();
    table.index(['objective', 'at'], 'slo_mark_of');
    table.index(['at'], 'slo_mark_by_age');
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await createObjectiveTable(knex);
  await createStateTables(knex);
  await createHistoryTables(knex);
  await knex.schema.createTable('slo_problem', table => {
    table.integer('place').primary().notNullable();
    table.text('service');
    table.text('document').notNullable().comment('ObjectiveProblem as JSON');
    table.index(['service'], 'slo_problem_of');
  });
  await knex.schema.createTable('slo_discovered', table => {
    table.text('source').primary().notNullable();
    table.text('hash').notNullable();
    table.bigInteger('seen_at').notNullable();
    table
      .text('document')
      .notNullable()
      .comment('DiscoveredObjective[] as JSON');
  });
  await knex.schema.createTable('slo_round', table => {
    table.integer('id').primary().notNullable();
    table.bigInteger('generation').notNullable();
    table.bigInteger('due_since').comment('the book is to be read anew');
  });
  await knex('slo_round').insert({ id: 1, generation: 0 });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of [
    'slo_round',
    'slo_discovered',
    'slo_problem',
    'slo_mark',
    'slo_history',
    'slo_status',
    'slo_state',
    'slo_objective',
  ]) {
    await knex.schema.dropTable(table);
  }
};
