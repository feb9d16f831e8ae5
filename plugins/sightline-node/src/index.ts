/**
 * What the author of a source imports.
 *
 * @packageDocumentation
 */
export * from './source/Outcome';
export * from './source/Source';
export * from './source/SourceReport';
export { askJson, askText } from './http/askJson';
export type { AskOptions } from './http/askJson';
export { describeFault } from './http/describeFault';
export { outcomeOfFault } from './http/outcomeOfFault';
export type { AskedPlace } from './http/place';
export { readRetryAfter } from './http/retryAfter';
export * from './extensionPoints';
export type {
  CallsPart,
  CallsReport,
  EdgeDelta,
  LatencyCounts,
  NodeSighting,
} from './spans/engine/CallsReport';
