import {
  Instant,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import {
  ContractsReport,
  MirroredPact,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerMirror } from '../engine/BrokerMirror';

export const START: Instant = Date.UTC(2026, 10, 21, 12);

/** `cart 1 → orders 7`: a pact of cart 1, checked by orders 7. Dashboards name no content. */
export const pact = (
  text: string,
  state: VerificationState = 'success',
  more: Partial<MirroredPact> & { branch?: string; at?: Instant } = {},
): MirroredPact => {
  const [consumer, consumerVersion, , provider, providerVersion] =
    text.split(' ');
  const { branch = 'main', at, ...rest } = more;
  return {
    ...{ consumer, provider },
    consumerVersion: {
      ...{ number: consumerVersion, branches: [branch] },
      createdAt: at ?? START + Number(consumerVersion) * 1_000,
    },
    verification: {
      state,
      ...(providerVersion !== undefined && {
        providerVersion: { number: providerVersion, branches: ['main'] },
        verifiedAt: START,
      }),
    },
    ...rest,
  };
};

/** `orders 7 production` is there. */
export const there = (
  text: string,
  instance?: string,
): ContractsReport['inEnvironments'][number] => {
  const [pacticipant, number, environment] = text.split(' ');
  return {
    ...{ pacticipant, environment, how: 'deployed' },
    version: { number, branches: ['main'] },
    ...(instance !== undefined && { instance }),
    since: START,
  };
};

/** What a broker knows: every name and pair that pacts speak of. */
export const reportOf = (
  pacts: MirroredPact[],
  inEnvironments: ContractsReport['inEnvironments'] = [],
  broker = 'pact:main',
): ContractsReport => {
  const pairs = new Map(
    pacts.map(({ consumer, provider }) => [
      `${consumer} ${provider}`,
      { consumer, provider },
    ]),
  );
  const names = new Set([
    ...pacts.flatMap(({ consumer, provider }) => [consumer, provider]),
    ...inEnvironments.map(({ pacticipant }) => pacticipant),
  ]);
  return {
    ...{ broker, pacts, inEnvironments },
    integrations: [...pairs.values()],
    pacticipants: [...names].map(name => ({ name })),
    environments: ['production', 'test'].map(name => ({
      ...{ name, displayName: name, production: name === 'production' },
    })),
  };
};

export const mirrorOf = (
  ...report: Parameters<typeof reportOf>
): BrokerMirror => ({
  ...reportOf(...report),
  ...{ observedAt: START, freshFor: 1_200_000 },
});
