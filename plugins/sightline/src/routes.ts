import { createRouteRef } from '@backstage/core-plugin-api';

/** Shared by both frontend systems. */
export const fleetRouteRef = createRouteRef({ id: 'sightline' });
export const sourcesRouteRef = createRouteRef({ id: 'sightline:sources' });
export const lookupRouteRef = createRouteRef({ id: 'sightline:lookup' });
export const mapRouteRef = createRouteRef({ id: 'sightline:map' });
export const journeysRouteRef = createRouteRef({ id: 'sightline:journeys' });
export const slosRouteRef = createRouteRef({ id: 'sightline:slos' });
export const contractsRouteRef = createRouteRef({ id: 'sightline:contracts' });
/** A tab of the catalog's own page, so known only from there. */
export const entityCallsRouteRef = createRouteRef({
  id: 'sightline:entity-calls',
});
/** Another one. */
export const entitySloRouteRef = createRouteRef({ id: 'sightline:entity-slo' });
/** And a third. */
export const entityContractsRouteRef = createRouteRef({
  id: 'sightline:entity-contracts',
});
/** And a fourth. */
export const entityWorkloadsRouteRef = createRouteRef({
  id: 'sightline:entity-workloads',
});
