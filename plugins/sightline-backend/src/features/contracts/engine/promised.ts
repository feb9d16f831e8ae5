import {
  ContractState,
  Evidence,
  ServiceRef,
} from '@sightline/backstage-plugin-sightline-common';
import { Contracted } from './BrokerMirror';
import { Interaction, isAboutCalls, topicsOf } from './interactionKinds';
import { Pair, servicePairs, worstState } from './pairStates';

/** Who has promised what to whom: what drift compares traces with. */
export type Promised = {
  /** services that have a name on a broker: they could make contracts */
  parties: ReadonlySet<string>;
  /** by `consumer provider` */
  pairs: ReadonlyMap<string, ContractState>;
  /** of these, those of which nobody knows yet whether they are about calls */
  unread: ReadonlySet<string>;
  /** by `consumer topic`, the name of the topic in small letters */
  topics: ReadonlyMap<string, ContractState>;
  evidence?: Evidence;
};

type Say = (pair: Pair) => readonly Interaction[] | undefined;

const partiesOf = ({
  mirrors,
  pacticipant,
}: Contracted): ReadonlySet<ServiceRef> =>
  new Set(
    mirrors.flatMap(({ broker, pacticipants }) =>
      pacticipants.flatMap(
        ({ name }) => pacticipant(broker, name).service?.ref ?? [],
      ),
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
  const unread = new Set<string>();
  const onTopics = new Map<string, Pair[]>();
  for (const [key, { consumer, pairs: all }] of servicePairs(contracted)) {
    const calling = all.filter(pair => isAboutCalls(say(pair)) !== false);
    if (calling.length > 0) pairs.set(key, stateOf(calling));
    if (!all.some(pair => isAboutCalls(say(pair)))) unread.add(key);
    for (const pair of all) {
      for (const topic of topicsOf(say(pair))) {
        const name = `${consumer} ${topic.toLowerCase()}`;
        onTopics.set(name, [...(onTopics.get(name) ?? []), pair]);
      }
    }
  }
  return {
    ...{ parties: partiesOf(contracted), pairs, unread },
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
