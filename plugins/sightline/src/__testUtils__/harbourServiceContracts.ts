import {
  Contract,
  ContractChange,
  ContractGap,
  ContractedApi,
  DeployedVersion,
  ServiceContracts,
  ServiceRef,
  VerificationState,
  toIso,
  verificationStates,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';
import {
  brokerEnvironments,
  brokerEvidence,
  pacticipant,
} from './harbourBroker';

/** How much a broker knows of a service. */
export type Contracted =
  | 'usual'
  | 'kept'
  | 'crowded'
  | 'nobody'
  | 'unpublished';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

type Plan = {
  with: string;
  version: string;
  branches?: string[];
  environments?: string[];
  state: VerificationState;
  by?: string;
  /** how long ago it was verified, and published */
  ago?: [verified: number | undefined, published: number];
  kind?: Contract['kind'];
};

const both = ['production', 'staging'];

const needed: Plan[] = [
  {
    ...{ with: 'Payments', version: '9.3.2', environments: both },
    ...{ state: 'failed', by: '12.0.4', ago: [5 * HOUR, 2 * DAY] },
  },
  {
    ...{ with: 'pricing-svc', version: '9.3.2', environments: ['production'] },
    ...{ state: 'never', ago: [undefined, 2 * DAY] },
  },
  {
    ...{ with: 'Inventory Service', version: '9.4.0', branches: ['stock-v2'] },
    ...{ state: 'pending', by: '5.19.0', ago: [3 * HOUR, 4 * HOUR] },
  },
  {
    ...{ with: 'Inventory Service', version: '9.3.2', environments: both },
    ...{ state: 'success', by: '5.19.0', ago: [3 * HOUR, 2 * DAY] },
  },
  {
    ...{ with: 'cart-service', version: '9.3.2', environments: ['production'] },
    ...{ state: 'success', by: '7.5.1', ago: [6 * DAY, 2 * DAY] },
  },
  {
    ...{ with: 'users', version: '9.3.2', environments: ['production'] },
    ...{ state: 'success', by: '4.11.0', ago: [8 * DAY, 2 * DAY] },
  },
];

const needing: Plan[] = [
  {
    ...{ with: 'web-bff', version: '6.42.0', branches: ['main'] },
    ...{ state: 'stale', by: '9.3.1', ago: [4 * DAY, 5 * HOUR] },
  },
  {
    ...{ with: 'web-bff', version: '6.41.0', environments: both },
    ...{ state: 'success', by: '9.3.2', ago: [2 * DAY, 9 * DAY] },
  },
  {
    ...{ with: 'mobile-bff', version: '5.12.3', environments: both },
    ...{ state: 'success', by: '9.3.2', ago: [2 * DAY, 20 * DAY] },
  },
  {
    ...{ with: 'returns', version: '1.4.4', environments: ['production'] },
    ...{ state: 'success', by: '9.3.2', ago: [2 * DAY, 12 * DAY] },
  },
  {
    ...{ with: 'shipping', version: '6.6.0', environments: ['production'] },
    ...{ state: 'success', by: '9.3.2', ago: [2 * DAY, 3 * DAY] },
    kind: 'message',
  },
];

const own = 'Orders';

const contractOf = (plan: Plan, isConsumer: boolean, now: number): Contract => {
  const [verified, published] = plan.ago ?? [undefined, DAY];
  const other = pacticipant(plan.with);
  return {
    consumer: isConsumer ? pacticipant(own) : other,
    provider: isConsumer ? other : pacticipant(own),
    consumerVersion: {
      ...{ number: plan.version, branches: plan.branches ?? ['main'] },
      createdAt: toIso(now - published),
    },
    contentId: `4f2a9c1${plan.with.length}${plan.version.replace(/\W/g, '')}`,
    kind: plan.kind ?? 'http',
    publishedAt: toIso(now - published),
    verification: {
      state: plan.state,
      ...(plan.by && {
        providerVersion: { number: plan.by, branches: ['main'] },
      }),
      ...(verified !== undefined && { verifiedAt: toIso(now - verified) }),
    },
    environments: plan.environments ?? [],
  };
};

const deployed = (now: number): DeployedVersion[] => {
  const of = (
    environment: string,
    number: string,
    ago: number,
    instance?: string,
  ): DeployedVersion => ({
    ...{ environment, pacticipant: own, how: 'deployed' },
    version: { number, branches: ['main'] },
    since: toIso(now - ago),
    ...(instance && { instance }),
  });
  return [
    of('production', '9.3.2', 2 * DAY, 'eu'),
    of('production', '9.3.1', 9 * DAY, 'us'),
    of('staging', '9.3.2', 3 * DAY),
  ];
};

const party = (name: string) => ({
  ref: `component:default/${name}` as ServiceRef,
  name,
});

const gaps: ContractGap[] = [
  {
    kind: 'traffic-without-contract',
    ...{ consumer: party('orders'), provider: party('promotions') },
    words:
      'orders called promotions 1840 times in the last hour, and no pact speaks of it',
  },
  {
    kind: 'traffic-without-contract',
    ...{ consumer: party('web-bff'), provider: party('orders') },
    words: 'web-bff calls 2 operations of orders of which no pact speaks',
    operations: [
      { operation: 'GET /orders/{id}/invoice', calls: 412 },
      { operation: 'POST /orders/{id}/cancel', calls: 37 },
    ],
  },
  {
    kind: 'contract-without-traffic',
    ...{ consumer: party('returns'), provider: party('orders') },
    words:
      'returns has a pact with orders and was not seen calling it since 2026-11-08 09:00 UTC',
  },
];

const apis: ContractedApi[] = [
  {
    ...{ ref: 'api:default/orders-api', name: 'orders-api', type: 'openapi' },
    providedBy: [party('orders').ref],
    consumedBy: [party('web-bff').ref, party('mobile-bff').ref],
    pacts: 3,
  },
  {
    ...{ ref: 'api:default/order-events', name: 'order-events' },
    ...{ type: 'asyncapi', pacts: 1 },
    providedBy: [party('orders').ref],
    consumedBy: [party('shipping').ref],
  },
  {
    ...{ ref: 'api:default/payments-rpc', name: 'payments-rpc', type: 'grpc' },
    providedBy: [party('payments').ref],
    consumedBy: [party('orders').ref],
    pacts: 0,
  },
];

const changes = (now: number): ContractChange[] => {
  const of = (
    ago: number,
    kind: ContractChange['kind'],
    [consumer, provider]: readonly [string, string],
    words: string,
  ): ContractChange => ({
    ...{ at: toIso(now - ago), kind, words },
    consumer: pacticipant(consumer),
    provider: pacticipant(provider),
  });
  return [
    of(
      ...([5 * HOUR, 'broken', ['Orders', 'Payments']] as const),
      'Payments 12.0.4 fails the pact of Orders 9.3.2; Payments 12.0.3 kept that of Orders 9.3.2',
    ),
    of(
      ...([5 * HOUR, 'published', ['web-bff', 'Orders']] as const),
      'web-bff 6.42.0 changed what it expects of Orders',
    ),
    of(
      ...([2 * DAY, 'mended', ['mobile-bff', 'Orders']] as const),
      'Orders 9.3.2 keeps the pact of mobile-bff 5.12.3',
    ),
    of(
      ...([6 * DAY, 'verified', ['Orders', 'cart-service']] as const),
      'cart-service 7.5.1 keeps the pact of Orders 9.3.2',
    ),
    of(
      ...([40 * DAY, 'gone', ['Orders', 'legacy-stock']] as const),
      'The broker no longer knows of Orders and legacy-stock',
    ),
  ];
};

const countsOf = (contracts: Contract[]) => {
  const counts = Object.fromEntries(
    verificationStates.map(state => [state, 0]),
  ) as Record<VerificationState, number>;
  contracts.forEach(({ verification }) => (counts[verification.state] += 1));
  return counts;
};

const partiesOf = (contracted: Contracted): [Plan[], Plan[]] => {
  const isKept = ({ state }: Plan) => state === 'success';
  switch (contracted) {
    case 'kept':
      return [needed.filter(isKept), needing.filter(isKept)];
    case 'crowded':
      return [
        needed,
        Array.from({ length: 60 }, (_, index) => ({
          ...needing[index % needing.length],
          with: `consumer-${index}`,
        })),
      ];
    case 'usual':
      return [needed, needing];
    default:
      return [[], []];
  }
};

/** What a broker knows of whichever service is asked for; it is always that of Orders. */
export const harbourServiceContracts = (
  service: ServiceRef,
  now = NOON,
  contracted: Contracted = 'usual',
): ServiceContracts => {
  const [consumed, provided] = partiesOf(contracted);
  const providers = consumed.map(plan => contractOf(plan, true, now));
  const consumers = provided.map(plan => contractOf(plan, false, now));
  const isUsual = contracted === 'usual' || contracted === 'crowded';
  const isKnown = contracted !== 'nobody';
  return {
    ...{ service, providers, consumers },
    deployed: isKnown ? deployed(now).slice(isUsual ? 0 : 2) : [],
    environments: isKnown ? brokerEnvironments : [],
    gaps: isUsual ? gaps : [],
    apis: isKnown ? apis : [],
    changes: isKnown ? changes(now).slice(isUsual ? 0 : 2) : [],
    counts: countsOf([...providers, ...consumers]),
    evidence: brokerEvidence(now),
  };
};
