import { createRouteRef } from '@backstage/core-plugin-api';

/** Shared by both frontend systems. */
export const fleetRouteRef = createRouteRef({ id: 'sightline' });
export const sourcesRouteRef = createRouteRef({ id: 'sightline:sources' });
