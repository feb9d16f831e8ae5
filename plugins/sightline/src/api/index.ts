export { Problem } from './Problem';
export type { ProblemKind } from './Problem';
export { sightlineApiRef } from './SightlineApi';
export type {
  AliasDecision,
  AliasesPage,
  AliasesQuery,
  AskOptions,
  CallMapQuery,
  CallsQuery,
  JourneysQuery,
  PageOptions,
  ServiceFacets,
  ServicesPage,
  ServicesQuery,
  SightlineApi,
} from './SightlineApi';
export type {
  ContractMatrixQuery,
  ContractsApi,
  DeployQuestion,
} from './ContractsApi';
export type { LookupApi, LookupQuestion } from './LookupApi';
export type { OnCallApi, OverrideWanted } from './OnCallApi';
export type {
  HistoryRange,
  ObjectivesApi,
  ObjectivesQuery,
} from './ObjectivesApi';
export type { DeploysQuery, SafeQuestion, WorkloadsApi } from './WorkloadsApi';
export { useAsk } from './useAsk';
export type { Asked, AskState } from './useAsk';
export { useDenied } from './useDenied';
export { usePages } from './usePages';
export type { AskedPages } from './usePages';
