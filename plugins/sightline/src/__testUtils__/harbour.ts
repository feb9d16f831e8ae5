import {
  ContractsSummary,
  DriftSummary,
  Evidence,
  HealthSummary,
  OnCallSummary,
  Owner,
  ServiceRow,
  SloSummary,
  tiers,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';

/** The moment at which all of Harbour's tests happen. */
export const NOON = Date.parse('2026-11-21T12:00:00.000Z');

const domains = ['commerce', 'logistics', 'shopping', 'platform'];
const systems = [
  'checkout',
  'money',
  'fulfilment',
  'discovery',
  'storefront',
  'foundation',
];
const teams = [
  'payments',
  'orders',
  'warehouse',
  'search',
  'web',
  'runtime',
  'pricing',
  'parcels',
];
const nouns = [
  'ledger',
  'cart',
  'invoice',
  'parcel',
  'stock',
  'price',
  'profile',
  'search',
  'coupon',
  'refund',
];
const roles = ['api', 'worker', 'gateway', 'importer', 'projector'];
const lifecycles = [
  'production',
  'production',
  'production',
  'experimental',
  'deprecated',
];
const types = ['service', 'service', 'service', 'website', 'job'];
const tags = ['java', 'go', 'node', 'pci', 'grpc', 'kafka'];

const pick = <T>(from: readonly T[], index: number): T =>
  from[index % from.length];

const groupAbove: Record<string, string> = {
  payments: 'commerce',
  orders: 'commerce',
  pricing: 'commerce',
  warehouse: 'logistics',
  parcels: 'logistics',
  search: 'shopping',
  web: 'shopping',
  runtime: 'platform',
};

const group = (name: string) => `group:default/${name}`;

const ownerOf = (index: number): Owner | undefined => {
  if (index % 41 === 7) {
    return undefined;
  }
  if (index % 53 === 11) {
    return {
      ref: group('old-guard'),
      name: 'old-guard',
      exists: false,
      path: [],
    };
  }
  const name = pick(teams, Math.floor(index * 7.3));
  return {
    ref: group(name),
    name,
    exists: true,
    path: [group(groupAbove[name]), group('harbour')],
  };
};

const evidenceOf = (index: number, now: number): Evidence => ({
  source: 'catalog',
  observedAt: toIso(now - ((index * 37) % 900) * 1_000),
  validFor: 600_000,
});

const measured = (now: number): Evidence => ({
  ...{ source: 'prometheus:main', observedAt: toIso(now - 40_000) },
  validFor: 300_000,
});

/** Most keep their promises; one in twenty or so is in one kind of trouble or another. */
const troubles: Record<number, Partial<SloSummary>> = {
  2: {
    ...{ state: 'page', remaining: 0.62, burn: 14.6 },
    words: 'Burns 15× too fast for 50 minutes; the budget ends in 31 h',
  },
  9: {
    ...{ state: 'ticket', remaining: 0.2, burn: 3.4 },
    words: 'Burns 3.4× too fast for a day; the budget ends in 43 h',
  },
  16: {
    ...{ state: 'exhausted', remaining: -0.14 },
    words: 'The budget is overspent by 14 %',
  },
  20: {
    ...{ state: 'unknown', remaining: undefined },
    unknown: unknown('no-data', 'Prometheus has no such series'),
    words: 'Nobody can tell: Prometheus has no such series',
  },
};

const sloOf = (index: number, now: number): SloSummary | undefined =>
  index % 13 === 4
    ? undefined
    : {
        ...{ state: 'met', objective: 'Availability', objectives: 2 },
        remaining: 0.03 + ((index * 29) % 97) / 100,
        words: 'The promise is kept',
        ...troubles[index % 23],
        evidence: measured(now),
      };

const driftOf = (index: number, now: number): DriftSummary =>
  index % 19 === 6
    ? {
        unknown: unknown('no-data', 'It sends no traces'),
        evidence: measured(now),
      }
    : {
        count: index % 5 === 0 ? 1 + (index % 4) : 0,
        evidence: measured(now),
      };

const contractsOf = (
  index: number,
  now: number,
): ContractsSummary | undefined => {
  if (index % 3 === 0) return undefined;
  const source = { ...measured(now), source: 'pact:main' };
  return index % 23 === 5
    ? { unknown: unknown('source-unavailable', 'The broker is away') }
    : {
        counts: {
          ...{ verified: index % 9, failed: index % 14 === 1 ? 1 : 0 },
          unverified: index % 9 === 0 || index % 7 === 4 ? 1 + (index % 2) : 0,
        },
        evidence: source,
      };
};

/** Most run; one in eleven or so is in one kind of trouble or another. */
const healths: Record<number, Pick<HealthSummary, 'state' | 'words'>> = {
  1: {
    state: 'stuck',
    words: 'harbour-eu1, Deployment/search: Its deadline has passed',
  },
  12: { state: 'progressing', words: '1 of 3 pods updated' },
  18: { state: 'degraded', words: '2 of 3 pods available' },
  21: { state: 'unknown', words: 'The object says nothing of its state yet' },
};

const runsOf = (
  index: number,
  now: number,
): Pick<ServiceRow, 'health' | 'lastDeploy'> =>
  index % 11 === 8
    ? {}
    : {
        health: {
          ...{ state: 'complete', words: 'Everything is rolled out' },
          ...healths[index % 31],
          workloads: 1 + (index % 3),
          evidence: { ...measured(now), source: 'kubernetes:harbour-eu1' },
        },
        lastDeploy: {
          at: toIso(now - (8 + ((index * 7919) % 40_000)) * 60_000),
          kind: index % 37 === 2 ? 'rollback' : 'deploy',
          version: `${1 + (index % 9)}.${(index * 7) % 50}.${index % 4}`,
        },
      };

const responders = ['Ana Marković', 'Daniel Okonkwo', 'Kwame Mensah'];

/** One in ten or so has a gap; one has nobody at all. */
const onCallOf = (index: number, now: number): OnCallSummary | undefined => {
  const team = ownerOf(index);
  if (!team?.exists) return undefined;
  const state = ({ 3: 'gap', 7: 'nobody' } as const)[index % 17] ?? 'covered';
  const name = pick(responders, index);
  const ref = `user:default/${name.split(' ')[0].toLocaleLowerCase('en')}`;
  return {
    ...{ state, team: { ref: team.ref, name: team.name } },
    words:
      state === 'covered'
        ? `${name} is on call until 18:00 UTC`
        : 'Nobody is on call',
    who: state === 'covered' ? [{ ref, name }] : [],
    until: toIso(now + (1 + (index % 40)) * 3_600_000),
    origin: 'rotation',
    evidence: { ...measured(now), source: 'rotations' },
  };
};

const capital = (text: string) =>
  text[0].toLocaleUpperCase('en') + text.slice(1);

/** Harbour's service number so-and-so; the same number is always the same service. */
export function serviceRow(index: number, now = NOON): ServiceRow {
  const noun = pick(nouns, index);
  const role = pick(roles, Math.floor(index / nouns.length));
  const round = Math.floor(index / (nouns.length * roles.length));
  const name = `${noun}-${role}${round ? `-${round}` : ''}`;
  const system = pick(systems, index * 5);
  const domain = pick(domains, index * 5);
  return {
    ref: `component:default/${name}`,
    name,
    title:
      index % 4 === 1
        ? `${capital(noun)} ${role}${round ? ` ${round}` : ''}`
        : name,
    description: `Keeps every ${noun} of Harbour, as ${role}`,
    type: pick(types, Math.floor(index * 1.3)),
    lifecycle: pick(lifecycles, Math.floor(index * 1.7)),
    tier: index % 17 === 3 ? undefined : pick(tiers, Math.floor(index * 2.7)),
    owner: ownerOf(index),
    system:
      index % 29 === 5
        ? undefined
        : { ref: `system:default/${system}`, name: system },
    domain:
      index % 29 === 5
        ? undefined
        : { ref: `domain:default/${domain}`, name: domain },
    tags: [pick(tags, index), ...(index % 3 ? [] : [pick(tags, index + 2)])],
    aliases: index % 6,
    slo: sloOf(index, now),
    drift: driftOf(index, now),
    contracts: contractsOf(index, now),
    ...runsOf(index, now),
    onCall: onCallOf(index, now),
    evidence: evidenceOf(index, now),
  };
}

export const serviceRows = (size: number, now = NOON): ServiceRow[] =>
  Array.from({ length: size }, (_, index) => serviceRow(index, now));
