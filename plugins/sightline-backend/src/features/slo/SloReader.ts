import {
  IndicatorKind,
  Instant,
  ObjectiveHistory,
  ObjectiveOriginKind,
  ObjectiveProblem,
  ObjectivesPage,
  ObjectiveState,
  ObjectiveStatus,
  ServiceRef,
  SloSummary,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';

/** What a list of objectives may be narrowed to; everything given must hold. */
export type ObjectiveFilter = {
  /** entity refs; a group stands for every group under it */
  owner?: readonly string[];
  /** the asker's ownership refs ("mine"), again with the groups under them */
  mine?: readonly string[];
  service?: readonly ServiceRef[];
  tier?: readonly (Tier | 'none')[];
  state?: readonly ObjectiveState[];
  indicator?: readonly IndicatorKind[];
  origin?: readonly ObjectiveOriginKind[];
  /** words that must all occur in title, name, service or owner */
  q?: string;
};

/** What a permission decision lets through, as in lists of services. */
export type ObjectiveScope = {
  allowedOwners?: readonly string[];
  deniedOwners?: readonly string[];
};

/** Which objectives a file of rules is about. */
export type RulesQuery = {
  scope?: ObjectiveScope;
  /** those that this system measures; one Prometheus cannot record for another */
  measuredBy?: string;
};

export const objectiveSorts = [
  'exhaustion',
  'state',
  'service',
  'owner',
  'title',
  'budget',
  'burn',
  'attainment',
  'indicator',
  'origin',
  'measured',
] as const;
export type ObjectiveSort = (typeof objectiveSorts)[number];

export type ObjectivesQuery = {
  filter?: ObjectiveFilter;
  scope?: ObjectiveScope;
  sort?: ObjectiveSort;
  order?: 'asc' | 'desc';
  /** 1..200, 50 when left out; anything else is an InputError */
  limit?: number;
  /** `nextCursor` of the page before; an InputError with another filter or sort */
  cursor?: string;
};

/** Answers from prepared rows. */
export interface SloReader {
  page(query: ObjectivesQuery): Promise<ObjectivesPage & { etag: string }>;
  /** what `page` would carry as etag: answers If-None-Match for one cheap read */
  etagOf(query: ObjectivesQuery): Promise<string>;
  /** lines of CSV, header first */
  csv(query: Omit<ObjectivesQuery, 'limit' | 'cursor'>): AsyncGenerator<string>;
  /** by service, worst first; services without objectives are left out */
  ofServices(
    refs: readonly ServiceRef[],
  ): Promise<Map<ServiceRef, ObjectiveStatus[]>>;
  /** by service; those without objectives are left out */
  summaries(refs: readonly ServiceRef[]): Promise<Map<ServiceRef, SloSummary>>;
  problems(service?: ServiceRef): Promise<ObjectiveProblem[]>;
  /** undefined when the service has no objective of that name */
  history(
    service: ServiceRef,
    name: string,
    range: { from?: Instant; to?: Instant },
  ): Promise<ObjectiveHistory | undefined>;
}
