import { Knex } from 'knex';
import { inChunks } from '../../platform/chunks';

/** Which of these are services: statements about anything else are not kept. */
export const existing = async (
  knex: Knex,
  refs: readonly string[],
): Promise<Set<string>> => {
  const rows = await inChunks([...new Set(refs)], 500, chunk =>
    knex('services_service').whereIn('ref', chunk).select('ref'),
  );
  return new Set(rows.map(row => row.ref));
};
