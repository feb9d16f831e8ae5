import { toInstant } from '@sightline/backstage-plugin-sightline-common';
import {
  ContractPair,
  lookOf,
  pairStates,
} from '../../../ui/contracts/contractWords';
import type { ContractSort, ContractsQuery } from '../contractsQuery';

const byName = (a: string, b: string) => a.localeCompare(b, 'en');

const urgency = (pair: ContractPair): number => {
  const look = lookOf(pair);
  return look === 'none' ? 0.5 : pairStates.indexOf(look);
};

const verifiedAt = ({ verifiedAt: at }: ContractPair) =>
  at === undefined ? undefined : toInstant(at);

const comparing: Record<
  ContractSort,
  (a: ContractPair, b: ContractPair) => number
> = {
  state: (a, b) => urgency(a) - urgency(b),
  consumer: (a, b) => byName(a.consumer.name, b.consumer.name),
  provider: (a, b) => byName(a.provider.name, b.provider.name),
  verified: (a, b) => (verifiedAt(a) ?? 0) - (verifiedAt(b) ?? 0),
};

/** In the order that is asked for; what is alike by consumer, then by provider. */
export const sortedPairs = (
  pairs: readonly ContractPair[],
  { sort, order }: Pick<ContractsQuery, 'sort' | 'order'>,
): ContractPair[] => {
  const way = order === 'desc' ? -1 : 1;
  return [...pairs].sort(
    (a, b) =>
      comparing[sort](a, b) * way ||
      comparing.consumer(a, b) ||
      comparing.provider(a, b),
  );
};
