import {
  IndicatorKind,
  ObjectiveOriginKind,
  ObjectiveState,
  Tier,
  indicatorKinds,
  objectiveOrigins,
  objectiveStates,
  tiers,
} from '@sightline/backstage-plugin-sightline-common';
import type { ObjectivesQuery } from '../../api';

const sorts = [
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
export type SlosSort = (typeof sorts)[number];

/** The filters of which several values can be chosen, in the order they are drawn. */
export const slosFacets = [
  'owner',
  'service',
  'tier',
  'state',
  'indicator',
  'origin',
] as const;
export type SlosFacet = (typeof slosFacets)[number];

/** What is looked at more closely: an objective, or the documents that cannot be read. */
export type Look = { objective: string } | { problems: true };

/** The whole view, as the URL holds it. */
export type SlosQuery = {
  owner: string[];
  service: string[];
  tier: (Tier | 'none')[];
  state: ObjectiveState[];
  indicator: IndicatorKind[];
  origin: ObjectiveOriginKind[];
  q: string;
  mine: boolean;
  sort: SlosSort;
  order: 'asc' | 'desc';
  look?: Look;
};

export const allObjectives: SlosQuery = {
  owner: [],
  service: [],
  tier: [],
  state: [],
  indicator: [],
  origin: [],
  q: '',
  mine: false,
  sort: 'exhaustion',
  order: 'asc',
};

/** The API's limits, so that a link made by hand is cut instead of refused. */
const MOST = 50;
const LONGEST_TEXT = 200;

const oneOf =
  <T extends string>(known: readonly T[]) =>
  (value: string): value is T =>
    (known as readonly string[]).includes(value);

/** Reads a view from a URL; what it does not understand it leaves out. */
export function parseSlosQuery(params: URLSearchParams): SlosQuery {
  const texts = (name: SlosFacet) =>
    [...new Set(params.getAll(name))].filter(Boolean).slice(0, MOST);
  return {
    owner: texts('owner'),
    service: texts('service'),
    tier: texts('tier').filter(oneOf([...tiers, 'none'])),
    state: texts('state').filter(oneOf(objectiveStates)),
    indicator: texts('indicator').filter(oneOf(indicatorKinds)),
    origin: texts('origin').filter(oneOf(objectiveOrigins)),
    q: (params.get('q') ?? '').slice(0, LONGEST_TEXT),
    mine: params.get('mine') === 'true',
    sort: sorts.find(one => one === params.get('sort')) ?? 'exhaustion',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    ...lookIn(params),
  };
}

const lookIn = (params: URLSearchParams): { look?: Look } => {
  const objective = params.get('objective');
  if (objective) {
    return { look: { objective } };
  }
  return params.get('problems') === 'true' ? { look: { problems: true } } : {};
};

/** Writes a view into a URL, shortest form; parameters of others stay as they are. */
export function formatSlosQuery(
  query: SlosQuery,
  others = new URLSearchParams(),
): URLSearchParams {
  const own = ['q', 'mine', 'sort', 'order', 'objective', 'problems'];
  const params = new URLSearchParams(
    [...others].filter(([name]) => ![...own, ...slosFacets].includes(name)),
  );
  const set = (name: string, value: string, unsaid: string) =>
    value === unsaid || params.set(name, value);
  set('q', query.q, '');
  set('mine', String(query.mine), 'false');
  for (const facet of slosFacets) {
    query[facet].forEach(value => params.append(facet, value));
  }
  set('sort', query.sort, 'exhaustion');
  set('order', query.order, 'asc');
  if (query.look && 'objective' in query.look) {
    params.set('objective', query.look.objective);
  } else if (query.look) {
    params.set('problems', 'true');
  }
  return params;
}

/** What the API is asked: only what is set. */
export const toObjectivesQuery = (query: SlosQuery): ObjectivesQuery => {
  const chosen = slosFacets.filter(facet => query[facet].length > 0);
  return {
    ...Object.fromEntries(chosen.map(facet => [facet, query[facet]])),
    ...(query.q.trim() ? { q: query.q.trim() } : {}),
    ...(query.mine ? { mine: true } : {}),
    sort: query.sort,
    order: query.order,
  };
};

/** Which states are listed: those of which something is known, and the unknown apart. */
export const statesApart = ({ state }: Pick<SlosQuery, 'state'>) => {
  const listed: readonly ObjectiveState[] =
    state.length > 0 ? state : objectiveStates;
  return {
    listed,
    told: listed.filter(one => one !== 'unknown'),
    untold: listed.filter(one => one === 'unknown'),
  };
};

export const isFiltered = (query: SlosQuery): boolean =>
  query.mine ||
  query.q.trim() !== '' ||
  slosFacets.some(facet => query[facet].length > 0);

/** Puts a value in, or takes it out when it is in. */
export const toggled = (
  query: SlosQuery,
  facet: SlosFacet,
  value: string,
): SlosQuery => {
  const chosen: string[] = query[facet];
  return {
    ...query,
    [facet]: chosen.includes(value)
      ? chosen.filter(other => other !== value)
      : [...chosen, value],
  };
};

/** Only this state, or all of them again when it was only this one. */
export const onlyState = (
  query: SlosQuery,
  state: ObjectiveState,
): SlosQuery => ({
  ...query,
  state: query.state.length === 1 && query.state[0] === state ? [] : [state],
});
