import {
  ContractGap,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { ServicePair } from './pairStates';
import { SeenPair, Traffic } from './Traffic';

type Named = { ref?: ServiceRef; name: string };

type GapsInput = {
  service: ServiceRef;
  traffic: Traffic;
  /** by `consumer provider` */
  contracts: ReadonlyMap<string, ServicePair>;
  /** services that have contracts with anybody */
  parties: ReadonlySet<string>;
  nameOf(ref: ServiceRef): string;
};

const shownAtMost = 50;

/**
 * Who speaks without a pact, and who has one and was not seen to speak. Only
 * services that make contracts at all can miss one, and only of those that send
 * traces it can be said that they are silent.
 */
export const gapsOf = (input: GapsInput): ContractGap[] => {
  const { traffic } = input;
  if (!traffic.evidence) return [];
  return [...uncontracted(input), ...silent(input)].slice(0, shownAtMost);
};

const isOf = (
  { consumer, provider }: Pick<SeenPair, 'consumer' | 'provider'>,
  service: ServiceRef,
) => consumer === service || provider === service;

const uncontracted = (input: GapsInput): ContractGap[] => {
  const { service, traffic, contracts, parties } = input;
  if (!parties.has(service)) return [];
  return [...traffic.pairs]
    .filter(
      ([key, pair]) =>
        isOf(pair, service) &&
        pair.isSync &&
        pair.calls > 0 &&
        !contracts.has(key),
    )
    .sort(([, a], [, b]) => b.calls - a.calls)
    .map(([, { consumer, provider, calls }]) => {
      const ends = named(input, consumer, provider);
      return {
        ...{ kind: 'traffic-without-contract', ...ends },
        words: `${ends.consumer.name} called ${ends.provider.name} ${calls} times in the last hour, and no pact speaks of it`,
      };
    });
};

const silent = (input: GapsInput): ContractGap[] => {
  const { service, contracts, traffic } = input;
  return [...contracts]
    .filter(([, pair]) => isOf(pair, service))
    .filter(([key, pair]) => isSilent(key, pair, traffic))
    .map(([, { consumer, provider }]) => {
      const ends = named(input, consumer, provider);
      return {
        ...{ kind: 'contract-without-traffic', ...ends },
        words: `${ends.consumer.name} has a pact with ${ends.provider.name} and was not seen calling it`,
      };
    });
};

/** A consumer without traces is not silent: nobody can tell. */
export const isSilent = (
  key: string,
  { consumer }: Pick<ServicePair, 'consumer'>,
  { evidence, isTraced, pairs }: Traffic,
): boolean => evidence !== undefined && isTraced(consumer) && !pairs.has(key);

const named = (
  { nameOf }: GapsInput,
  consumer: ServiceRef,
  provider: ServiceRef,
): { consumer: Named; provider: Named } => ({
  consumer: { ref: consumer, name: nameOf(consumer) },
  provider: { ref: provider, name: nameOf(provider) },
});
