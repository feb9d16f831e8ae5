import { gzipSync } from 'node:zlib';
import { gunzip } from './gunzip';

const codeOf = (work: () => unknown) => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
};

describe('gunzip', () => {
  const body = Buffer.from('orders and payments '.repeat(5000));
  const packed = gzipSync(body);

  it('unpacks what fits exactly, and refuses one byte more', () => {
    expect(Buffer.from(gunzip(packed, body.length))).toEqual(body);
    expect(codeOf(() => gunzip(packed, body.length - 1))).toBe(
      'ERR_BUFFER_TOO_LARGE',
    );
  });

  it.each([0, 1, 2 ** 32 - 1])(
    'is not led astray by a body that says it is %d bytes long',
    length => {
      const liar = Buffer.from(packed);
      liar.writeUInt32LE(length, liar.length - 4);
      expect(codeOf(() => gunzip(liar, 2 ** 26))).toBe('Z_DATA_ERROR');
    },
  );

  it('stops a bomb before it is in memory', () => {
    const bomb = gzipSync(Buffer.alloc(100 * 2 ** 20));
    expect(codeOf(() => gunzip(bomb, 2 ** 20))).toBe('ERR_BUFFER_TOO_LARGE');
  });

  it.each([0, 5, 17])('refuses %d bytes of nothing', length => {
    expect(codeOf(() => gunzip(Buffer.alloc(length), 2 ** 20))).toMatch(/^Z_/);
  });
});
