import { parse } from 'protobufjs';

/** The part of opentelemetry-proto 1.x that a request with spans consists of. */
const { root } = parse(
  `
  syntax = "proto3";
  message ExportTraceServiceRequest { repeated ResourceSpans resource_spans = 1; }
  message ResourceSpans { Resource resource = 1; repeated ScopeSpans scope_spans = 2; string schema_url = 3; }
  message Resource { repeated KeyValue attributes = 1; uint32 dropped_attributes_count = 2; }
  message ScopeSpans { Scope scope = 1; repeated Span spans = 2; string schema_url = 3; }
  message Scope { string name = 1; string version = 2; }
  message Span {
    bytes trace_id = 1; bytes span_id = 2; string trace_state = 3; bytes parent_span_id = 4;
    string name = 5; int32 kind = 6;
    fixed64 start_time_unix_nano = 7; fixed64 end_time_unix_nano = 8;
    repeated KeyValue attributes = 9; repeated Event events = 11; repeated Link links = 13;
    Status status = 15; fixed32 flags = 16;
  }
  message Event { fixed64 time_unix_nano = 1; string name = 2; repeated KeyValue attributes = 3; }
  message Link { bytes trace_id = 1; bytes span_id = 2; string trace_state = 3; }
  message Status { string message = 2; int32 code = 3; }
  message KeyValue { string key = 1; AnyValue value = 2; }
  message AnyValue {
    oneof value { string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4; }
  }
  message ExportTraceServiceResponse { PartialSuccess partial_success = 1; }
  message PartialSuccess { int64 rejected_spans = 1; string error_message = 2; }
  message RpcStatus { int32 code = 1; string message = 2; }
  `,
  { keepCase: true },
);

type KeyValue = { key: string; value: Record<string, unknown> };
export type DecodedSpan = {
  trace_id: string;
  span_id: string;
  trace_state: string;
  parent_span_id: string;
  name: string;
  kind: number;
  start_time_unix_nano: string;
  end_time_unix_nano: string;
  attributes: KeyValue[];
  events: Array<{
    time_unix_nano: string;
    name: string;
    attributes: KeyValue[];
  }>;
  links: Array<{ trace_id: string; span_id: string; trace_state: string }>;
  status: { code: number } | null;
  flags: number;
};
export type DecodedRequest = {
  resource_spans: Array<{
    resource: { attributes: KeyValue[] };
    scope_spans: Array<{ scope: { name: string }; spans: DecodedSpan[] }>;
  }>;
};

/** What protobufjs reads: 64-bit numbers as decimal text, bytes as base64. */
export function decodeRequest(bytes: Uint8Array): DecodedRequest {
  const type = root.lookupType('ExportTraceServiceRequest');
  return type.toObject(type.decode(bytes), {
    longs: String,
    bytes: String,
    defaults: true,
  }) as DecodedRequest;
}

export function encodeAnswer(
  type: 'ExportTraceServiceResponse' | 'RpcStatus',
  value: object,
): Uint8Array {
  return root.lookupType(type).encode(value).finish();
}

export const spansOf = ({ resource_spans }: DecodedRequest): DecodedSpan[] =>
  resource_spans.flatMap(({ scope_spans }) =>
    scope_spans.flatMap(({ spans }) => spans),
  );
