import { useCallback } from 'react';
import { useEntityHref } from './EntityLink';
import { useOpenPath } from './useOpenPath';

/** Goes to an entity's page, here or in a new tab. */
export function useOpenEntity() {
  const open = useOpenPath();
  const href = useEntityHref();
  return useCallback(
    (ref: string, newTab: boolean) => open(href(ref), newTab),
    [open, href],
  );
}
