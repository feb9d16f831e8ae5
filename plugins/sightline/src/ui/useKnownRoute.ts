import { RouteFunc, RouteRef, useRouteRef } from '@backstage/core-plugin-api';

/**
 * `useRouteRef` for a page that a portal may have left out: undefined then,
 * where Backstage's own throws. It throws after its last hook, so that catching
 * leaves their order as it is.
 */
export function useKnownRoute(
  route: RouteRef<undefined>,
): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(route);
  } catch {
    return undefined;
  }
}
