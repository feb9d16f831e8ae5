import type { Instance } from '../engine/instances.ts';
import type { Attributes, Span, SpanContext } from '../engine/Span.ts';
import { createProtoWriter, type ProtoWriter } from './ProtoWriter.ts';

const STATUS_ERROR = 2;

/**
 * An ExportTraceServiceRequest, with the field numbers of opentelemetry-proto 1.x:
 * spans by resource, then by the library that made them, as a Collector sends them.
 */
export function encodeTraces(spans: Span[]): Uint8Array {
  const writer = createProtoWriter();
  for (const [instance, scopes] of byInstanceAndScope(spans)) {
    writer.message(1, () => writeResourceSpans(writer, instance, scopes));
  }
  return writer.finish();
}

type Scopes = Map<string, Span[]>;

function byInstanceAndScope(spans: Span[]): Map<Instance, Scopes> {
  const groups = new Map<Instance, Scopes>();
  for (const span of spans) {
    const scopes = groups.get(span.instance) ?? new Map();
    groups.set(span.instance, scopes);
    const group = scopes.get(span.scope);
    if (group) group.push(span);
    else scopes.set(span.scope, [span]);
  }
  return groups;
}

function writeResourceSpans(
  writer: ProtoWriter,
  instance: Instance,
  scopes: Scopes,
) {
  writer.message(1, () => writeAttributes(writer, 1, instance.resource));
  for (const [scope, spans] of scopes) {
    writer.message(2, () => {
      writer.message(1, () => writer.text(1, scope));
      for (const span of spans) {
        writer.message(2, () => writeSpan(writer, span));
      }
    });
  }
}

function writeSpan(writer: ProtoWriter, span: Span) {
  writeContext(writer, span);
  if (span.parentSpanId) writer.hex(4, span.parentSpanId);
  writer.text(5, span.name);
  writer.varint(6, span.kind);
  writer.fixed64(7, span.startNanos);
  writer.fixed64(8, span.endNanos);
  writeAttributes(writer, 9, span.attributes);
  for (const { name, atNanos, attributes } of span.events) {
    writer.message(11, () => {
      writer.fixed64(1, atNanos);
      writer.text(2, name);
      writeAttributes(writer, 3, attributes);
    });
  }
  for (const link of span.links) {
    writer.message(13, () => writeContext(writer, link));
  }
  if (span.failed) writer.message(15, () => writer.varint(3, STATUS_ERROR));
  if (span.flags) writer.fixed32(16, span.flags);
}

/** Spans and links begin alike. */
function writeContext(
  writer: ProtoWriter,
  { traceId, spanId, traceState }: SpanContext,
) {
  writer.hex(1, traceId);
  writer.hex(2, spanId);
  if (traceState) writer.text(3, traceState);
}

function writeAttributes(
  writer: ProtoWriter,
  field: number,
  attributes: Attributes,
) {
  for (const [key, value] of Object.entries(attributes)) {
    writer.message(field, () => {
      writer.text(1, key);
      writer.message(2, () => writeValue(writer, value));
    });
  }
}

function writeValue(writer: ProtoWriter, value: Attributes[string]) {
  if (typeof value === 'string') writer.text(1, value);
  else if (typeof value === 'boolean') writer.varint(2, Number(value));
  else if (Number.isSafeInteger(value)) writer.int64(3, BigInt(value));
  else writer.double(4, value);
}
