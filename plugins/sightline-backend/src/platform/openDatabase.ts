import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { keepStatements } from './keepStatements';

export const migrationsDirectory = () =>
  resolvePackagePath(
    '@sightline/backstage-plugin-sightline-backend',
    'migrations',
  );

/** The plugin's database, brought to the newest schema unless the operator does that himself. */
export const openDatabase = async (
  database: DatabaseService,
): Promise<Knex> => {
  const knex = await database.getClient();
  await tuneSqlite(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDirectory() });
  }
  return knex;
};

/**
 * Out of the box SQLite waits for the disk at every commit, on the one thread
 * that also answers people, and readers wait for writers. With a write-ahead
 * log neither does; a process that dies loses nothing, and a machine that loses
 * power loses at most its last moments, which the sources tell again.
 */
const tuneSqlite = async (knex: Knex) => {
  if (knex.client.config.client === 'better-sqlite3') {
    await knex.raw('pragma journal_mode = wal');
    await knex.raw('pragma synchronous = normal');
    await keepStatements(knex);
  }
};
