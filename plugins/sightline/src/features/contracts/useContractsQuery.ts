import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  ContractsQuery,
  formatContractsQuery,
  parseContractsQuery,
} from './contractsQuery';

/**
 * The view lives in the URL alone. Choosing makes a step that Back undoes;
 * typing and looking more closely replace, or Back would go through every
 * letter and every cell that was touched.
 */
export function useContractsQuery() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseContractsQuery(params), [params]);
  const setQuery = useCallback(
    (
      change: (was: ContractsQuery) => ContractsQuery,
      { replace = false } = {},
    ) =>
      setParams(
        was => formatContractsQuery(change(parseContractsQuery(was)), was),
        { replace },
      ),
    [setParams],
  );
  return [query, setQuery] as const;
}
