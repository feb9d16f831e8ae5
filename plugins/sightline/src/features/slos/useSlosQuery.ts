import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { SlosQuery, formatSlosQuery, parseSlosQuery } from './slosQuery';

/**
 * The view lives in the URL alone. Choosing makes a step that Back undoes;
 * typing and looking more closely replace, or Back would go through every
 * letter and every row that was touched.
 */
export function useSlosQuery() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseSlosQuery(params), [params]);
  const setQuery = useCallback(
    (change: (was: SlosQuery) => SlosQuery, { replace = false } = {}) =>
      setParams(was => formatSlosQuery(change(parseSlosQuery(was)), was), {
        replace,
      }),
    [setParams],
  );
  return [query, setQuery] as const;
}
