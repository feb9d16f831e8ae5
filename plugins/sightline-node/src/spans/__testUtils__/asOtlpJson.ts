import { OtlpAttribute, OtlpRequest, OtlpValue } from './otlpSchema';

// An id of the wrong length is refused in bytes and padded in JSON: left out here.
const hex = (base64: string | undefined, length: number) => {
  const id = Buffer.from(base64 ?? '', 'base64');
  return id.length === length ? id.toString('hex') : '';
};

const valueAs = ({ value: kind, ...values }: OtlpValue) =>
  kind && kind !== 'array' && kind !== 'kvlist'
    ? { [`${kind}Value`]: values[kind] }
    : {};

const attributesAs = (attributes: OtlpAttribute[] = []) =>
  attributes.map(({ key, value }) => ({ key, value: valueAs(value ?? {}) }));

/** What protobufjs read, in OTLP's own JSON. */
export const asOtlpJson = (request: OtlpRequest) => ({
  resourceSpans: (request.resourceSpans ?? []).map(group => ({
    resource: { attributes: attributesAs(group.resource?.attributes) },
    scopeSpans: (group.scopeSpans ?? []).map(scope => ({
      spans: (scope.spans ?? []).map(span => ({
        ...span,
        traceId: hex(span.traceId, 16),
        spanId: hex(span.spanId, 8),
        parentSpanId: hex(span.parentSpanId, 8),
        attributes: attributesAs(span.attributes),
        links: span.links?.map(link => ({
          traceId: hex(link.traceId, 16),
          spanId: hex(link.spanId, 8),
        })),
      })),
    })),
  })),
});
