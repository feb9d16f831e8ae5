import {
  ContractState,
  Evidence,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Contracted } from './BrokerMirror';
import { Interaction, kindOf, topicsOf } from './interactionKinds';
import { Pair, servicePairs, worstState } from './pairStates';

/** Who has promised what to whom: what drift compares traces with. */
export type Promised = {
  /** services that have contracts with anybody */
  parties: ReadonlySet<string>;
  /** by `consumer provider` */
  pairs: ReadonlyMap<string, ContractState>;
  /** by `consumer topic`, the name of the topic in small letters */
  topics: ReadonlyMap<string, ContractState>;
  evidence?: Evidence;
};

type Say = (pair: Pair) => readonly Interaction[] | undefined;

export const contractParties = ({
  mirrors,
  pacticipant,
}: Contracted): ReadonlySet<ServiceRef> =>
  new Set(
    mirrors.flatMap(({ broker, integrations }) =>
      integrations
        .flatMap(({ consumer, provider }) => [consumer, provider])
        .flatMap(name => pacticipant(broker, name).service?.ref ?? []),
    ),
  );

/**
 * A pact about messages alone binds who reads a topic, not who is called:
 *
 * ```
 *   mail ─── pact, GET /orders/7 ────▶ orders       the pair  mail orders
 *   mail ─── pact, on order-events ──▶ orders       the topic mail order-events
 * ```
 */
export const promisedBy = (contracted: Contracted, say: Say): Promised => {
  const pairs = new Map<string, ContractState>();
  const onTopics = new Map<string, Pair[]>();
  for (const [key, { consumer, pairs: all }] of servicePairs(contracted)) {
    const calling = all.filter(pair => kindOf(say(pair)) !== 'message');
    if (calling.length > 0) pairs.set(key, stateOf(calling));
    for (const pair of all) {
      for (const topic of topicsOf(say(pair))) {
        const name = `${consumer} ${topic.toLowerCase()}`;
        onTopics.set(name, [...(onTopics.get(name) ?? []), pair]);
      }
    }
  }
  return {
    ...{ parties: contractParties(contracted), pairs },
    topics: new Map([...onTopics].map(([key, all]) => [key, stateOf(all)])),
  };
};

const stateOf = (pairs: readonly Pair[]): ContractState => {
  const states = pairs.map(({ head }) => head?.verification.state ?? 'never');
  switch (worstState(states)) {
    case 'failed':
    case 'pending':
      return 'failed';
    case 'success':
      return 'verified';
    default:
      return 'never';
  }
};
