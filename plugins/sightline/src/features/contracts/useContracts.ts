import { useApi } from '@backstage/core-plugin-api';
import { ContractMatrix } from '@sightline/backstage-plugin-sightline-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DeployQuestion, sightlineApiRef, useAsk } from '../../api';
import type { ContractPair, PairState } from '../../ui/contracts/contractWords';
import type { GridSort } from '../../ui/grid/GridHead';
import {
  ContractSort,
  allContracts,
  formatContractsQuery,
  onlyState,
  parseContractsQuery,
  toMatrixQuery,
  toggled,
} from './contractsQuery';
import { DeployDraft, parseDraft, withDraft } from './deploy/deployQuestion';
import { keyOfPair } from './pairKey';
import { useContractsQuery } from './useContractsQuery';

/** Everything the Contracts page shows and does. */
export function useContracts() {
  const api = useApi(sightlineApiRef);
  const [query, setQuery] = useContractsQuery();
  const asked = useMemo(() => toMatrixQuery(query), [query]);
  const matrix = useAsk<ContractMatrix>(
    `matrix ${JSON.stringify(asked)}`,
    options => api.getContractMatrix(asked, options),
    { every: 60_000 },
  );
  return {
    query,
    matrix,
    ...useLooking(),
    onEnvironment: (environment: string) =>
      setQuery(was => ({ ...was, environment: environment || undefined })),
    onText: (q: string) => setQuery(was => ({ ...was, q }), { replace: true }),
    onStateToggle: (state: string) =>
      setQuery(was => toggled(was, state as PairState)),
    onState: (state: PairState) => setQuery(was => onlyState(was, state)),
    onView: (view: 'matrix' | 'table') =>
      setQuery(was => ({ ...was, view }), { replace: true }),
    onSort: ({ by, order }: GridSort) =>
      setQuery(was => ({ ...was, sort: by as ContractSort, order }), {
        replace: true,
      }),
    onAll: () => setQuery(was => ({ ...was, all: true })),
    onClear: () =>
      setQuery(({ state: _, q: __, ...was }) => ({
        ...allContracts,
        ...was,
      })),
  };
}

export type ContractsPageProps = ReturnType<typeof useContracts>;

/**
 * What stands in the panel: a pair, or the answer to a question about a deploy.
 * Either takes the place of the other, in the URL too.
 */
function useLooking() {
  const [params, setParams] = useSearchParams();
  const draft = useMemo(() => parseDraft(params), [params]);
  const look = useCallback(
    (pair?: ContractPair, asking?: DeployDraft) =>
      setParams(
        was => {
          const query = {
            ...parseContractsQuery(was),
            look: pair && keyOfPair(pair),
          };
          return withDraft(formatContractsQuery(query, was), asking);
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    draft,
    onLook: useCallback((pair: ContractPair) => look(pair), [look]),
    onAsk: useCallback(
      (question: DeployQuestion) => look(undefined, question),
      [look],
    ),
    onClose: useCallback(() => look(), [look]),
  };
}
