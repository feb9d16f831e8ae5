import { InputError } from '@backstage/errors';
import * as fc from 'fast-check';
import { readCursor, writeCursor } from './cursor';

describe('a cursor', () => {
  it('brings back any position of its list', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string(),
        fc.string(),
        (key, id, list) => {
          expect(readCursor(writeCursor({ key, id }, list), list)).toEqual({
            key,
            id,
          });
        },
      ),
    );
  });

  it('is refused by any other list', () => {
    const cursor = writeCursor({ key: 'a', id: 'b' }, 'one');
    expect(() => readCursor(cursor, 'two')).toThrow(InputError);
  });

  it('is refused when its position could be in no database', () => {
    const cursor = writeCursor({ key: 'a\0', id: 'b' }, 'one');
    expect(() => readCursor(cursor, 'one')).toThrow(InputError);
  });

  it('is refused when it is garbage, whatever the garbage', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map(text => Buffer.from(text).toString('base64url')),
        ),
        text => {
          expect(() => readCursor(text, 'list')).toThrow(InputError);
        },
      ),
    );
  });
});
