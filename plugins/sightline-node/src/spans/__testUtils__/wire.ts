/** Protobuf as bytes, one field after the other, in whatever order a test wants. */
export type Bytes = number[];

const varint = (value: bigint | number): Bytes => {
  const bytes: Bytes = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return bytes;
};

export const number = (field: number, value: bigint | number): Bytes => [
  ...varint(field * 8),
  ...varint(value),
];

export const bytesField = (field: number, value: Iterable<number>): Bytes => {
  const content = [...value];
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
};

export const text = (field: number, value: string): Bytes =>
  bytesField(field, Buffer.from(value));

export const fixed64 = (field: number, value: bigint): Bytes => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt.asUintN(64, value));
  return [...varint(field * 8 + 1), ...buffer];
};

export const fixed32 = (field: number, value: number): Bytes => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return [...varint(field * 8 + 5), ...buffer];
};

export const double = (field: number, value: number): Bytes => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleLE(value);
  return [...varint(field * 8 + 1), ...buffer];
};

export const group = (field: number, content: Bytes): Bytes => [
  ...varint(field * 8 + 3),
  ...content,
  ...varint(field * 8 + 4),
];

const stringAttribute = (field: number, key: string, value: string) =>
  bytesField(field, [...text(1, key), ...bytesField(2, text(1, value))]);

/** One request with one resource and the given spans, each as the bytes of its message. */
export const request = (service: string, spans: Bytes[]): Uint8Array =>
  Uint8Array.from(
    bytesField(1, [
      ...bytesField(1, stringAttribute(1, 'service.name', service)),
      ...bytesField(
        2,
        spans.flatMap(span => bytesField(2, span)),
      ),
    ]),
  );
