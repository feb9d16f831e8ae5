/**
 * Spans, from the wire to who calls whom: for sources that receive or fetch traces.
 *
 * @packageDocumentation
 */
export { CallEngine } from './engine/CallEngine';
export { defaultCallEngineLimits } from './engine/callEngineLimits';
export type { CallEngineLimits } from './engine/callEngineLimits';
export type {
  CallsPart,
  CallsReport,
  EdgeDelta,
  JourneyDelta,
  JourneysPart,
  JourneyStep,
  LatencyCounts,
  NodeSighting,
} from './engine/CallsReport';
export type { AttributeKey } from './engine/columns/attributeKeys';
export { databaseSystem } from './engine/describing/databaseSystem';
export { hostName } from './engine/describing/hostName';
export type { NamedHost } from './engine/describing/hostName';
export { templateName } from './engine/describing/templateName';
export { SpanColumns } from './engine/columns/SpanColumns';
export { StringTable } from './engine/columns/StringTable';
export { TooManyRowsError } from './engine/columns/TooManyRowsError';
export { gunzip } from './otlp/gunzip';
export { OtlpProtobufDecoder } from './otlp/OtlpProtobufDecoder';
export { readOtlpJson, readOtlpObject } from './otlp/readOtlpJson';
export { UndecodableError } from './otlp/UndecodableError';
export { WireReader } from './otlp/WireReader';
