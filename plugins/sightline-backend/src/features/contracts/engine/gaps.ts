import {
  ContractGap,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Pair, ServicePair } from './pairStates';
import { atMinute, silentSince } from './silence';
import { SeenPair, Traffic } from './Traffic';

type Named = { ref?: ServiceRef; name: string };

type GapsInput = {
  service: ServiceRef;
  traffic: Traffic;
  /** by `consumer provider` */
  contracts: ReadonlyMap<string, ServicePair>;
  /** whether a pact is known to be about calls: of another nobody knows that it is silent */
  isAboutCalls(pair: Pair): boolean;
  nameOf(ref: ServiceRef): string;
};

const shownAtMost = 50;

/**
 * Who speaks without a pact, and who has one and was not seen to speak, of a service
 * that has a name on a broker. Only of those that send traces it can be said that
 * they are silent.
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
  const { service, traffic, contracts } = input;
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
  const { service, contracts, traffic, isAboutCalls } = input;
  return [...contracts.values()]
    .filter(pair => isOf(pair, service) && pair.pairs.some(isAboutCalls))
    .flatMap(({ consumer, provider }) => {
      const since = silentSince(consumer, provider, traffic);
      if (since === undefined) return [];
      const ends = named(input, consumer, provider);
      return {
        ...{ kind: 'contract-without-traffic', ...ends },
        words: `${ends.consumer.name} has a pact with ${
          ends.provider.name
        } and was not seen calling it since ${atMinute(since)}`,
      };
    });
};

const named = (
  { nameOf }: GapsInput,
  consumer: ServiceRef,
  provider: ServiceRef,
): { consumer: Named; provider: Named } => ({
  consumer: { ref: consumer, name: nameOf(consumer) },
  provider: { ref: provider, name: nameOf(provider) },
});
