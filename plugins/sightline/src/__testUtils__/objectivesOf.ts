import {
  ObjectiveRow,
  ObjectivesPage,
  ObjectiveState,
} from '@sightline/backstage-plugin-sightline-common';
import type { ObjectivesQuery, PageOptions } from '../api';
import { pairBurn, tellingPair } from '../ui/slo/burn';

const fits = (row: ObjectiveRow, query: ObjectivesQuery): boolean => {
  const { service, objective, state } = row;
  const { owner } = service;
  const text = [objective.title, objective.name, service.name, owner?.name]
    .join(' ')
    .toLocaleLowerCase();
  const words = (query.q ?? '').toLocaleLowerCase().split(/\s+/);
  const among = (chosen: string[] | undefined, ...values: string[]) =>
    !chosen?.length || values.some(value => chosen.includes(value));
  return (
    words.every(word => text.includes(word)) &&
    (!query.mine || owner?.name === 'payments') &&
    among(query.owner, ...(owner ? [owner.ref, ...owner.path] : [])) &&
    among(query.service, service.ref) &&
    among(query.tier, service.tier ?? 'none') &&
    among(query.state, state) &&
    among(query.indicator, objective.indicator.kind) &&
    among(query.origin, objective.origin.kind)
  );
};

const ranks: ObjectiveState[] = [
  'page',
  'ticket',
  'exhausted',
  'met',
  'unknown',
];

const exhaustion = ({ state, budget, forecast }: ObjectiveRow): number => {
  const rank = 1e14 * ranks.indexOf(state);
  if (!budget || budget.remaining <= 0) {
    return rank;
  }
  return rank + (Date.parse(forecast?.exhaustedAt ?? '') || 9e13);
};

const burnOf = ({ burns }: ObjectiveRow) => {
  const pair = tellingPair(burns);
  return pair ? pairBurn(pair) ?? 0 : 0;
};

const keyOf: Record<string, (row: ObjectiveRow) => number | string> = {
  exhaustion,
  state: row => ranks.indexOf(row.state),
  service: row => row.service.name,
  owner: row => row.service.owner?.name ?? '~',
  title: row => row.objective.title,
  budget: row => row.budget?.remaining ?? 2,
  burn: burnOf,
  attainment: row => row.budget?.attainment ?? 2,
  indicator: row => row.objective.indicator.kind,
  origin: row => row.objective.origin.kind,
  measured: row => row.evidence?.observedAt ?? '',
};

const compare = <T extends number | string>(a: T, b: T) => {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
};

const left = (rows: ObjectiveRow[], query: ObjectivesQuery) => {
  const key = keyOf[query.sort ?? 'exhaustion'];
  const sign = query.order === 'desc' ? -1 : 1;
  return rows
    .filter(row => fits(row, query))
    .sort((a, b) => sign * compare(key(a), key(b)));
};

/** One page, with how many there are in each state. */
export const objectivesPage = (
  rows: ObjectiveRow[],
  { cursor, limit = 50, ...query }: ObjectivesQuery & PageOptions,
): Omit<ObjectivesPage, 'problems'> => {
  const from = Number(cursor ?? 0);
  const all = left(rows, query);
  const to = from + limit;
  const states = { page: 0, ticket: 0, exhausted: 0, unknown: 0, met: 0 };
  rows
    .filter(row => fits(row, { ...query, state: undefined }))
    .forEach(({ state }) => (states[state] += 1));
  return {
    items: all.slice(from, to),
    total: all.length,
    of: rows.length,
    states,
    nextCursor: to < all.length ? String(to) : undefined,
  };
};

export const objectivesCsv = (rows: ObjectiveRow[], query: ObjectivesQuery) =>
  [
    'service,objective,state',
    ...left(rows, query).map(row =>
      [row.service.name, row.objective.name, row.state].join(),
    ),
  ].join('\r\n');
