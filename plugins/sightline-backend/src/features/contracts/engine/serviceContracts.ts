import {
  Contract,
  DeployedVersion,
  PacticipantVersion,
  ServiceContracts,
  ServiceRef,
  toIso,
  VerificationState,
  verificationStates,
} from '@sightline/backstage-plugin-sightline-common';
import type {
  MirroredPact,
  MirroredVersion,
} from '@sightline/backstage-plugin-sightline-node';
import { BrokerMirror, Contracted, keyOf } from './BrokerMirror';
import { environmentsOf } from './matrix';
import { newestPacts } from './newestPacts';
import { urgentStates } from './pairStates';
import { Places, placesOf } from './places';

export type OwnContracts = Pick<
  ServiceContracts,
  'providers' | 'consumers' | 'deployed' | 'environments' | 'counts'
>;

/** What brokers know of one service, under all its names. */
export const ownContracts = (
  contracted: Contracted,
  service: ServiceRef,
  kindOf: (pact: MirroredPact, broker: string) => Contract['kind'],
): OwnContracts => {
  const named = contracted.namesOf(service);
  const parts = contracted.mirrors.flatMap(mirror => {
    const names = new Set(
      named
        .filter(({ broker }) => broker === mirror.broker)
        .map(({ name }) => name),
    );
    return names.size > 0
      ? [partOf({ contracted, mirror, names, kindOf })]
      : [];
  });
  const providers = parts.flatMap(part => part.providers).sort(mostUrgentFirst);
  const consumers = parts.flatMap(part => part.consumers).sort(mostUrgentFirst);
  return {
    ...{ providers, consumers },
    deployed: parts.flatMap(part => part.deployed),
    environments: parts.flatMap(part => part.environments),
    counts: countStates([...providers, ...consumers]),
  };
};

type PartInput = {
  contracted: Contracted;
  mirror: BrokerMirror;
  names: ReadonlySet<string>;
  kindOf: (pact: MirroredPact, broker: string) => Contract['kind'];
};

const partOf = (input: PartInput) => {
  const { mirror, names } = input;
  const places = placesOf(mirror);
  const own = mirror.pacts.filter(
    ({ consumer, provider }) => names.has(consumer) || names.has(provider),
  );
  const newest = newestPacts(
    own,
    ({ consumer, consumerVersion }) =>
      places(consumer, consumerVersion.number).length > 0,
  );
  const contracts = newest.map(pact => toContract(input, pact, places));
  return {
    providers: contracts.filter(({ consumer }) => names.has(consumer.name)),
    consumers: contracts.filter(({ provider }) => names.has(provider.name)),
    deployed: mirror.inEnvironments
      .filter(({ pacticipant }) => names.has(pacticipant))
      .map(toDeployed),
    environments: environmentsOf(mirror),
  };
};

const toVersion = ({
  number,
  branches,
  createdAt,
}: MirroredVersion): PacticipantVersion => ({
  ...{ number, branches },
  ...(createdAt !== undefined && { createdAt: toIso(createdAt) }),
});

const toContract = (
  { contracted, mirror: { broker }, kindOf }: PartInput,
  pact: MirroredPact,
  places: Places,
): Contract => {
  const { consumerVersion, contentId, publishedAt, verification } = pact;
  const { state, providerVersion, verifiedAt } = verification;
  const kind = kindOf(pact, broker);
  return {
    consumer: contracted.pacticipant(broker, pact.consumer),
    provider: contracted.pacticipant(broker, pact.provider),
    consumerVersion: toVersion(consumerVersion),
    ...(contentId !== undefined && { contentId }),
    ...(kind && { kind }),
    ...(publishedAt !== undefined && { publishedAt: toIso(publishedAt) }),
    verification: {
      state,
      ...(providerVersion && { providerVersion: toVersion(providerVersion) }),
      ...(verifiedAt !== undefined && { verifiedAt: toIso(verifiedAt) }),
    },
    environments: places(pact.consumer, consumerVersion.number),
  };
};

const toDeployed = ({
  version,
  since,
  ...rest
}: BrokerMirror['inEnvironments'][number]): DeployedVersion => ({
  ...rest,
  version: toVersion(version),
  ...(since !== undefined && { since: toIso(since) }),
});

const countStates = (contracts: readonly Contract[]) => {
  const counts = Object.fromEntries(
    verificationStates.map(state => [state, 0]),
  ) as Record<VerificationState, number>;
  for (const { verification } of contracts) counts[verification.state] += 1;
  return counts;
};

const rankOf = ({ verification }: Contract) =>
  urgentStates.indexOf(verification.state);

const nameOf = ({ consumer, provider, consumerVersion }: Contract) =>
  keyOf(consumer.name, provider.name, consumerVersion.number);

const mostUrgentFirst = (a: Contract, b: Contract): number =>
  rankOf(a) - rankOf(b) || (nameOf(a) < nameOf(b) ? -1 : 1);
