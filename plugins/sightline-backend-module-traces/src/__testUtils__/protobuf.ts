import { asOtlp, FakeTrace } from './fakeTraces';

type Bytes = number[];

const varint = (value: number): Bytes =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(value >>> 7)];

export const number = (field: number, value: number): Bytes => [
  ...varint(field * 8),
  ...varint(value),
];

export const bytes = (field: number, content: Iterable<number>): Bytes => {
  const all = [...content];
  return [...varint(field * 8 + 2), ...varint(all.length), ...all];
};

export const text = (field: number, value: string): Bytes =>
  bytes(field, Buffer.from(value));

const fixed64 = (field: number, value: string): Bytes => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64LE(BigInt(value));
  return [...varint(field * 8 + 1), ...buffer];
};

type OtlpGroup = ReturnType<typeof asOtlp>['resourceSpans'][number];
type OtlpSpan = OtlpGroup['scopeSpans'][number]['spans'][number];
type OtlpAttribute = OtlpSpan['attributes'][number];

const attributeOf = ({ key, value }: OtlpAttribute): Bytes => [
  ...text(1, key),
  ...bytes(2, text(1, value.stringValue)),
];

const spanOf = (span: OtlpSpan): Bytes => [
  ...bytes(1, Buffer.from(span.traceId, 'hex')),
  ...bytes(2, Buffer.from(span.spanId, 'hex')),
  ...bytes(4, Buffer.from(span.parentSpanId ?? '', 'hex')),
  ...text(5, span.name),
  ...number(6, span.kind),
  ...fixed64(7, span.startTimeUnixNano),
  ...fixed64(8, span.endTimeUnixNano),
  ...span.attributes.flatMap(one => bytes(9, attributeOf(one))),
  ...bytes(15, number(3, span.status.code ?? 0)),
];

/** A trace as Tempo's first API sends it: a list of resources. */
export const tempoTrace = (trace: FakeTrace): Uint8Array =>
  Uint8Array.from(
    asOtlp([trace]).resourceSpans.flatMap(({ resource, scopeSpans }) =>
      bytes(1, [
        ...bytes(
          1,
          resource.attributes.flatMap(one => bytes(1, attributeOf(one))),
        ),
        ...bytes(
          2,
          scopeSpans[0].spans.flatMap(span => bytes(2, spanOf(span))),
        ),
      ]),
    ),
  );

/** The same as its second API sends it. */
export const tempoEnvelope = (
  trace: Uint8Array,
  { partial }: { partial?: string } = {},
): Uint8Array =>
  Uint8Array.from([
    ...bytes(1, trace),
    ...bytes(2, number(1, 4711)),
    ...(partial === undefined ? [] : [...number(3, 1), ...text(4, partial)]),
  ]);
