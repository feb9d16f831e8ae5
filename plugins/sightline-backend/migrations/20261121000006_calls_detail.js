// @ts-check

/**
 *   calls_edge ──── gains a trace to look at, calls_bucket what the caller saw
 *   calls_sighting  what a node said about itself: version, workload
 *   calls_step ◀──── calls_step_bucket     journeys: a tree of steps, counted
 *     └ parent          (key of another step)
 */

/** @param {import('knex').Knex} knex */
const widenEdges = async knex => {
  await knex.schema.alterTable('calls_edge', table => {
    table.bigInteger('first_seen').notNullable().defaultTo(0);
    table
      .boolean('sampled')
      .notNullable()
      .defaultTo(false)
      .comment('counts are no rates');
    table.text('sample').comment('trace id of a slow call lately');
    table.text('sample_failed').comment('trace id of a failed call lately');
  });
  await knex('calls_edge').update({ first_seen: knex.ref('last_seen') });
  await knex.schema.alterTable('calls_bucket', table => {
    table.bigInteger('caller_calls').notNullable().defaultTo(0);
    table.bigInteger('caller_errors').notNullable().defaultTo(0);
    table.text('caller_latency').notNullable().defaultTo('');
  });
};

/** @param {import('knex').Knex} knex */
const createSightingTable = async knex => {
  await knex.schema.createTable('calls_sighting', table => {
    table.text('node').notNullable();
    table.text('version').notNullable();
    table.text('cluster').notNullable();
    table.text('namespace').notNullable();
    table.text('workload').notNullable();
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable().comment('to the hour');
    table.primary(['node', 'version', 'cluster', 'namespace', 'workload']);
    table.index(['last_seen'], 'calls_sighting_seen');
  });
};

/** @param {import('knex').Knex} knex */
const createStepTables = async knex => {
  await knex.schema.createTable('calls_step', table => {
    table.increments('id').comment('what buckets refer to');
    table.text('key').notNullable().comment('hash of the way from the root');
    table.text('root').notNullable().comment('key of the step that begins it');
    table.text('parent').comment('key of the step before');
    table.text('callee').notNullable();
    table.text('caller').comment('only of a root');
    table.text('protocol').notNullable();
    table.text('mode').notNullable();
    table.text('operation').notNullable();
    table.text('sample').notNullable().comment('trace id of a slow one lately');
    table.bigInteger('last_seen').notNullable().comment('to the hour');
    table.unique(['key'], { indexName: 'calls_step_key' });
    table.index(['root'], 'calls_step_of');
    table.index(['callee'], 'calls_step_to');
    table.index(['last_seen'], 'calls_step_seen');
  });
  await knex.schema.createTable('calls_step_bucket', table => {
    table.integer('step').notNullable();
    table.integer('width').notNullable().comment('milliseconds');
    table.bigInteger('at').notNullable().comment('its beginning');
    table.bigInteger('journeys').notNullable();
    table.bigInteger('parents').notNullable();
    table.bigInteger('calls').notNullable();
    table.bigInteger('errors').notNullable();
    table.double('estimated').notNullable();
    table.integer('most').notNullable();
    table.double('critical').notNullable().comment('microseconds');
    table
      .double('begins')
      .notNullable()
      .comment('microseconds after the root, summed');
    table.text('latency').notNullable().comment('bucket:count bucket:count …');
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable();
    table.primary(['step', 'width', 'at']);
    table.index(['width', 'at', 'step'], 'calls_step_bucket_by_age');
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await widenEdges(knex);
  await createSightingTable(knex);
  await createStepTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of ['calls_step_bucket', 'calls_step', 'calls_sighting']) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('calls_bucket', table => {
    table.dropColumns('caller_calls', 'caller_errors', 'caller_latency');
  });
  await knex.schema.alterTable('calls_edge', table => {
    table.dropColumns('first_seen', 'sampled', 'sample', 'sample_failed');
  });
};
