import { InputError } from '@backstage/errors';

/** Where a page ended: the sort key and the id of its last row. */
export type Position = { key: string; id: string };

const VERSION = 1;
const LONGEST = 4_096;

const garbage = () =>
  new InputError(
    'cursor is not one this list gave out; ask for the first page',
  );

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/**
 * An opaque text for a position in one ordered, filtered list. `list` names that
 * list (its filter and sort): a cursor continues no other.
 */
export const writeCursor = (position: Position, list: string): string =>
  Buffer.from(
    JSON.stringify([VERSION, list, position.key, position.id]),
  ).toString('base64url');

/** PostgreSQL fails on a NUL, and no key or id has one. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0');

/** Reads it back; an InputError for anything `writeCursor` did not write for this list. */
export const readCursor = (cursor: string, list: string): Position => {
  const said = cursor.length <= LONGEST ? parse(cursor) : undefined;
  if (!Array.isArray(said) || said.length !== 4 || said[0] !== VERSION) {
    throw garbage();
  }
  const [, of, key, id] = said;
  if (!isText(key) || !isText(id)) {
    throw garbage();
  }
  if (of !== list) {
    throw new InputError(
      'cursor belongs to a list with another filter or sort; ask for the first page',
    );
  }
  return { key, id };
};
