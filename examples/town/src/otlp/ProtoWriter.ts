/** Writes protobuf into one growing buffer. Fields are given by number; nothing is checked. */
export type ProtoWriter = {
  varint(field: number, value: number): void;
  /** int64 in ten bytes when negative, as protobuf wants it */
  int64(field: number, value: bigint): void;
  fixed32(field: number, value: number): void;
  fixed64(field: number, value: bigint): void;
  double(field: number, value: number): void;
  text(field: number, value: string): void;
  /** bytes that are written as hexadecimal digits everywhere else */
  hex(field: number, value: string): void;
  message(field: number, write: () => void): void;
  finish(): Uint8Array;
};

const VARINT = 0;
const FIXED64 = 1;
const LENGTH = 2;
const FIXED32 = 5;

const FIRST_BYTES = 64 * 1024;

export function createProtoWriter(): ProtoWriter {
  let buffer = Buffer.allocUnsafe(FIRST_BYTES);
  let end = 0;

  const room = (bytes: number) => {
    if (end + bytes <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + bytes));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  };
  // Up to 2^53, so no bit operations, which stop at 2^32.
  const raw = (value: number) => {
    room(10);
    let rest = value;
    while (rest > 127) {
      buffer[end++] = rest % 128 | 128;
      rest = Math.floor(rest / 128);
    }
    buffer[end++] = rest;
  };
  const tag = (field: number, wire: number) => raw(field * 8 + wire);

  return {
    varint(field, value) {
      tag(field, VARINT);
      raw(value);
    },
    int64(field, value) {
      tag(field, VARINT);
      room(10);
      let rest = BigInt.asUintN(64, value);
      while (rest > 127n) {
        buffer[end++] = Number(rest & 127n) | 128;
        rest >>= 7n;
      }
      buffer[end++] = Number(rest);
    },
    fixed32(field, value) {
      tag(field, FIXED32);
      room(4);
      end = buffer.writeUInt32LE(value, end);
    },
    fixed64(field, value) {
      tag(field, FIXED64);
      room(8);
      end = buffer.writeBigUInt64LE(value, end);
    },
    double(field, value) {
      tag(field, FIXED64);
      room(8);
      end = buffer.writeDoubleLE(value, end);
    },
    text(field, value) {
      const bytes = Buffer.byteLength(value);
      tag(field, LENGTH);
      raw(bytes);
      room(bytes);
      end += buffer.write(value, end, 'utf8');
    },
    hex(field, value) {
      const bytes = value.length / 2;
      tag(field, LENGTH);
      raw(bytes);
      room(bytes);
      end += buffer.write(value, end, 'hex');
    },
    message(field, write) {
      tag(field, LENGTH);
      room(10);
      // One byte is kept for the length; longer messages move up to make room for theirs.
      const start = ++end;
      write();
      const length = end - start;
      let more = 0;
      for (let rest = length; rest > 127; rest = Math.floor(rest / 128)) more++;
      room(more);
      if (more > 0) buffer.copyWithin(start + more, start, end);
      end = start - 1;
      raw(length);
      end = start + more + length;
    },
    finish: () => buffer.subarray(0, end),
  };
}
