import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Viewpoint, formatViewpoint, parseViewpoint } from './viewpoint';

export type ChangeViewpoint = (
  change: (was: Viewpoint) => Viewpoint,
  options?: { replace?: boolean },
) => void;

/**
 * The view lives in the URL alone. Choosing makes a step that Back undoes;
 * typing and folding replace, or Back would go letter by letter.
 */
export function useViewpoint() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseViewpoint(params), [params]);
  const setView = useCallback<ChangeViewpoint>(
    (change, { replace = false } = {}) =>
      setParams(was => formatViewpoint(change(parseViewpoint(was)), was), {
        replace,
      }),
    [setParams],
  );
  return [view, setView] as const;
}
