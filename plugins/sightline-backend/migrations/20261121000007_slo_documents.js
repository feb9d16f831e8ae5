// @ts-check

/**
 * Where objectives are stated, with the last version of each that could be read:
 *
 *   slo_document   files, folders and providers, as they were read last
 *   slo_pushed     what came through the API
 */

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('slo_document', table => {
    table.text('id').primary().comment('hash of kind and address');
    table.text('kind').notNullable().comment('file, place or provider');
    table.text('address').notNullable();
    table.text('place').notNullable().comment('as people know it');
    table.text('folder').comment('address of the folder it was found in');
    table.text('hash').notNullable().comment('of all that is kept');
    table
      .text('kept')
      .notNullable()
      .comment('what it states, what is wrong with it, as JSON');
    table.bigInteger('changed_at').notNullable();
  });
  await knex.schema.createTable('slo_pushed', table => {
    table.text('service').notNullable();
    table.text('name').notNullable();
    table.text('statement').notNullable().comment('as JSON');
    table.text('pushed_by').notNullable();
    table.bigInteger('pushed_at').notNullable();
    table.primary(['service', 'name']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('slo_pushed');
  await knex.schema.dropTable('slo_document');
};
