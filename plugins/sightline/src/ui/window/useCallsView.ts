import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { CallsView, formatCallsView, parseCallsView } from './callsWindow';

/** The window and environment that are looked at; they live in the URL alone. */
export function useCallsView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => parseCallsView(params), [params]);
  const setView = useCallback(
    (change: Partial<CallsView>) =>
      setParams(was =>
        formatCallsView({ ...parseCallsView(was), ...change }, was),
      ),
    [setParams],
  );
  return [view, setView] as const;
}
