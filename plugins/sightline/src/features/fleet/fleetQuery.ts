import {
  onCallStates,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';
import type { ServicesQuery } from '../../api';

const sorts = [
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
export type FleetSort = (typeof sorts)[number];

/** The filters of which several values can be chosen, in the order they are drawn. */
export const fleetFacets = [
  'owner',
  'system',
  'domain',
  'tier',
  'lifecycle',
  'type',
  'tag',
  'burning',
  'drift',
  'contracts',
  'health',
  'onCall',
  'unknown',
] as const;
export type FleetFacet = (typeof fleetFacets)[number];

/** The whole view, as the URL holds it. */
export type FleetQuery = Record<FleetFacet, string[]> & {
  q: string;
  mine: boolean;
  unowned: boolean;
  sort: FleetSort;
  order: 'asc' | 'desc';
};

const none: Record<FleetFacet, string[]> = {
  owner: [],
  system: [],
  domain: [],
  tier: [],
  lifecycle: [],
  type: [],
  tag: [],
  burning: [],
  drift: [],
  contracts: [],
  health: [],
  onCall: [],
  unknown: [],
};

export const wholeFleet: FleetQuery = {
  ...none,
  q: '',
  mine: false,
  unowned: false,
  sort: 'name',
  order: 'asc',
};

/** The API's limits, so that a link made by hand is cut instead of refused. */
const most: Record<FleetFacet, number> = {
  owner: 50,
  system: 50,
  domain: 50,
  tier: 5,
  lifecycle: 20,
  type: 20,
  tag: 20,
  burning: 2,
  drift: 2,
  contracts: 3,
  health: 6,
  onCall: 4,
  unknown: 5,
};
/** Where the API knows all values there can be. */
const allowed: Partial<Record<FleetFacet, readonly string[]>> = {
  tier: ['T0', 'T1', 'T2', 'T3', 'none'],
  burning: ['page', 'ticket'],
  drift: ['drifts', 'agrees'],
  contracts: ['failed', 'unverified', 'verified'],
  health: rolloutStates,
  onCall: onCallStates,
  unknown: ['slo', 'drift', 'contracts', 'health', 'onCall'],
};
const LONGEST_TEXT = 200;

const chosenIn = (params: URLSearchParams, facet: FleetFacet) => {
  const known = (value: string) =>
    value !== '' && (allowed[facet]?.includes(value) ?? true);
  return [...new Set(params.getAll(facet).filter(known))].slice(0, most[facet]);
};

/** Reads a view from a URL; what it does not understand it leaves out. */
export const parseFleetQuery = (params: URLSearchParams): FleetQuery => ({
  ...none,
  ...Object.fromEntries(
    fleetFacets.map(facet => [facet, chosenIn(params, facet)]),
  ),
  q: (params.get('q') ?? '').slice(0, LONGEST_TEXT),
  mine: params.get('mine') === 'true',
  unowned: params.get('unowned') === 'true',
  sort: sorts.find(sort => sort === params.get('sort')) ?? 'name',
  order: params.get('order') === 'desc' ? 'desc' : 'asc',
});

/** Writes a view into a URL, shortest form; parameters of others stay as they are. */
export function formatFleetQuery(
  query: FleetQuery,
  others = new URLSearchParams(),
) {
  const own = ['q', 'mine', 'unowned', 'sort', 'order', ...fleetFacets];
  const params = new URLSearchParams(
    [...others].filter(([name]) => !own.includes(name)),
  );
  const set = (name: string, value: string, unsaid: string) =>
    value === unsaid || params.set(name, value);
  set('q', query.q, '');
  set('mine', String(query.mine), 'false');
  set('unowned', String(query.unowned), 'false');
  for (const facet of fleetFacets) {
    query[facet].forEach(value => params.append(facet, value));
  }
  set('sort', query.sort, 'name');
  set('order', query.order, 'asc');
  return params;
}

/** What the API is asked: only what is set. */
export const toServicesQuery = (query: FleetQuery): ServicesQuery => {
  const chosen = fleetFacets.filter(facet => query[facet].length > 0);
  return {
    ...Object.fromEntries(chosen.map(facet => [facet, query[facet]])),
    ...(query.q.trim() ? { q: query.q.trim() } : {}),
    ...(query.mine ? { mine: true } : {}),
    ...(query.unowned ? { unowned: true } : {}),
    sort: query.sort,
    order: query.order,
  };
};

export const isFiltered = (query: FleetQuery): boolean =>
  query.mine ||
  query.unowned ||
  query.q.trim() !== '' ||
  fleetFacets.some(facet => query[facet].length > 0);

/** Puts a value in, or takes it out when it is in. */
export const toggled = (
  query: FleetQuery,
  facet: FleetFacet,
  value: string,
): FleetQuery => ({
  ...query,
  [facet]: query[facet].includes(value)
    ? query[facet].filter(other => other !== value)
    : [...query[facet], value],
});
