import {
  ContractMatrix,
  Pacticipant,
  ServiceContracts,
} from '@sightline/backstage-plugin-sightline-common';
import type { Suggestion } from '../../../ui/filter/SuggestField';
import { partyId } from '../pairKey';

const sides = ({ pairs }: Pick<ContractMatrix, 'pairs'>) =>
  pairs.flatMap(({ consumer, provider, ...pair }) => [
    { party: consumer, versions: pair.consumerVersions },
    { party: provider, versions: pair.providerVersions },
  ]);

/** Names that fit, each once; those that only traces know cannot be asked about. */
export const pacticipantsIn = (
  matrix: Pick<ContractMatrix, 'pairs'>,
  words: string,
): Pacticipant[] => {
  const wanted = words.trim().toLocaleLowerCase();
  const found = new Map(
    sides({
      pairs: matrix.pairs.filter(
        ({ gap }) => gap !== 'traffic-without-contract',
      ),
    }).map(({ party }) => [partyId(party), party]),
  );
  return [...found.values()]
    .filter(({ name, service }) =>
      `${name} ${service?.name ?? ''}`.toLocaleLowerCase().includes(wanted),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
};

/** Versions that pairs name, as far as the broker's mirror goes. */
export const versionsIn = (
  matrix: Pick<ContractMatrix, 'pairs'>,
  pacticipant: string,
): Suggestion[] =>
  [
    ...new Set(
      sides(matrix)
        .filter(({ party }) => party.name === pacticipant)
        .flatMap(({ versions }) => versions),
    ),
  ].map(value => ({ value }));

type Known = Pick<ServiceContracts, 'providers' | 'consumers' | 'deployed'>;

/** Versions of a service under one of its names, and where or on which branch each is. */
export const versionsOf = (
  { providers, consumers, deployed }: Known,
  pacticipant: string,
): Suggestion[] => {
  const notes = new Map<string, Set<string>>();
  const add = (version: string, ...said: string[]) => {
    const before = notes.get(version) ?? new Set();
    said.forEach(note => before.add(note));
    notes.set(version, before);
  };
  for (const { consumer, consumerVersion } of providers) {
    if (consumer.name === pacticipant) {
      add(consumerVersion.number, ...consumerVersion.branches);
    }
  }
  for (const one of deployed) {
    if (one.pacticipant === pacticipant) {
      add(one.version.number, ...one.version.branches, one.environment);
    }
  }
  for (const { provider, verification } of consumers) {
    const { providerVersion } = verification;
    if (provider.name === pacticipant && providerVersion) {
      add(providerVersion.number, ...providerVersion.branches);
    }
  }
  return [...notes].map(([value, said]) => ({
    value,
    ...(said.size > 0 && { note: [...said].join(', ') }),
  }));
};
