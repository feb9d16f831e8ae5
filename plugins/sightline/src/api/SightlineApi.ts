import { createApiRef } from '@backstage/core-plugin-api';
import {
  Alias,
  BlastRadius,
  CallMap,
  DependencyDrift,
  Dossier,
  Instant,
  Journey,
  JourneysPage,
  ServiceCalls,
  ServiceRef,
  SourceRun,
  SourceStatus,
  Suspects,
  components,
  operations,
} from '@sightline/backstage-plugin-sightline-common';
import type { ContractsApi } from './ContractsApi';
import type { LookupApi } from './LookupApi';
import type { OnCallApi } from './OnCallApi';
import type { ObjectivesApi } from './ObjectivesApi';
import type { WorkloadsApi } from './WorkloadsApi';

type QueryOf<Op extends keyof operations> = NonNullable<
  operations[Op]['parameters']['query']
>;

/** What is filtered and sorted by, without paging. @public */
export type ServicesQuery = QueryOf<'getServicesCsv'>;
/** @public */
export type ServicesPage = components['schemas']['ServicesPage'];
/** @public */
export type ServiceFacets = components['schemas']['ServiceFacets'];
/** @public */
export type AliasesQuery = Omit<QueryOf<'getAliases'>, 'limit' | 'cursor'>;
/** @public */
export type AliasesPage = components['schemas']['AliasesPage'];
/** @public */
export type AliasDecision = components['schemas']['AliasDecision'];

/** @public */
export type CallMapQuery = QueryOf<'getCallMap'>;
/** Which calls: of which window and environment. @public */
export type CallsQuery = QueryOf<'getServiceCalls'>;
/** @public */
export type JourneysQuery = QueryOf<'getJourneys'>;

/** @public */
export type PageOptions = { limit?: number; cursor?: string };

/** How to ask. @public */
export type AskOptions<T> = {
  signal?: AbortSignal;
  /** true: what is remembered is not good enough, ask the backend */
  fresh?: boolean;
  /** called at once with a remembered answer, while the new one is on its way */
  earlier?: (answer: T, receivedAt: Instant) => void;
};

/** Everything the portal asks of the backend. Rejects with a `Problem`. @public */
export interface SightlineApi
  extends ObjectivesApi,
    ContractsApi,
    WorkloadsApi,
    LookupApi,
    OnCallApi {
  getServices(
    query: ServicesQuery & PageOptions,
    options?: AskOptions<ServicesPage>,
  ): Promise<ServicesPage>;
  getServiceFacets(
    query: ServicesQuery,
    options?: AskOptions<ServiceFacets>,
  ): Promise<ServiceFacets>;
  getServicesCsv(
    query: ServicesQuery,
    options?: { signal?: AbortSignal },
  ): Promise<Blob>;
  getDossier(
    service: ServiceRef,
    options?: AskOptions<Dossier>,
  ): Promise<Dossier>;
  getCallMap(
    query: CallMapQuery,
    options?: AskOptions<CallMap>,
  ): Promise<CallMap>;
  getServiceCalls(
    service: ServiceRef,
    query: CallsQuery,
    options?: AskOptions<ServiceCalls>,
  ): Promise<ServiceCalls>;
  getDependencyDrift(
    service: ServiceRef,
    options?: AskOptions<DependencyDrift>,
  ): Promise<DependencyDrift>;
  getBlastRadius(
    service: ServiceRef,
    query: CallsQuery,
    options?: AskOptions<BlastRadius>,
  ): Promise<BlastRadius>;
  getSuspects(
    service: ServiceRef,
    query: CallsQuery,
    options?: AskOptions<Suspects>,
  ): Promise<Suspects>;
  getJourneys(
    query: JourneysQuery,
    options?: AskOptions<JourneysPage>,
  ): Promise<JourneysPage>;
  getJourney(
    id: string,
    query: CallsQuery,
    options?: AskOptions<Journey>,
  ): Promise<Journey>;
  getSources(options?: AskOptions<SourceStatus[]>): Promise<SourceStatus[]>;
  refreshSource(id: string): Promise<SourceRun>;
  getAliases(
    query: AliasesQuery & PageOptions,
    options?: AskOptions<AliasesPage>,
  ): Promise<AliasesPage>;
  /** All or nothing: when it rejects, none of the decisions was saved. */
  decideAliases(decisions: AliasDecision[]): Promise<Alias[]>;
}

/** Usable in both frontend systems. @public */
export const sightlineApiRef = createApiRef<SightlineApi>({
  id: 'plugin.sightline.client',
});
