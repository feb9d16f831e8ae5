import { useCallback } from 'react';
import { useHref, useNavigate } from 'react-router-dom';
import { useEntityHref } from './EntityLink';

/** Goes to an entity's page, here or in a new tab. */
export function useOpenEntity() {
  const navigate = useNavigate();
  const href = useEntityHref();
  // The app may live below a path; a new tab needs the whole of it.
  const base = useHref('/').replace(/\/$/, '');
  return useCallback(
    (ref: string, newTab: boolean) =>
      newTab
        ? window.open(`${base}${href(ref)}`, '_blank', 'noopener')
        : navigate(href(ref)),
    [navigate, href, base],
  );
}
