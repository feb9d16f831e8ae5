// @ts-check

/**
 * Who is on call: how teams take turns, what other systems say, and who was put
 * in somebody's place.
 *
 *   oncall_document              files with rotations, as of when they could be read
 *   oncall_rotation              every version of every rotation that was in force
 *   oncall_override              made in the portal; wins over files
 *   oncall_roster 1 ── n oncall_past    what a source says, and what it said
 *   oncall_entity                people and groups as the catalog had them last
 *   oncall_standing              who was on call when it was last told
 */

/**
 * Keys compare by bytes, so that SQLite, PostgreSQL and every locale agree.
 *
 * @param {import('knex').Knex} knex
 */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

/** @param {import('knex').Knex} knex */
const createRotations = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('oncall_document', table => {
    table.specificType('id', key).primary().notNullable();
    table.text('kind').notNullable();
    table.text('address').notNullable();
    table.text('place').notNullable();
    table.text('folder');
    table.text('hash').notNullable();
    table.text('kept').notNullable().comment('JSON');
    table.bigInteger('changed_at').notNullable();
  });
  await knex.schema.createTable('oncall_rotation', table => {
    table.specificType('rotation', key).notNullable();
    table.bigInteger('since').notNullable().comment('in force from then on');
    table.text('hash').notNullable();
    table.text('document').comment('JSON; none: it was withdrawn');
    table.primary(['rotation', 'since']);
  });
  await knex.schema.createTable('oncall_override', table => {
    table.specificType('id', key).primary().notNullable();
    table.specificType('team', key).notNullable();
    table.integer('level').notNullable();
    table.text('user_ref').notNullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('to_at').notNullable();
    table.text('reason');
    table.text('made_by').notNullable();
    table.bigInteger('made_at').notNullable();
    table.index(['team', 'to_at'], 'oncall_override_of_team');
    table.index(['to_at'], 'oncall_override_by_age');
  });
};

/** @param {import('knex').Knex} knex */
const createRosters = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('oncall_roster', table => {
    table
      .specificType('id', key)
      .primary()
      .notNullable()
      .comment('of the source and of the roster, as JSON');
    table.text('source').notNullable();
    table.text('hash').notNullable();
    table.text('document').notNullable().comment('as it was last read, JSON');
    table.bigInteger('observed_at').notNullable();
    table.bigInteger('fresh_for').notNullable().comment('milliseconds');
    table.bigInteger('past_until').notNullable().comment('kept as history');
    table.text('fault').comment('why it could not be read again');
    table.bigInteger('gone_at').comment('the source no longer has it');
    table.index(['source'], 'oncall_roster_of_source');
  });
  await knex.schema.createTable('oncall_past', table => {
    table.specificType('roster', key).notNullable();
    table.integer('level').notNullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('to_at').notNullable();
    table.text('who').notNullable().comment('JSON; empty: nobody was');
    table.primary(['roster', 'level', 'from_at']);
    table.index(['to_at'], 'oncall_past_by_age');
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  const key = byBytes(knex);
  await createRotations(knex);
  await createRosters(knex);
  await knex.schema.createTable('oncall_entity', table => {
    table.specificType('ref', key).primary().notNullable();
    table.text('kind').notNullable();
    table.text('hash').notNullable();
    table.text('document').notNullable().comment('JSON');
    table.bigInteger('gone_at').comment('the catalog no longer has it');
  });
  await knex.schema.createTable('oncall_standing', table => {
    table.specificType('team', key).primary().notNullable();
    table.text('state').notNullable();
    table.text('who').notNullable().comment('refs as JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  for (const table of [
    ...['oncall_standing', 'oncall_entity', 'oncall_past', 'oncall_roster'],
    ...['oncall_override', 'oncall_rotation', 'oncall_document'],
  ]) {
    await knex.schema.dropTable(table);
  }
};
