import {
  ContractMatrix,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Contracted } from './BrokerMirror';
import { servicePairs } from './pairStates';
import { SeenPair, Traffic } from './Traffic';

type MatrixPair = ContractMatrix['pairs'][number];

/** Whether a service is called, and was lately, without any pact of the two. */
const isUncontracted = (
  { consumer, provider, isSync, calls }: SeenPair,
  contracted: Contracted,
): boolean =>
  isSync &&
  calls > 0 &&
  consumer !== provider &&
  !servicePairs(contracted).has(`${consumer} ${provider}`);

/** Names of services on brokers; within an environment, of those that are there. */
const namesThere = (
  { mirrors, namesOf }: Contracted,
  environment: string | undefined,
) => {
  if (environment === undefined) return namesOf;
  const there = new Map(
    mirrors.map(({ broker, inEnvironments }) => [
      broker,
      new Set(
        inEnvironments
          .filter(one => one.environment === environment)
          .map(({ pacticipant }) => pacticipant),
      ),
    ]),
  );
  return (ref: ServiceRef) =>
    namesOf(ref).filter(({ broker, name }) => there.get(broker)?.has(name));
};

/**
 * Pairs of which traces know and brokers do not. Who is on no broker makes no
 * contracts, and misses none.
 */
export const uncontractedPairs = (
  contracted: Contracted,
  traffic: Traffic,
  environment: string | undefined,
): MatrixPair[] => {
  const namesOf = namesThere(contracted, environment);
  return [...traffic.pairs.values()].flatMap(pair => {
    if (!isUncontracted(pair, contracted)) return [];
    const consumers = namesOf(pair.consumer);
    const providers = namesOf(pair.provider);
    const consumer =
      consumers.find(({ broker }) =>
        providers.some(one => one.broker === broker),
      ) ?? consumers[0];
    const provider =
      providers.find(({ broker }) => broker === consumer?.broker) ??
      providers[0];
    if (!consumer || !provider) return [];
    return {
      consumer: contracted.pacticipant(consumer.broker, consumer.name),
      provider: contracted.pacticipant(provider.broker, provider.name),
      ...{ state: 'unknown', gap: 'traffic-without-contract' },
      ...{ consumerVersions: [], providerVersions: [] },
    };
  });
};
