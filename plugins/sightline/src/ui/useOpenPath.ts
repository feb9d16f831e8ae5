import { useCallback } from 'react';
import { useHref, useNavigate } from 'react-router-dom';

/** Goes to a page of the portal, here or in a new tab. */
export function useOpenPath() {
  const navigate = useNavigate();
  // The app may live below a path; a new tab needs the whole of it.
  const base = useHref('/').replace(/\/$/, '');
  return useCallback(
    (path: string, newTab: boolean) =>
      newTab
        ? window.open(`${base}${path}`, '_blank', 'noopener')
        : navigate(path),
    [navigate, base],
  );
}
