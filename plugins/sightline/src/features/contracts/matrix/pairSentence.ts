import {
  ContractPair,
  gapWords,
  lookOf,
  pairWords,
} from '../../../ui/contracts/contractWords';

const named = (name: string, versions: string[]) =>
  [name, versions.join(' and ')].filter(Boolean).join(' ');

/** "Orders 9.3.2 → Payments 12.0.4" */
export const pairTitle = (pair: ContractPair): string =>
  `${named(pair.consumer.name, pair.consumerVersions)} → ${named(
    pair.provider.name,
    pair.providerVersions,
  )}`;

/** All a cell says, for those who hear it: who, which versions, how it stands, what is missing. */
export const pairSentence = (pair: ContractPair): string => {
  const look = lookOf(pair);
  const silent =
    pair.gap && look !== 'none' ? `, ${gapWords[pair.gap].word}` : '';
  return `${pairTitle(pair)}: ${pairWords[look].word}${silent}`;
};
