import {
  ContractState,
  Evidence,
} from '@sightline/backstage-plugin-sightline-common';
import { Contracted } from './BrokerMirror';
import { Pair, servicePairs, worstState } from './pairStates';

/** Who has promised what to whom: what drift compares traces with. */
export type Promised = {
  /** services that have contracts with anybody */
  parties: ReadonlySet<string>;
  /** by `consumer provider` */
  pairs: ReadonlyMap<string, ContractState>;
  evidence?: Evidence;
};

/**
 * A pact about messages alone binds who reads a topic, not who is called: it makes
 * a party and no pair.
 */
export const promisedBy = (
  contracted: Contracted,
  isAboutMessages: (pair: Pair) => boolean,
): Promised => {
  const { mirrors, pacticipant } = contracted;
  const parties = new Set(
    mirrors.flatMap(({ broker, integrations }) =>
      integrations
        .flatMap(({ consumer, provider }) => [consumer, provider])
        .flatMap(name => pacticipant(broker, name).service?.ref ?? []),
    ),
  );
  const pairs = new Map<string, ContractState>();
  for (const [key, pair] of servicePairs(contracted)) {
    const calling = pair.pairs.filter(one => !isAboutMessages(one));
    if (calling.length > 0) pairs.set(key, stateOf(calling));
  }
  return { parties, pairs };
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
