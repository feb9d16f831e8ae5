import { Root } from 'protobufjs';

const message = (
  fields: Record<string, [string, number] | [string, number, 'repeated']>,
) => ({
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, [type, id, rule]]) => [
      name,
      { type, id, ...(rule ? { rule } : {}) },
    ]),
  ),
});

/** The part of OTLP's schema that we read, for an independent decoder to read it too. */
const root = Root.fromJSON({
  nested: {
    Request: message({ resourceSpans: ['ResourceSpans', 1, 'repeated'] }),
    ResourceSpans: message({
      resource: ['Resource', 1],
      scopeSpans: ['ScopeSpans', 2, 'repeated'],
    }),
    Resource: message({ attributes: ['KeyValue', 1, 'repeated'] }),
    ScopeSpans: message({ spans: ['Span', 2, 'repeated'] }),
    Span: message({
      traceId: ['bytes', 1],
      spanId: ['bytes', 2],
      traceState: ['string', 3],
      parentSpanId: ['bytes', 4],
      name: ['string', 5],
      kind: ['int32', 6],
      startTimeUnixNano: ['fixed64', 7],
      endTimeUnixNano: ['fixed64', 8],
      attributes: ['KeyValue', 9, 'repeated'],
      events: ['Event', 11, 'repeated'],
      links: ['Link', 13, 'repeated'],
      status: ['Status', 15],
      flags: ['fixed32', 16],
    }),
    Event: message({
      time: ['fixed64', 1],
      name: ['string', 2],
      attributes: ['KeyValue', 3, 'repeated'],
    }),
    Link: message({ traceId: ['bytes', 1], spanId: ['bytes', 2] }),
    Status: message({ message: ['string', 2], code: ['int32', 3] }),
    KeyValue: message({ key: ['string', 1], value: ['AnyValue', 2] }),
    AnyValue: {
      oneofs: {
        value: {
          oneof: [
            'string',
            'bool',
            'int',
            'double',
            'array',
            'kvlist',
            'bytes',
          ],
        },
      },
      ...message({
        string: ['string', 1],
        bool: ['bool', 2],
        int: ['int64', 3],
        double: ['double', 4],
        array: ['ArrayValue', 5],
        kvlist: ['KeyValueList', 6],
        bytes: ['bytes', 7],
      }),
    },
    ArrayValue: message({ values: ['AnyValue', 1, 'repeated'] }),
    KeyValueList: message({ values: ['KeyValue', 1, 'repeated'] }),
  },
});

const requestType = root.lookupType('Request');

/** What protobufjs makes of a body; throws what it throws. */
export const decodeWithProtobufjs = (body: Uint8Array) =>
  requestType.toObject(requestType.decode(body), {
    longs: String,
    bytes: String,
    defaults: false,
    oneofs: true,
  }) as OtlpRequest;

export type OtlpValue = { value?: string; [kind: string]: unknown };
export type OtlpAttribute = { key?: string; value?: OtlpValue };
export type OtlpSpan = {
  traceId?: string;
  spanId?: string;
  parentSpanId?: string;
  traceState?: string;
  name?: string;
  kind?: number;
  startTimeUnixNano?: string;
  endTimeUnixNano?: string;
  attributes?: OtlpAttribute[];
  links?: { traceId?: string; spanId?: string }[];
  status?: { code?: number };
  flags?: number;
};
export type OtlpRequest = {
  resourceSpans?: {
    resource?: { attributes?: OtlpAttribute[] };
    scopeSpans?: { spans?: OtlpSpan[] }[];
  }[];
};
