import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { ObjectiveFilter, ObjectiveScope, ObjectivesQuery } from '../SloReader';

/** A selection in one spelling, with the groups below those that were asked for. */
export type ResolvedSelection = {
  filter: Omit<ObjectiveFilter, 'q'> & { words?: readonly string[] };
  scope: ObjectiveScope;
};

const lower = (text: string) => text.toLocaleLowerCase('en-US');
const sorted = <T extends string>(items: readonly T[]): T[] =>
  [...new Set(items)].sort();

/** An empty list narrows nothing; only "mine" and permissions mean it. */
const given = <T extends string>(items: readonly T[] | undefined) =>
  items && items.length > 0 ? sorted(items) : undefined;

const refs = (items: readonly string[] | undefined) =>
  items && sorted(items.map(lower));

/** The words a person typed; at most eight count. */
const wordsOf = (q: string = '') =>
  given(lower(q).split(/\s+/).filter(Boolean).slice(0, 8));

/** One spelling for selections that mean the same, so that they share answers. */
export const normalise = ({
  filter = {},
  scope = {},
}: Pick<ObjectivesQuery, 'filter' | 'scope'>): ResolvedSelection => ({
  filter: {
    owner: refs(given(filter.owner)),
    mine: refs(filter.mine),
    service: refs(given(filter.service)),
    tier: given(filter.tier),
    state: given(filter.state),
    indicator: given(filter.indicator),
    origin: given(filter.origin),
    words: wordsOf(filter.q),
  },
  scope: {
    allowedOwners: refs(scope.allowedOwners),
    deniedOwners: refs(given(scope.deniedOwners)),
  },
});

/** Short name of a selection; equal for equal meaning. */
export const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value))
    .digest('base64url')
    .slice(0, 16);

/** Groups are resolved in a question of their own, so that the index by owner serves. */
export const withGroupsUnder = async (
  selection: ResolvedSelection,
  groupsUnder: (owners: readonly string[]) => Promise<string[]>,
): Promise<ResolvedSelection> => {
  const { owner, mine } = selection.filter;
  return {
    ...selection,
    filter: {
      ...selection.filter,
      ...(owner && { owner: await groupsUnder(owner) }),
      ...(mine && { mine: await groupsUnder(mine) }),
    },
  };
};

/** `%` and `_` stand for themselves. */
const containing = (word: string) =>
  `%${word.replace(/[\\%_]/g, found => `\\${found}`)}%`;

const likeOf = (query: Knex.QueryBuilder) =>
  query.client.config.client === 'pg'
    ? 's.search like ?'
    : "s.search like ? escape '\\'";

const anyTier = (query: Knex.QueryBuilder, tiers: readonly string[]) => {
  const present = tiers.filter(tier => tier !== 'none');
  query.where(either => {
    either.whereIn('s.tier', present);
    if (present.length < tiers.length) either.orWhereNull('s.tier');
  });
};

const applyScope = (query: Knex.QueryBuilder, scope: ObjectiveScope) => {
  const { allowedOwners, deniedOwners } = scope;
  if (allowedOwners) query.whereIn('s.owner_ref', [...allowedOwners]);
  if (deniedOwners) {
    query.where(either =>
      either
        .whereNull('s.owner_ref')
        .orWhereNotIn('s.owner_ref', [...deniedOwners]),
    );
  }
};

/** Narrows a query of `slo_state as s`; `but` leaves out the filter on states. */
export const applySelection = (
  query: Knex.QueryBuilder,
  { filter, scope }: ResolvedSelection,
  but?: 'state',
): void => {
  const { owner, mine, service, tier, state, indicator, origin } = filter;
  for (const owners of [owner, mine]) {
    if (owners) query.whereIn('s.owner_ref', [...owners]);
  }
  if (service) query.whereIn('s.service', [...service]);
  if (tier) anyTier(query, tier);
  if (state && but !== 'state') query.whereIn('s.state', [...state]);
  if (indicator) query.whereIn('s.indicator', [...indicator]);
  if (origin) query.whereIn('s.origin', [...origin]);
  for (const word of filter.words ?? []) {
    query.whereRaw(likeOf(query), [containing(word)]);
  }
  applyScope(query, scope);
};
