import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { migrationsDirectory } from '../openDatabase';

const postgres = (['18', '17', '16', '15', '14'] as const).find(
  version =>
    process.env[`BACKSTAGE_TEST_DATABASE_POSTGRES${version}_CONNECTION_STRING`],
);

/** SQLite always; PostgreSQL where `npm test` found or started one. */
const testedDatabases: TestDatabaseId[] = [
  'SQLITE_3',
  ...(postgres ? [`POSTGRES_${postgres}` as TestDatabaseId] : []),
];

/** Call once at the top of a test file; then `await open(id)` in each test. */
export const useTestDatabases = () => {
  const databases = TestDatabases.create({ ids: testedDatabases });
  return {
    ids: testedDatabases,
    open: async (id: TestDatabaseId): Promise<Knex> => {
      const knex = await databases.init(id);
      await knex.migrate.latest({ directory: migrationsDirectory() });
      return knex;
    },
  };
};
