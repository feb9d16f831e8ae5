import {
  ServiceRef,
  VerificationState,
} from '@sightline/backstage-plugin-sightline-common';
import type { MirroredPact } from '@sightline/backstage-plugin-sightline-node';
import { BrokerMirror, Contracted, keyOf } from './BrokerMirror';
import { headPacts } from './newestPacts';

/** Most urgent first. */
export const urgentStates: readonly VerificationState[] = [
  'failed',
  'stale',
  'pending',
  'never',
  'success',
];

export const worstState = (
  states: readonly VerificationState[],
): VerificationState | undefined =>
  urgentStates.find(state => states.includes(state));

/** Two names with everything that is known between them. */
export type Pair = {
  mirror: BrokerMirror;
  consumer: string;
  provider: string;
  pacts: MirroredPact[];
  /** the newest of them */
  head?: MirroredPact;
};

/** Mirrors never change, so what was grouped once is grouped for all who ask. */
const known = new WeakMap<BrokerMirror, ReadonlyMap<string, Pair>>();

export const pairsOf = (mirror: BrokerMirror): ReadonlyMap<string, Pair> => {
  const before = known.get(mirror);
  if (before) return before;
  const heads = headPacts(mirror.pacts);
  const pairs = new Map<string, Pair>();
  for (const { consumer, provider } of mirror.integrations) {
    const key = keyOf(consumer, provider);
    const head = heads.get(key);
    pairs.set(key, {
      ...{ mirror, consumer, provider, pacts: [] },
      ...(head && { head }),
    });
  }
  for (const pact of mirror.pacts) {
    pairs.get(keyOf(pact.consumer, pact.provider))?.pacts.push(pact);
  }
  known.set(mirror, pairs);
  return pairs;
};

const knownOfServices = new WeakMap<Contracted, Map<string, ServicePair>>();

/** Pairs of two services of the catalog, by `consumer provider`. */
export const servicePairs = (
  contracted: Contracted,
): ReadonlyMap<string, ServicePair> => {
  const before = knownOfServices.get(contracted);
  if (before) return before;
  const pairs = pairServices(contracted);
  knownOfServices.set(contracted, pairs);
  return pairs;
};

const pairServices = ({ mirrors, pacticipant }: Contracted) => {
  const pairs = new Map<string, ServicePair>();
  for (const mirror of mirrors) {
    for (const pair of pairsOf(mirror).values()) {
      const consumer = pacticipant(mirror.broker, pair.consumer).service?.ref;
      const provider = pacticipant(mirror.broker, pair.provider).service?.ref;
      if (consumer === undefined || provider === undefined) continue;
      const key = `${consumer} ${provider}`;
      const before = pairs.get(key);
      if (before) before.pairs.push(pair);
      else pairs.set(key, { consumer, provider, pairs: [pair] });
    }
  }
  return pairs;
};

export type ServicePair = {
  consumer: ServiceRef;
  provider: ServiceRef;
  /** of several brokers, or under several names */
  pairs: Pair[];
};
