// @ts-check

/**
 *   calls_node ◀─┬─ calls_edge ◀── calls_bucket   counts of a minute, 5, an hour, a day
 *     (caller, callee)
 *   calls_writer ── the highest report kept of each writer
 *   calls_state ─── one row: writers queue up here; who reported last, and when
 *
 * No foreign keys: an edge goes after its last bucket, a node after its last edge.
 */

/** @param {import('knex').Knex} knex */
const createEdgeTables = async knex => {
  await knex.schema.createTable('calls_node', table => {
    table.text('id').primary().notNullable().comment('hash of what names it');
    table.text('kind').notNullable();
    table.text('environment').notNullable();
    table.text('namespace').notNullable();
    table.text('name').notNullable();
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable().comment('to the hour');
    table.index(['name', 'namespace'], 'calls_node_by_name');
    table.index(['last_seen'], 'calls_node_seen');
  });
  await knex.schema.createTable('calls_edge', table => {
    table.increments('id').comment('what buckets refer to');
    table.text('key').notNullable().comment('hash of what makes it one edge');
    table.text('caller').notNullable();
    table.text('callee').notNullable();
    table.text('protocol').notNullable();
    table.text('mode').notNullable();
    table.text('evidence').notNullable();
    table.text('operation').notNullable();
    table.bigInteger('last_seen').notNullable().comment('to the hour');
    table.unique(['key'], { indexName: 'calls_edge_key' });
    table.index(['caller'], 'calls_edge_from');
    table.index(['callee'], 'calls_edge_to');
    table.index(['last_seen'], 'calls_edge_seen');
  });
};

/** @param {import('knex').Knex} knex */
const createBucketTable = async knex => {
  await knex.schema.createTable('calls_bucket', table => {
    table.integer('edge').notNullable();
    table.integer('width').notNullable().comment('milliseconds');
    table.bigInteger('at').notNullable().comment('its beginning');
    table.bigInteger('calls').notNullable();
    table.bigInteger('errors').notNullable();
    table.double('estimated').notNullable();
    table.bigInteger('unweighted').notNullable();
    table.bigInteger('retries').notNullable();
    table.text('latency').notNullable().comment('bucket:count bucket:count …');
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable();
    table.primary(['edge', 'width', 'at']);
    table.index(['width', 'at', 'edge'], 'calls_bucket_by_age');
  });
};

/** @param {import('knex').Knex} knex */
const createWriterTables = async knex => {
  await knex.schema.createTable('calls_writer', table => {
    table.text('writer').primary().notNullable();
    table.bigInteger('sequence').notNullable();
    table.bigInteger('reported_at').notNullable();
  });
  await knex.schema.createTable('calls_state', table => {
    table.integer('id').primary().notNullable();
    table.text('source').comment('who reported last');
    table.bigInteger('reported_at');
  });
  await knex('calls_state').insert({ id: 1 });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await createEdgeTables(knex);
  await createBucketTable(knex);
  await createWriterTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of [
    'calls_state',
    'calls_writer',
    'calls_bucket',
    'calls_edge',
    'calls_node',
  ]) {
    await knex.schema.dropTable(table);
  }
};
