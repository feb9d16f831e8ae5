// @ts-check

/**
 * Which groups a user is in is mirrored, too. Forgetting the etags makes the next
 * sweep fetch all users once more.
 */

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex('services_entity').where('kind', 'user').update({ etag: '' });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex('services_entity')
    .where('kind', 'user')
    .update({ etag: '', parents: '[]' });
};
