/**
 * What the author of a source imports.
 *
 * @packageDocumentation
 */
export * from './source/Outcome';
export * from './source/Source';
export * from './source/SourceReport';
export { askBytes, askJson, askText } from './http/askJson';
export type { AskOptions } from './http/askJson';
export { describeFault } from './http/describeFault';
export { outcomeOfFault } from './http/outcomeOfFault';
export type { AskedPlace } from './http/place';
export type { ReceivedBytes } from './http/readJson';
export type { TlsTexts } from './http/send';
export { readRetryAfter } from './http/retryAfter';
export * from './indicators/Indicator';
export * from './indicators/IndicatorSource';
export * from './indicators/PastMeasurement';
export * from './indicators/promQuestions';
export * from './indicators/promRecording';
export * from './indicators/promText';
export * from './indicators/recording';
export * from './contracts/ContractBroker';
export * from './workloads/WorkloadsReport';
export * from './oncall/ical/readCalendar';
export * from './oncall/OnCallReport';
export * from './oncall/rosterWindow';
export * from './extensionPoints';
export * from './readTraceLinks';
export type {
  CallsPart,
  CallsReport,
  EdgeDelta,
  JourneyDelta,
  JourneysPart,
  JourneyStep,
  LatencyCounts,
  NodeSighting,
} from './spans/engine/CallsReport';
