export type ModelVerification = {
  providerVersion: string;
  branch?: string;
  success: boolean;
  /** ISO 8601 */
  at: string;
};

export type ModelPact = {
  consumer: string;
  version: string;
  branch?: string;
  provider: string;
  createdAt: string;
  /** oldest first */
  verifications?: ModelVerification[];
  /** what the dashboard says; by the newest verification when left out */
  status?: string;
  /** as it was published; one interaction when left out */
  content?: object;
};

/** What a broker knows, as a test tells it. */
export type BrokerModel = {
  pacticipants: { name: string; mainBranch?: string; repositoryUrl?: string }[];
  integrations: { consumer: string; provider: string }[];
  environments: { name: string; displayName: string; production: boolean }[];
  pacts: ModelPact[];
  present: {
    environment: string;
    pacticipant: string;
    version: string;
    instance?: string;
    how: 'deployed' | 'released';
    createdAt: string;
  }[];
};

export const noBroker: BrokerModel = {
  pacticipants: [],
  integrations: [],
  environments: [],
  pacts: [],
  present: [],
};

const at = '2026-11-20T10:00:00+00:00';

/**
 * A shop whose names are as unpleasant as they get:
 *
 * ```
 *   checkout web ──▶ team/orders ──▶ payments 💳
 *                                └─▶ stock        (never verified)
 * ```
 */
export const shop: BrokerModel = {
  pacticipants: [
    { name: 'checkout web', mainBranch: 'main' },
    { name: 'team/orders', repositoryUrl: 'https://git.example/orders' },
    { name: 'payments 💳', mainBranch: 'trunk' },
    { name: 'stock' },
  ],
  integrations: [
    { consumer: 'checkout web', provider: 'team/orders' },
    { consumer: 'team/orders', provider: 'payments 💳' },
    { consumer: 'team/orders', provider: 'stock' },
  ],
  environments: [
    { name: 'production', displayName: 'Production', production: true },
    { name: 'staging eu', displayName: 'Staging (EU)', production: false },
  ],
  pacts: [
    {
      ...{ consumer: 'checkout web', version: '1.0+7', branch: 'main' },
      ...{ provider: 'team/orders', createdAt: at },
      verifications: [{ providerVersion: '10', success: true, at }],
    },
    {
      ...{ consumer: 'checkout web', version: '1.1', branch: 'feat/new cart' },
      ...{ provider: 'team/orders', createdAt: at, status: 'failed_pending' },
      verifications: [
        { providerVersion: '11', branch: 'main', success: false, at },
      ],
    },
    {
      ...{ consumer: 'team/orders', version: '11', branch: 'main' },
      ...{ provider: 'payments 💳', createdAt: at },
      verifications: [
        { providerVersion: 'a1', branch: 'trunk', success: true, at },
      ],
    },
    {
      ...{ consumer: 'team/orders', version: '11', branch: 'main' },
      ...{ provider: 'stock', createdAt: at },
    },
  ],
  present: [
    {
      ...{ environment: 'production', pacticipant: 'team/orders' },
      ...{ version: '10', how: 'deployed', createdAt: at },
    },
    {
      ...{ environment: 'production', pacticipant: 'checkout web' },
      ...{ version: '1.0+7', how: 'released', createdAt: at },
    },
    {
      ...{ environment: 'staging eu', pacticipant: 'payments 💳' },
      ...{ version: 'a1', instance: 'eu-1', how: 'deployed', createdAt: at },
    },
    {
      ...{ environment: 'staging eu', pacticipant: 'payments 💳' },
      ...{ version: 'b2', instance: 'eu-2', how: 'deployed', createdAt: at },
    },
  ],
};

/** A company: every consumer needs its next few neighbours, each pact on two branches. */
export const manyPacts = (size: {
  pacticipants: number;
  integrations: number;
  environments: number;
}): BrokerModel => {
  const name = (nth: number) => `service ${nth % size.pacticipants}`;
  const integrations = Array.from({ length: size.integrations }, (_, nth) => ({
    consumer: name(nth),
    provider: name(nth + 1 + Math.floor(nth / size.pacticipants)),
  }));
  const environments = Array.from({ length: size.environments }, (_, nth) => ({
    name: `environment-${nth}`,
    displayName: `Environment ${nth}`,
    production: nth === 0,
  }));
  const pacticipants = Array.from({ length: size.pacticipants }, (_, nth) => ({
    name: name(nth),
    mainBranch: 'main',
    repositoryUrl: `https://git.example/service-${nth}`,
  }));
  return {
    ...{ integrations, environments, pacticipants },
    pacts: integrations.flatMap(pair =>
      ['main', 'feature'].map((branch, nth) => ({
        ...{ ...pair, branch, createdAt: at, version: `${branch}-1` },
        verifications:
          nth === 0 ? [{ providerVersion: 'main-1', success: true, at }] : [],
      })),
    ),
    present: environments.flatMap(({ name: environment }) =>
      pacticipants.map(({ name: pacticipant }) => ({
        ...{ environment, pacticipant, version: 'main-1', createdAt: at },
        how: 'deployed' as const,
      })),
    ),
  };
};
