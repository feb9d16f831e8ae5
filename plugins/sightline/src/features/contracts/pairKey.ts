import { Pacticipant } from '@sightline/backstage-plugin-sightline-common';
import { ContractPair } from '../../ui/contracts/contractWords';
import { PairKey } from './contractsQuery';

/** Two brokers may know the same name, and names may hold every sign there is. */
export const partyId = ({ broker, name }: Pacticipant): string =>
  JSON.stringify([broker, name]);

export const keyOfPair = ({ consumer, provider }: ContractPair): PairKey => ({
  broker: consumer.broker,
  consumer: consumer.name,
  provider: provider.name,
});

export const pairId = (pair: ContractPair): string => {
  const { broker, consumer, provider } = keyOfPair(pair);
  return JSON.stringify([broker, consumer, provider]);
};

export const isPair = (pair: ContractPair, key?: PairKey): boolean =>
  key !== undefined &&
  pair.consumer.broker === key.broker &&
  pair.consumer.name === key.consumer &&
  pair.provider.name === key.provider;
