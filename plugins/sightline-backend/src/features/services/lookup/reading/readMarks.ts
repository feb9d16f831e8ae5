import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { pages } from './pages';

type Row = {
  ref: string;
  etag: string;
  row: string;
  search: string;
  aliases: number;
};

/**
 * A mark for every service that moves with whatever leads to it: what the catalog
 * says, its names, its clues.
 */
export const readMarks = async (
  database: Knex,
): Promise<Map<string, string>> => {
  const marks = new Map<string, string>();
  const columns = ['ref', 'etag', 'row', 'search', 'aliases'];
  const ask = () => database('services_service').select(columns);
  for await (const rows of pages<Row>(ask)) {
    for (const { ref, etag, row, search, aliases } of rows) {
      const all = [etag, row, search, aliases].join('\n');
      marks.set(ref, createHash('sha1').update(all).digest('base64'));
    }
  }
  return marks;
};
