/**
 * Spans, from the wire to who calls whom: for sources that receive or fetch traces.
 *
 * @packageDocumentation
 */
export { CallEngine, defaultCallEngineLimits } from './engine/CallEngine';
export type { CallEngineLimits } from './engine/CallEngine';
export type {
  CallsPart,
  CallsReport,
  EdgeDelta,
  LatencyCounts,
  NodeSighting,
} from './engine/CallsReport';
export type { AttributeKey } from './engine/columns/attributeKeys';
export { SpanColumns } from './engine/columns/SpanColumns';
export { StringTable } from './engine/columns/StringTable';
export { gunzip } from './otlp/gunzip';
export { OtlpProtobufDecoder } from './otlp/OtlpProtobufDecoder';
export { readOtlpJson } from './otlp/readOtlpJson';
export { UndecodableError } from './otlp/UndecodableError';
