// @ts-check

/**
 * What runs in clusters, as of what was last heard of each, and when it was
 * deployed.
 *
 *   workloads_cluster 1 ── n workloads_workload   what runs, and what is remembered of it
 *                     1 ── n workloads_deploy     newest last, forgotten with age
 *
 * Which service a workload belongs to is asked of the names that are kept for
 * services: somebody may say so tomorrow.
 */

/**
 * Keys compare by bytes, so that SQLite, PostgreSQL and every locale agree.
 *
 * @param {import('knex').Knex} knex
 */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
const createWorkloads = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('workloads_workload', table => {
    table
      .specificType('id', key)
      .primary()
      .notNullable()
      .comment('cluster, namespace, kind and name as JSON');
    table.specificType('cluster', key).notNullable();
    table
      .specificType('named', key)
      .notNullable()
      .comment('namespace, kind and name as JSON');
    table.text('hash').notNullable().comment('of the document');
    table.text('document').notNullable().comment('as the source said it, JSON');
    table.text('memory').notNullable().comment('from earlier reports, JSON');
    table.text('visible').notNullable().comment('hash of what people see');
    table.text('state').notNullable();
    table.text('words').notNullable();
    table.bigInteger('since').comment('in this state; none: longer than known');
    table.text('version');
    table.bigInteger('deployed_at');
    table.text('deployed_kind');
    table.text('deployed_version');
    table
      .bigInteger('gone_at')
      .comment('no longer there; remembered in case it comes back');
    table.index(['cluster', 'gone_at'], 'workloads_workload_in_cluster');
    table.index(['named'], 'workloads_workload_by_name');
    table.index(['gone_at'], 'workloads_workload_by_age');
  });
};

/** @param {import('knex').Knex} knex */
const createDeploys = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('workloads_deploy', table => {
    table.specificType('id', key).primary().notNullable();
    table.specificType('cluster', key).notNullable();
    table.specificType('named', key).notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('completed_at');
    table.bigInteger('found_at').notNullable().comment('when we heard of it');
    table.text('kind').notNullable();
    table.text('from_version');
    table.text('to_version');
    table.text('images').notNullable().comment('JSON');
    table.text('words').notNullable();
    table.index(['at', 'id'], 'workloads_deploy_by_age');
    table.index(['named', 'at', 'id'], 'workloads_deploy_by_name');
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('workloads_cluster', table => {
    table.specificType('cluster', key).primary().notNullable();
    table.text('source').notNullable();
    table
      .bigInteger('generation')
      .notNullable()
      .comment('moves with every change of its workloads');
    table.bigInteger('observed_at');
    table.bigInteger('fresh_for').notNullable().comment('milliseconds');
    table.text('gaps').notNullable().comment('what cannot be seen, JSON');
  });
  await createWorkloads(knex);
  await createDeploys(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of [
    'workloads_deploy',
    'workloads_workload',
    'workloads_cluster',
  ]) {
    await knex.schema.dropTable(table);
  }
};
