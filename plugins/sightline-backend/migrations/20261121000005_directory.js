// @ts-check

/**
 * What calls must know of entities that are no services: of what type an API
 * is, and who owns a database. Forgetting the etags makes the next sweep fetch
 * them all once more. Names are matched anew, too: by rules that know more.
 */

const columns = ['type', 'owner', 'system'];

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.alterTable('services_entity', table => {
    for (const column of columns) table.text(column);
  });
  await knex('services_entity').update({ etag: '' });
  await knex('services_state').update({ matched: -1 });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex('services_entity').where('kind', 'resource').delete();
  await knex.schema.alterTable('services_entity', table => {
    table.dropColumns(...columns);
  });
};
