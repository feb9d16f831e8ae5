// @ts-check

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await knex.schema.createTable('outbox_event', table => {
    table.bigIncrements('id');
    table.text('topic').notNullable();
    table.text('payload').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('published_at');
    table.index(['published_at', 'id'], 'outbox_event_waiting');
  });
  await knex.schema.createTable('outbox_lease', table => {
    table.integer('id').primary().notNullable();
    table.text('holder').notNullable();
    table.bigInteger('until').notNullable();
  });
  await knex('outbox_lease').insert({ id: 1, holder: '', until: 0 });
  await knex.schema.createTable('outbox_loss', table => {
    table.text('topic').primary().notNullable();
    table.bigInteger('count').notNullable();
    table.bigInteger('last_at').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  await knex.schema.dropTable('outbox_loss');
  await knex.schema.dropTable('outbox_lease');
  await knex.schema.dropTable('outbox_event');
};
