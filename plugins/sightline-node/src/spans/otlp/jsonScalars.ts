const hex = /^[0-9a-f]+$/i;

/**
 * An id as words: hexadecimal as the specification says, base64 as some
 * back-ends answer; traces of older systems may lack leading zeros.
 */
export const writeId = (
  value: unknown,
  column: Uint32Array,
  at: number,
  words: number,
) => {
  if (typeof value !== 'string' || value === '') return;
  const digits = words * 8;
  if (value.length <= digits && hex.test(value)) {
    const padded = value.padStart(digits, '0');
    for (let word = 0; word < words; word++) {
      column[at + word] = parseInt(padded.slice(word * 8, word * 8 + 8), 16);
    }
    return;
  }
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== words * 4) return;
  for (let word = 0; word < words; word++) {
    column[at + word] = bytes.readUInt32BE(word * 4);
  }
};

/**
 * Nanoseconds since 1970 as two words. They exceed what a number can hold
 * exactly, so a string is read in two halves.
 */
export const writeNanos = (value: unknown, column: Uint32Array, at: number) => {
  const digits = typeof value === 'string' && /^\d{1,20}$/.test(value);
  if (!digits && !(typeof value === 'number' && value >= 0)) return;
  const text = String(value);
  if (text.length <= 15 && digits) {
    write(column, at, Number(text));
    return;
  }
  const wide = BigInt(digits ? text : Math.round(value as number));
  column[at] = Number(BigInt.asUintN(32, wide));
  column[at + 1] = Number(BigInt.asUintN(32, wide >> 32n));
};

const write = (column: Uint32Array, at: number, value: number) => {
  column[at] = value % 2 ** 32;
  column[at + 1] = Math.floor(value / 2 ** 32);
};

/** A number, or a name such as `SPAN_KIND_CLIENT`; 255 for what has no name here. */
export const writeEnum = (value: unknown, names: readonly string[]): number => {
  if (value === undefined || value === null) return 0;
  if (typeof value === 'string' && !/^\d+$/.test(value)) {
    const found = names.findIndex(name => value.endsWith(name));
    return found < 0 ? 255 : found;
  }
  const number = Number(value);
  return Number.isInteger(number) && number >= 0 && number < 255 ? number : 255;
};
