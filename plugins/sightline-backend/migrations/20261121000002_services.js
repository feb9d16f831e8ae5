// @ts-check

/**
 *   services_service ─── one row a service, ready for lists
 *    ├ services_declared      what the catalog says, as it was fetched
 *    ├ services_tag           ├ services_dependency
 *    ├ services_fact          ├ services_clue
 *    ├ services_dossier       └ services_dirty (waits to be assembled)
 *   services_entity ──── groups, users, systems, domains, APIs: what names them
 *    └ services_group_above   every group above every group or user
 *   services_name ────── outside names and what they are taken to mean
 *    └ services_alias_audit
 *   services_state ───── one row: generations and the last sweep
 *
 * No foreign keys: the store deletes in one transaction, and statements about a
 * service may arrive in any order.
 */

/**
 * Sort keys compare by bytes, so that SQLite, PostgreSQL and every locale agree.
 *
 * @param {import('knex').Knex} knex
 */
const byBytes = knex =>
  knex.client.config.client === 'pg' ? 'text collate "C"' : 'text';

const sortKeys = ['name', 'owner', 'system', 'tier', 'lifecycle', 'updated'];
const filters = [
  'owner_ref',
  'system_ref',
  'domain_ref',
  'tier',
  'lifecycle',
  'type',
];

/** @param {import('knex').Knex} knex */
const createServiceTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('services_service', table => {
    table.increments('id').comment('what the full-text index refers to');
    table.specificType('ref', key).notNullable();
    table.unique(['ref'], { indexName: 'services_service_ref' });
    table.text('etag').notNullable();
    for (const word of sortKeys) {
      table.specificType(`${word}_key`, key).notNullable();
    }
    table.text('owner_ref');
    table.text('system_ref');
    table.text('domain_ref');
    table.text('tier');
    table.text('lifecycle');
    table.text('type').notNullable();
    table.boolean('owned').notNullable();
    table.text('search').notNullable().comment('lower-cased words for q');
    table.text('row').notNullable().comment('ServiceRow as JSON');
    table.integer('aliases').notNullable();
    table.bigInteger('observed_at').notNullable();
    for (const word of sortKeys) {
      table.index([`${word}_key`, 'ref'], `services_service_by_${word}`);
    }
    for (const column of filters) {
      table.index([column, 'name_key', 'ref'], `services_service_in_${column}`);
    }
  });
  await knex.schema.createTable('services_declared', table => {
    table.specificType('ref', key).primary().notNullable();
    table.text('declared').notNullable().comment('as fetched, JSON');
    table.text('service').notNullable().comment('Service as JSON');
    table.text('dependencies').notNullable();
    table.text('identity').notNullable().comment('what a name may match, JSON');
    table
      .boolean('stale')
      .notNullable()
      .comment('a group or system it names changed');
    table.index(['stale', 'ref'], 'services_declared_stale');
  });
  await knex.schema.createTable('services_tag', table => {
    table.text('tag').notNullable();
    table.specificType('ref', key).notNullable();
    table.primary(['tag', 'ref']);
    table.index(['ref'], 'services_tag_of');
  });
  await knex.schema.createTable('services_dependency', table => {
    table.specificType('ref', key).notNullable();
    table.text('target').notNullable();
    table.text('relation').notNullable();
    table.primary(['ref', 'target', 'relation']);
    table.index(['target'], 'services_dependency_on');
  });
};

/**
 * An index of all three-letter pieces, so that a word is found anywhere in a
 * text without reading every text. Without it `q` still works, by reading.
 *
 * @param {import('knex').Knex} knex
 */
const createSearchIndex = async knex => {
  if (knex.client.config.client === 'pg') {
    // The extension may be missing or not allowed; then there is no index.
    await knex.raw(`do $$ begin
      create extension if not exists pg_trgm;
      create index services_service_search on services_service using gin (search gin_trgm_ops);
    exception when others then raise notice 'no pg_trgm: services are searched without an index';
    end $$`);
    return;
  }
  await knex.raw(
    "create virtual table services_search using fts5(search, content='services_service', content_rowid='id', tokenize='trigram case_sensitive 1')",
  );
  const gone =
    "insert into services_search(services_search, rowid, search) values ('delete', old.id, old.search);";
  const came =
    'insert into services_search(rowid, search) values (new.id, new.search);';
  await knex.raw(
    `create trigger services_search_insert after insert on services_service begin ${came} end`,
  );
  await knex.raw(
    `create trigger services_search_delete after delete on services_service begin ${gone} end`,
  );
  await knex.raw(
    `create trigger services_search_update after update of search on services_service when old.search is not new.search begin ${gone} ${came} end`,
  );
};

