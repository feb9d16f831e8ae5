import {
  AlertSeverity,
  Evidence,
  OnCallState,
  RolloutState,
  ServiceRef,
  ServiceRow,
  Tier,
} from '@sightline/backstage-plugin-sightline-common';
import { ContractsState, DriftState, RowWord } from '../engine/rowColumns';

/** What a list of services may be narrowed to; everything given must hold. */
export type ServiceFilter = {
  /** entity refs; a group stands for every group under it */
  owner?: readonly string[];
  /** the asker's ownership refs ("mine"), again with the groups under them */
  mine?: readonly string[];
  /** without an owner, or with one the catalog does not have */
  unowned?: boolean;
  system?: readonly string[];
  domain?: readonly string[];
  tier?: readonly (Tier | 'none')[];
  lifecycle?: readonly string[];
  type?: readonly string[];
  /** every one of them */
  tag?: readonly string[];
  /** objectives burn so fast that somebody must be told, this urgently */
  burning?: readonly AlertSeverity[];
  /** what cannot be told about them; one of these is enough */
  unknown?: readonly RowWord[];
  /** whether what they declare is what is seen */
  drift?: readonly DriftState[];
  /** how the worst of their pacts stands */
  contracts?: readonly ContractsState[];
  /** how the worst of their workloads runs */
  health?: readonly RolloutState[];
  /** whether somebody is on call for them */
  onCall?: readonly OnCallState[];
  /** words that must all occur in name, title, owner, system, alias or clue */
  q?: string;
};

/**
 * What a permission decision lets through: left out means everything, an empty
 * list means nothing; `deniedOwners` takes away from everything (services without
 * an owner stay). Owners are compared as they are, without groups below.
 */
export type ServiceScope = {
  allowedOwners?: readonly string[];
  deniedOwners?: readonly string[];
};

export const serviceSorts = [
  'name',
  'owner',
  'system',
  'tier',
  'lifecycle',
  'updated',
  'slo',
  'drift',
  'contracts',
  'health',
  'lastDeploy',
  'onCall',
] as const;
export type ServiceSort = (typeof serviceSorts)[number];

export type ServiceRowField = keyof ServiceRow;

export type ServicesQuery = {
  filter?: ServiceFilter;
  scope?: ServiceScope;
  sort?: ServiceSort;
  order?: 'asc' | 'desc';
  /** 1..200, 50 when left out; anything else is an InputError */
  limit?: number;
  /** `nextCursor` of the page before; an InputError with another filter or sort */
  cursor?: string;
  /** only these fields of each row; `ref` always comes along */
  fields?: readonly ServiceRowField[];
};

/** With `fields`, a row carries only those. */
export type SparseServiceRow = Pick<ServiceRow, 'ref'> & Partial<ServiceRow>;

export type ServicesPage = {
  items: SparseServiceRow[];
  /** services that pass the filter and may be seen */
  total: number;
  /** services that may be seen */
  of: number;
  nextCursor?: string;
  /** when the mirror was last known to agree with the catalog; none before the first sweep */
  evidence?: Evidence;
  etag: string;
};

export type FacetValue = { value: string; label?: string; count: number };

/** Each facet counts what would be left if its own filter were not set. */
export type ServiceFacets = Record<
  | 'owner'
  | 'system'
  | 'domain'
  | 'tier'
  | 'lifecycle'
  | 'type'
  | 'burning'
  | 'unknown'
  | 'drift'
  | 'contracts'
  | 'health'
  | 'onCall',
  FacetValue[]
>;

export type ServicesSelection = Pick<ServicesQuery, 'filter' | 'scope'>;

/** Answers for the Fleet: one prepared row a service. */
export interface ServiceListReader {
  page(query: ServicesQuery): Promise<ServicesPage>;
  facets(
    selection: ServicesSelection,
  ): Promise<ServiceFacets & { etag: string }>;
  /** Lines of CSV, header first, each with its line end; safe to open in a spreadsheet. */
  csv(
    query: Omit<ServicesQuery, 'limit' | 'cursor' | 'fields'>,
  ): AsyncGenerator<string>;
  /** What `page` and `facets` would carry as etag: answers If-None-Match for one cheap read. */
  etagOf(query: ServicesQuery): Promise<string>;
  count(): Promise<number>;
  /** which of these exist, and who owns them: for permission checks on one service */
  ownersOf(
    refs: readonly ServiceRef[],
  ): Promise<Map<ServiceRef, string | undefined>>;
}
