/**
 * Who calls whom: counts of calls by edge and time, names that traces use, and
 * what was seen of a service.
 */
export { addCallsApi } from './api/addCallsApi';
export { createCalls } from './createCalls';
export type { Calls, CallsOptions } from './createCalls';
export type { CatalogView } from './CatalogView';
export type { CallsReader, ServiceNames } from './CallsReader';
export type { CallNeeds } from './answers/needsAnswer';
export type {
  IncomingAnswer,
  IncomingQuestion,
  IncomingReader,
} from './createIncomingReader';
