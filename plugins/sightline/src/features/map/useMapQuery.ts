import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { MapQuery, formatMapQuery, parseMapQuery } from './mapQuery';

export type ChangeMap = (
  change: Partial<MapQuery> | ((was: MapQuery) => MapQuery),
  options?: { replace?: boolean },
) => void;

/**
 * The view lives in the URL alone. What changes the map makes a step that Back
 * undoes; looking more closely at something replaces, or Back would go through
 * every node that was touched.
 */
export function useMapQuery() {
  const [params, setParams] = useSearchParams();
  const query = useMemo(() => parseMapQuery(params), [params]);
  const setQuery = useCallback<ChangeMap>(
    (change, { replace = false } = {}) =>
      setParams(
        was => {
          const now = parseMapQuery(was);
          return formatMapQuery(
            typeof change === 'function' ? change(now) : { ...now, ...change },
            was,
          );
        },
        { replace },
      ),
    [setParams],
  );
  return [query, setQuery] as const;
}
