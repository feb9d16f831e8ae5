import { createApiRef } from '@backstage/core-plugin-api';
import {
  Alias,
  Dossier,
  Instant,
  ServiceRef,
  SourceRun,
  SourceStatus,
  components,
  operations,
} from '@sightline/backstage-plugin-sightline-common';

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
export interface SightlineApi {
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
