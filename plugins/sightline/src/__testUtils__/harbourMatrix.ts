import {
  ContractMatrix,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import type { ContractMatrixQuery } from '../api';
import { HarbourContracts } from './HarbourContracts';
import { NOON } from './harbour';
import {
  brokerEnvironments,
  brokerEvidence,
  nobody,
  pacticipant,
} from './harbourBroker';
import { harbourServiceContracts } from './harbourServiceContracts';
import { harbourVerdict } from './harbourVerdicts';

type Pair = ContractMatrix['pairs'][number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Plan = [
  consumer: string,
  consumerVersion: string,
  provider: string,
  providerVersion: string | undefined,
  state: Pair['state'],
  verified: number | undefined,
  also?: Pick<Pair, 'gap'>,
];

/** The town's pacts as they meet in production, and what its traces add. */
const plans: Plan[] = [
  ['Orders', '9.3.2', 'Payments', '12.0.4', 'failed', 5 * HOUR],
  ['Orders', '9.3.2', 'pricing-svc', '4.8.0', 'never', undefined],
  ['Orders', '9.3.2', 'Inventory Service', '5.19.0', 'success', 3 * HOUR],
  ['Orders', '9.3.2', 'cart-service', '7.5.1', 'success', 6 * DAY],
  ['Orders', '9.3.2', 'users', '4.11.0', 'success', 8 * DAY],
  ['Orders', '9.3.2', 'shipping', '6.6.0', 'success', 2 * DAY],
  ['web-bff', '6.41.0', 'Orders', '9.3.2', 'success', 2 * DAY],
  ['web-bff', '6.41.0', 'cart-service', '7.5.1', 'success', 6 * DAY],
  ['web-bff', '6.41.0', 'Catalog', '3.27.5', 'stale', 4 * DAY],
  ['web-bff', '6.41.0', 'search', '5.2.8', 'success', 9 * DAY],
  ['web-bff', '6.41.0', 'users', '4.11.0', 'pending', 30 * DAY],
  [
    ...([
      'web-bff',
      '6.41.0',
      'returns',
      '1.4.4',
      'success',
      12 * DAY,
    ] as const),
    { gap: 'contract-without-traffic' },
  ],
  ['mobile-bff', '5.12.3', 'Orders', '9.3.2', 'unknown', 2 * DAY],
  [nobody, '5.12.3', 'Catalog', '3.27.5', 'success', 4 * DAY],
  ['Payments', '12.0.4', 'fraud', '2.4.0', 'success', 5 * HOUR],
  ['Payments', '12.0.4', 'ledger', '7.0.1', 'success', 5 * HOUR],
  ['returns', '1.4.4', 'Orders', '9.3.2', 'success', 2 * DAY],
  ['shipping', '6.6.0', 'Orders', '9.3.2', 'success', 2 * DAY],
  [
    ...(['mobile-bff', '', 'promotions', '', 'unknown', undefined] as const),
    { gap: 'traffic-without-contract' },
  ],
];

const versions = (version?: string) => (version ? [version] : []);

/** Two versions of it share production, of which one was checked. */
const sharing = ({ consumer, providerVersions }: Pair): string[] =>
  consumer.name === 'mobile-bff' && providerVersions.length > 0
    ? [...providerVersions, '9.3.1']
    : providerVersions;

export const harbourPairs = (now = NOON): Pair[] =>
  plans.map(([consumer, own, provider, theirs, state, verified, also]) => {
    const pair: Pair = {
      consumer: pacticipant(consumer),
      provider: pacticipant(provider),
      state,
      consumerVersions: versions(own),
      providerVersions: versions(theirs),
      ...(verified !== undefined && { verifiedAt: toIso(now - verified) }),
      ...also,
    };
    return { ...pair, providerVersions: sharing(pair) };
  });

/** Not every pair of production is in staging as well. */
const inStaging = ({ consumer, provider }: Pair) =>
  ['Orders', 'Catalog', 'Payments', 'ledger'].includes(provider.name) ||
  consumer.name === 'Payments';

const textOf = ({ consumer, provider }: Pair) =>
  [consumer, provider]
    .map(({ name, service }) => `${name} ${service?.name ?? ''}`)
    .join(' ')
    .toLocaleLowerCase('en-US');

const matrixOf = (
  pairs: readonly Pair[],
  query: ContractMatrixQuery,
  now = NOON,
): ContractMatrix => {
  const { environment, q = '', state = [], limit = 2_000 } = query;
  const words = q.toLocaleLowerCase('en-US').split(/\s+/);
  const seen = pairs
    .filter(pair => environment !== 'staging' || inStaging(pair))
    .filter(pair => words.every(word => textOf(pair).includes(word)));
  const chosen = seen.filter(
    pair => state.length === 0 || state.includes(pair.state),
  );
  const found = brokerEnvironments.find(({ name }) => name === environment);
  const counts = { success: 0, failed: 0, pending: 0, stale: 0, never: 0 };
  const all: ContractMatrix['counts'] = { ...counts, unknown: 0 };
  seen.forEach(pair => (all[pair.state] += 1));
  return {
    ...(found && { environment: found }),
    environments: brokerEnvironments,
    pairs: chosen.slice(0, limit),
    leftOut: Math.max(0, chosen.length - limit),
    counts: all,
    evidence: brokerEvidence(now),
  };
};

/** What a backend says that mirrors the town's broker. */
export const harbourContracts = (
  now = NOON,
  pairs = harbourPairs(now),
): HarbourContracts => ({
  getContractMatrix: query => matrixOf(pairs, query, now),
  getCanIDeploy: question => harbourVerdict(question, now),
  getServiceContracts: service => harbourServiceContracts(service, now),
});

/** No broker is set up. */
export const noBroker: HarbourContracts = {
  getContractMatrix: () => ({
    ...{ environments: [], pairs: [], leftOut: 0 },
    counts: matrixOf([], {}).counts,
  }),
  getServiceContracts: service => ({
    ...harbourServiceContracts(service, NOON, 'nobody'),
    evidence: undefined,
  }),
};

/** A broker of a large company: every service expects something of ten others. */
export const largeBroker = (size: number, now = NOON): Pair[] => {
  const states: Pair['state'][] = [
    ...(['success', 'success', 'success', 'success', 'success'] as const),
    ...(['never', 'stale', 'failed', 'pending', 'unknown'] as const),
  ];
  return Array.from({ length: size }, (_, index) => {
    const consumer = Math.floor(index / 10);
    const provider = (consumer * 7 + (index % 10) * 13 + 1) % (size / 10);
    return {
      consumer: pacticipant(`service-${String(consumer).padStart(4, '0')}`),
      provider: pacticipant(`service-${String(provider).padStart(4, '0')}`),
      state: states[(index * 7 + consumer) % 10],
      consumerVersions: [`1.${consumer}.0`],
      providerVersions: [`2.${provider}.0`],
      verifiedAt: toIso(now - (index % 90) * HOUR),
    };
  });
};
