import { useApi } from '@backstage/core-plugin-api';
import {
  ContractMatrix,
  Pacticipant,
} from '@sightline/backstage-plugin-sightline-common';
import { sightlineApiRef, useAsk } from '../../../api';
import type { Suggestion } from '../../../ui/filter/SuggestField';
import { pacticipantsIn, versionsIn, versionsOf } from './suggestions';

/** More names than these nobody reads; typing on narrows them. */
const MOST_PAIRS = 200;

/** Names on brokers that fit; asked for only while somebody looks for one. */
export function usePacticipants(words: string, isWanted: boolean) {
  const api = useApi(sightlineApiRef);
  const q = words.trim();
  const { value } = useAsk<ContractMatrix | undefined>(
    isWanted ? `pacticipants ${q}` : '',
    async options =>
      isWanted
        ? api.getContractMatrix({ ...(q && { q }), limit: MOST_PAIRS }, options)
        : undefined,
  );
  return value ? pacticipantsIn(value, words) : [];
}

/** Versions of a name: with branch and place where it stands for a service. */
export function useVersions(
  pacticipant: Pacticipant | undefined,
  isWanted: boolean,
): Suggestion[] {
  const api = useApi(sightlineApiRef);
  const { value } = useAsk<Suggestion[]>(
    isWanted ? `versions ${JSON.stringify(pacticipant)}` : '',
    async ({ signal }) => {
      if (!isWanted || !pacticipant) {
        return [];
      }
      const { name, service } = pacticipant;
      return service
        ? versionsOf(
            await api.getServiceContracts(service.ref, { signal }),
            name,
          )
        : versionsIn(
            await api.getContractMatrix({ q: name }, { signal }),
            name,
          );
    },
    { keep: false },
  );
  return value ?? [];
}
