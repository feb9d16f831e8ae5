import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FleetQuery, formatFleetQuery, parseFleetQuery } from './fleetQuery';

/**
 * The view lives in the URL alone. Choosing makes a step that Back undoes;
 * typing replaces, or Back would go letter by letter.
 */
export function useFleetQuery() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseFleetQuery(params), [params]);
  const setQuery = useCallback(
    (change: (was: FleetQuery) => FleetQuery, { replace = false } = {}) =>
      setParams(was => formatFleetQuery(change(parseFleetQuery(was)), was), {
        replace,
      }),
    [setParams],
  );
  return [query, setQuery] as const;
}
