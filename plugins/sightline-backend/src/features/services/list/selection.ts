import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { searchWords } from '../engine/searchText';
import { applyWords } from './applyWords';
import {
  ServiceFacets,
  ServiceFilter,
  ServiceScope,
  ServicesSelection,
} from './ServiceListReader';

/** Every owner a filter stands for, groups under it included; see `resolveOwners`. */
export type ResolvedSelection = {
  filter: ServiceFilter;
  scope: ServiceScope;
};

const lower = (text: string) => text.toLocaleLowerCase('en-US');
const sorted = (items: readonly string[]) => [...new Set(items)].sort();

const refs = (items: readonly string[] | undefined) =>
  items && sorted(items.map(lower));

/** An empty list narrows nothing; only "mine" and permissions mean it. */
const given = <T>(items: readonly T[] | undefined) =>
  items && items.length > 0 ? items : undefined;

const texts = (items: readonly string[] | undefined) => {
  const some = given(items);
  return some && sorted(some);
};

/** One spelling for selections that mean the same, so that they share one cache entry. */
export const normalise = (selection: ServicesSelection): ResolvedSelection => {
  const { filter = {}, scope = {} } = selection;
  const words = searchWords(filter.q ?? '');
  const normal: ServiceFilter = {
    owner: refs(given(filter.owner)),
    mine: refs(filter.mine),
    unowned: filter.unowned || undefined,
    system: refs(given(filter.system)),
    domain: refs(given(filter.domain)),
    tier: texts(filter.tier) as ServiceFilter['tier'],
    lifecycle: texts(filter.lifecycle),
    type: texts(filter.type),
    tag: texts(filter.tag),
    burning: texts(filter.burning) as ServiceFilter['burning'],
    unknown: texts(filter.unknown) as ServiceFilter['unknown'],
    drift: texts(filter.drift) as ServiceFilter['drift'],
    contracts: texts(filter.contracts) as ServiceFilter['contracts'],
    health: texts(filter.health) as ServiceFilter['health'],
    onCall: texts(filter.onCall) as ServiceFilter['onCall'],
    q: words.length > 0 ? words.join(' ') : undefined,
  };
  return {
    filter: normal,
    scope: {
      allowedOwners: refs(scope.allowedOwners),
      deniedOwners: refs(given(scope.deniedOwners)),
    },
  };
};

/** Short name of a selection; equal for equal meaning. */
export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value))
    .digest('base64url')
    .slice(0, 16);

/** `refs` and every group under them. */
const withGroupsUnder = async (knex: Knex, refsAbove: readonly string[]) => {
  const under = await knex('services_group_above')
    .whereIn('above', [...refsAbove])
    .distinct('member');
  return sorted([...refsAbove, ...under.map(row => row.member)]);
};

/**
 * Group hierarchies are resolved in a question of their own: a list of owners
 * lets both databases use the index by owner, a subquery often does not.
 */
export const resolveOwners = async (
  knex: Knex,
  selection: ResolvedSelection,
): Promise<ResolvedSelection> => {
  const { owner, mine } = selection.filter;
  return {
    ...selection,
    filter: {
      ...selection.filter,
      ...(owner && { owner: await withGroupsUnder(knex, owner) }),
      ...(mine && { mine: await withGroupsUnder(knex, mine) }),
    },
  };
};

const anyOf = (
  query: Knex.QueryBuilder,
  column: string,
  values: readonly string[] | undefined,
) => {
  const present = values?.filter(value => value !== 'none');
  if (!values || !present) {
    return;
  }
  if (present.length === values.length) {
    query.whereIn(column, present);
    return;
  }
  query.where(either => {
    either.whereNull(column);
    if (present.length > 0) {
      either.orWhereIn(column, present);
    }
  });
};

export type FacetName = keyof ServiceFacets;

/** The column each facet narrows; what is unknown stands in several. */
export const facetColumns: Record<Exclude<FacetName, 'unknown'>, string> = {
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  tier: 'tier',
  lifecycle: 'lifecycle',
  type: 'type',
  burning: 'slo_state',
  drift: 'drift_state',
  contracts: 'contracts_state',
  health: 'health_state',
  onCall: 'onCall_state',
};

const columnFacets = Object.keys(facetColumns) as (keyof typeof facetColumns)[];

/** Narrows a query to a selection; `but` leaves out one facet's own filter. */
export const applySelection = (
  query: Knex.QueryBuilder,
  { filter, scope }: ResolvedSelection,
  but?: FacetName,
): void => {
  for (const facet of columnFacets) {
    if (facet !== but) {
      anyOf(query, facetColumns[facet], filter[facet]);
    }
  }
  const { unknown } = filter;
  if (unknown && but !== 'unknown') {
    query.where(either =>
      unknown.forEach(word => either.orWhere(`${word}_state`, 'unknown')),
    );
  }
  // Here `none` would be an owner of that name, never "without an owner".
  for (const owners of [filter.mine, scope.allowedOwners]) {
    if (owners) {
      query.whereIn('owner_ref', [...owners]);
    }
  }
  applyWords(query, filter.q?.split(' ') ?? []);
  const denied = scope.deniedOwners;
  if (denied) {
    query.where(either =>
      either.whereNull('owner_ref').orWhereNotIn('owner_ref', [...denied]),
    );
  }
  if (filter.unowned) {
    query.where('owned', false);
  }
  for (const tag of filter.tag ?? []) {
    // Row by row, by primary key: a list of all that carry the tag may be the fleet.
    query.whereExists(inner =>
      inner
        .from('services_tag as t')
        .where('t.tag', tag)
        .whereRaw('t.ref = services_service.ref')
        .select('t.ref'),
    );
  }
};