/** @param {import('knex').Knex} knex */
const createLookupTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('services_entity', table => {
    table.specificType('ref', key).primary().notNullable();
    table.text('kind').notNullable();
    table.text('etag').notNullable();
    table.text('name').notNullable();
    table
      .text('parents')
      .notNullable()
      .comment('JSON: group above, domain of a system');
    table
      .text('providers')
      .notNullable()
      .comment('JSON: services that provide an API');
    table.bigInteger('observed_at').notNullable();
    table.index(['kind'], 'services_entity_of_kind');
  });
  await knex.schema.createTable('services_group_above', table => {
    table.text('member').notNullable();
    table.text('above').notNullable();
    table.integer('distance').notNullable();
    table.primary(['member', 'above']);
    table.index(['above', 'member'], 'services_group_under');
  });
  await knex.schema.createTable('services_state', table => {
    table.integer('id').primary().notNullable();
    table
      .bigInteger('generation')
      .notNullable()
      .comment('moves when a list may differ');
    table
      .bigInteger('identity')
      .notNullable()
      .comment('moves when a match may differ');
    table
      .bigInteger('matched')
      .notNullable()
      .comment('identity at the last full match');
    table.bigInteger('swept_at').comment('last complete sweep of the catalog');
    table.bigInteger('provided_at').comment('last time providers were asked');
    table
      .text('doubt')
      .comment('JSON: a sweep that lost too much to be believed');
  });
  await knex('services_state').insert({
    id: 1,
    generation: 0,
    identity: 0,
    matched: -1,
  });
};

/** @param {import('knex').Knex} knex */
const createNameTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('services_name', table => {
    table.specificType('id', key).primary().notNullable();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('namespace').notNullable();
    table.specificType('name_key', key).notNullable();
    table.text('labels').notNullable();
    table.text('source').notNullable();
    table.bigInteger('first_seen').notNullable();
    table.bigInteger('last_seen').notNullable();
    table.text('state').notNullable();
    table.text('service');
    table.float('score');
    table.text('reason');
    table.text('candidates').notNullable();
    table.text('decided_by');
    table.bigInteger('decided_at');
    table.text('search').notNullable();
    table.index(['name_key', 'id'], 'services_name_by_name');
    table.index(['state', 'name_key', 'id'], 'services_name_in_state');
    table.index(['service'], 'services_name_of_service');
    table.index(['source', 'name_key', 'id'], 'services_name_of_source');
  });
  await knex.schema.createTable('services_alias_audit', table => {
    table.increments('id');
    table.text('name_id').notNullable();
    table.bigInteger('at').notNullable();
    table.text('by').notNullable();
    table.text('before').notNullable();
    table.text('after').notNullable();
    table.index(['name_id', 'id'], 'services_alias_audit_of');
  });
};

/** @param {import('knex').Knex} knex */
const createDossierTables = async knex => {
  const key = byBytes(knex);
  await knex.schema.createTable('services_fact', table => {
    table.specificType('ref', key).notNullable();
    table.text('source').notNullable();
    table.text('facts').notNullable();
    table.bigInteger('observed_at').notNullable();
    table.primary(['ref', 'source']);
  });
  await knex.schema.createTable('services_clue', table => {
    table.specificType('ref', key).notNullable();
    table.text('source').notNullable();
    table.text('kind').notNullable();
    table.text('value').notNullable();
    table.bigInteger('last_seen').notNullable();
    table.primary(['ref', 'source', 'kind', 'value']);
    table.index(['last_seen'], 'services_clue_seen');
  });
  await knex.schema.createTable('services_dossier', table => {
    table.specificType('ref', key).primary().notNullable();
    table.text('document').notNullable();
    table.text('etag').notNullable();
    table.bigInteger('assembled_at').notNullable();
  });
  await knex.schema.createTable('services_dirty', table => {
    table.specificType('ref', key).primary().notNullable();
    table.bigInteger('since').notNullable();
    table
      .bigInteger('claimed')
      .notNullable()
      .comment('until then one replica has it');
    table.index(['claimed', 'since'], 'services_dirty_waiting');
  });
};

/** @param {import('knex').Knex} knex */
exports.up = async knex => {
  await createServiceTables(knex);
  await createSearchIndex(knex);
  await createLookupTables(knex);
  await createNameTables(knex);
  await createDossierTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async knex => {
  if (knex.client.config.client !== 'pg') {
    await knex.schema.dropTable('services_search');
  }
  for (const table of [
    'services_dirty',
    'services_dossier',
    'services_clue',
    'services_fact',
    'services_alias_audit',
    'services_name',
    'services_state',
    'services_group_above',
    'services_entity',
    'services_dependency',
    'services_tag',
    'services_declared',
    'services_service',
  ]) {
    await knex.schema.dropTable(table);
  }
};
