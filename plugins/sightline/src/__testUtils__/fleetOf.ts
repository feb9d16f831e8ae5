import {
  ServiceRow,
  rolloutStates,
} from '@sightline/backstage-plugin-sightline-common';
import type { ServiceFacets, ServicesQuery } from '../api';

type FacetName = keyof ServiceFacets;

const facetNames: FacetName[] = [
  'owner',
  'system',
  'domain',
  'tier',
  'lifecycle',
  'type',
  'burning',
  'drift',
  'contracts',
  'health',
  'onCall',
  'unknown',
];

const driftState = ({ drift }: ServiceRow) => {
  if (drift?.count === undefined) {
    return [];
  }
  return [drift.count > 0 ? 'drifts' : 'agrees'];
};

const contractsState = ({ contracts }: ServiceRow) => {
  const { counts } = contracts ?? {};
  if (!counts) return [];
  if (counts.failed > 0) return ['failed'];
  return [counts.unverified > 0 ? 'unverified' : 'verified'];
};

/** What a row is found under; a group stands for all below it. */
const valuesOf: Record<FacetName, (row: ServiceRow) => string[]> = {
  owner: row => (row.owner ? [row.owner.ref, ...row.owner.path] : []),
  system: row => (row.system ? [row.system.ref] : []),
  domain: row => (row.domain ? [row.domain.ref] : []),
  tier: row => [row.tier ?? 'none'],
  lifecycle: row => (row.lifecycle ? [row.lifecycle] : []),
  type: row => [row.type],
  burning: ({ slo }) =>
    slo?.state === 'page' || slo?.state === 'ticket' ? [slo.state] : [],
  drift: driftState,
  contracts: contractsState,
  health: ({ health }) => (health ? [health.state] : []),
  onCall: ({ onCall }) => (onCall ? [onCall.state] : []),
  unknown: ({ slo, drift, contracts, health, onCall }) => [
    ...(slo?.state === 'unknown' ? ['slo'] : []),
    ...(drift?.unknown ? ['drift'] : []),
    ...(contracts?.unknown ? ['contracts'] : []),
    ...(health?.state === 'unknown' ? ['health'] : []),
    ...(onCall?.state === 'unknown' ? ['onCall'] : []),
  ],
};

const fits = (row: ServiceRow, query: ServicesQuery): boolean => {
  const text = [row.name, row.title, row.owner?.name, row.system?.name]
    .join(' ')
    .toLocaleLowerCase();
  const words = (query.q ?? '').toLocaleLowerCase().split(/\s+/);
  return (
    words.every(word => text.includes(word)) &&
    (!query.unowned || !row.owner?.exists) &&
    (!query.mine || row.owner?.name === 'payments') &&
    (!query.tag?.length || query.tag.some(tag => row.tags.includes(tag))) &&
    facetNames.every(name => {
      const wanted = query[name] as string[] | undefined;
      return (
        !wanted?.length ||
        valuesOf[name](row).some(value => wanted.includes(value))
      );
    })
  );
};

export const filtered = (rows: ServiceRow[], query: ServicesQuery) =>
  rows.filter(row => fits(row, query));

const urgencies = ['page', 'ticket', 'exhausted', 'met', 'unknown'];

/** What nobody can tell comes last. */
const ailing = [
  ...rolloutStates.filter(state => state !== 'unknown'),
  'unknown',
];

const onCallUrgency = ['gap', 'nobody', 'covered', 'unknown'];

const keyOf: Record<string, (row: ServiceRow) => string> = {
  name: row => row.title.toLocaleLowerCase(),
  owner: row => row.owner?.name ?? '~',
  system: row => row.system?.name ?? '~',
  tier: row => row.tier ?? '~',
  lifecycle: row => row.lifecycle ?? '~',
  updated: row => row.evidence.observedAt,
  slo: ({ slo }) =>
    slo ? `${urgencies.indexOf(slo.state)}${9 + (slo.remaining ?? 0)}` : '~',
  drift: ({ drift }) =>
    drift?.count === undefined ? '~' : String(99 - drift.count),
  contracts: ({ contracts }) =>
    contracts?.counts ? String(99 - contracts.counts.failed) : '~',
  health: ({ health }) => (health ? String(ailing.indexOf(health.state)) : '~'),
  onCall: ({ onCall }) =>
    onCall ? String(onCallUrgency.indexOf(onCall.state)) : '~',
  lastDeploy: ({ lastDeploy }) =>
    lastDeploy ? String(9e15 - Date.parse(lastDeploy.at)) : '~',
};

export const sorted = (
  rows: ServiceRow[],
  { sort = 'name', order }: ServicesQuery,
) => {
  const key = keyOf[sort];
  const sign = order === 'desc' ? -1 : 1;
  const compare = (a: string, b: string) => {
    if (a === b) {
      return 0;
    }
    return a < b ? -1 : 1;
  };
  return rows
    .map(row => ({ row, by: key(row) }))
    .sort((a, b) => sign * compare(a.by, b.by) || compare(a.row.ref, b.row.ref))
    .map(({ row }) => row);
};

export const facetsOf = (
  rows: ServiceRow[],
  query: ServicesQuery,
): ServiceFacets => {
  const counts = (name: FacetName) => {
    const found = new Map<string, number>();
    for (const row of filtered(rows, { ...query, [name]: undefined })) {
      valuesOf[name](row).forEach(value =>
        found.set(value, (found.get(value) ?? 0) + 1),
      );
    }
    return [...found]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count);
  };
  return Object.fromEntries(
    facetNames.map(name => [name, counts(name)]),
  ) as ServiceFacets;
};

export const toCsv = (rows: ServiceRow[]) =>
  [
    'name,owner,tier',
    ...rows.map(row => [row.name, row.owner?.name, row.tier].join()),
  ].join('\r\n');
