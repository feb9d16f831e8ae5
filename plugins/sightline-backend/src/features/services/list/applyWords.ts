import { Knex } from 'knex';

/** `%` and `_` stand for themselves. */
const containing = (word: string) =>
  `%${word.replace(/[\\%_]/g, found => `\\${found}`)}%`;

const phrase = (word: string) => `"${word.replace(/"/g, '""')}"`;

/** Shorter words have no piece of three letters to look up. */
const indexed = (words: readonly string[]) =>
  words.filter(word => [...word].length >= 3);

/**
 * Every word must occur somewhere. PostgreSQL uses its trigram index for `like`
 * by itself (but not with an `escape`, whose default is what we write). SQLite
 * has a full-text table of trigrams, worth asking only when few rows have the
 * words: walking the sort finds a common word sooner.
 */
export const applyWords = (
  query: Knex.QueryBuilder,
  words: readonly string[],
): void => {
  const postgres = query.client.config.client === 'pg';
  for (const word of words) {
    query.whereRaw(postgres ? 'search like ?' : "search like ? escape '\\'", [
      containing(word),
    ]);
  }
};

/** For SQLite, when few rows have the words. */
export const applyWordIndex = (
  query: Knex.QueryBuilder,
  words: readonly string[],
): void => {
  const long = indexed(words);
  if (long.length > 0 && query.client.config.client !== 'pg') {
    query.whereRaw(
      'services_service.id in (select rowid from services_search where services_search match ?)',
      [long.map(phrase).join(' AND ')],
    );
  }
};
