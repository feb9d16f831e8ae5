/**
 * Sightline for the old frontend system, over the same views as the new one.
 *
 * @packageDocumentation
 */
import {
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
} from '@backstage/core-plugin-api';
import { sightlineApiFactory } from './api/sightlineApiFactory';
import {
  contractsRouteRef,
  entityCallsRouteRef,
  entityContractsRouteRef,
  entitySloRouteRef,
  entityWorkloadsRouteRef,
  fleetRouteRef,
  journeysRouteRef,
  lookupRouteRef,
  mapRouteRef,
  slosRouteRef,
  sourcesRouteRef,
} from './routes';

/** What the pages and cards below belong to; it brings the API client along. @public */
export const sightlinePlugin = createPlugin({
  id: 'sightline',
  apis: [sightlineApiFactory],
  routes: {
    root: fleetRouteRef,
    lookup: lookupRouteRef,
    map: mapRouteRef,
    journeys: journeysRouteRef,
    slos: slosRouteRef,
    contracts: contractsRouteRef,
    sources: sourcesRouteRef,
  },
});

/** `<Route path="/sightline" element={<FleetPage />} />` @public */
export const FleetPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'FleetPage',
    component: () => import('./legacyPages').then(m => m.LegacyFleetPage),
    mountPoint: fleetRouteRef,
  }),
);

/** `<Route path="/sightline/lookup" element={<LookupPage />} />` @public */
export const LookupPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'LookupPage',
    component: () => import('./legacyPages').then(m => m.LegacyLookupPage),
    mountPoint: lookupRouteRef,
  }),
);

/** Ctrl K and ⌘ K, anywhere: `<AppRouter><SightlineLookupKey />…</AppRouter>` @public */
export const SightlineLookupKey: () => JSX.Element | null =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'SightlineLookupKey',
      component: {
        lazy: () => import('./features/lookup').then(m => m.LookupKey),
      },
    }),
  );

/** `<Route path="/sightline/map" element={<MapPage />} />` @public */
export const MapPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'MapPage',
    component: () => import('./legacyPages').then(m => m.LegacyMapPage),
    mountPoint: mapRouteRef,
  }),
);

/** `<Route path="/sightline/journeys" element={<JourneysPage />} />` @public */
export const JourneysPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'JourneysPage',
    component: () => import('./legacyPages').then(m => m.LegacyJourneysPage),
    mountPoint: journeysRouteRef,
  }),
);

/** `<Route path="/sightline/slos" element={<SlosPage />} />` @public */
export const SlosPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'SlosPage',
    component: () => import('./legacyPages').then(m => m.LegacySlosPage),
    mountPoint: slosRouteRef,
  }),
);

/** `<Route path="/sightline/contracts" element={<ContractsPage />} />` @public */
export const ContractsPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'ContractsPage',
    component: () => import('./legacyPages').then(m => m.LegacyContractsPage),
    mountPoint: contractsRouteRef,
  }),
);

/** `<Route path="/sightline/sources" element={<SourcesPage />} />` @public */
export const SourcesPage: () => JSX.Element = sightlinePlugin.provide(
  createRoutableExtension({
    name: 'SourcesPage',
    component: () => import('./legacyPages').then(m => m.LegacySourcesPage),
    mountPoint: sourcesRouteRef,
  }),
);

/** The answers everybody asks first, for the top of an entity page. @public */
export const EntitySightlineStrip: () => JSX.Element = sightlinePlugin.provide(
  createComponentExtension({
    name: 'EntitySightlineStrip',
    component: {
      lazy: () => import('./features/service').then(m => m.StripCard),
    },
  }),
);

/** Who is on call for a service or a team, who follows, and when nobody will be. @public */
export const EntitySightlineOnCallCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineOnCallCard',
      component: {
        lazy: () => import('./features/oncall').then(m => m.OnCallCard),
      },
    }),
  );

/** What a service promises, worst first, and what is left of it. @public */
export const EntitySightlineSloCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineSloCard',
      component: {
        lazy: () => import('./features/slo').then(m => m.SloCard),
      },
    }),
  );

/** How the pacts of a service stand, worst first. @public */
export const EntitySightlineContractsCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineContractsCard',
      component: {
        lazy: () => import('./features/contracts').then(m => m.ContractsCard),
      },
    }),
  );

/** What a service needs: as declared, as seen, as contracted. @public */
export const EntitySightlineDependenciesCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineDependenciesCard',
      component: {
        lazy: () => import('./features/service').then(m => m.DependenciesCard),
      },
    }),
  );

/** The names that other systems have for a service. @public */
export const EntitySightlineKnownAsCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineKnownAsCard',
      component: {
        lazy: () => import('./features/service').then(m => m.KnownAsCard),
      },
    }),
  );

/** The root operations whose calls reach a service. @public */
export const EntitySightlineJourneysCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineJourneysCard',
      component: {
        lazy: () =>
          import('./features/journeys').then(m => m.JourneysThroughCard),
      },
    }),
  );

/**
 * Who calls a service and whom it calls:
 * `<EntityLayout.Route path="/calls" title="Calls"><EntitySightlineCallsContent /></EntityLayout.Route>`
 * @public
 */
export const EntitySightlineCallsContent: () => JSX.Element =
  sightlinePlugin.provide(
    createRoutableExtension({
      name: 'EntitySightlineCallsContent',
      component: () => import('./features/calls').then(m => m.CallsTab),
      mountPoint: entityCallsRouteRef,
    }),
  );

/**
 * How each objective of a service stands, how it came to that and what it rests on:
 * `<EntityLayout.Route path="/slo" title="SLO"><EntitySightlineSloContent /></EntityLayout.Route>`
 * @public
 */
export const EntitySightlineSloContent: () => JSX.Element =
  sightlinePlugin.provide(
    createRoutableExtension({
      name: 'EntitySightlineSloContent',
      component: () => import('./features/slo').then(m => m.SloTab),
      mountPoint: entitySloRouteRef,
    }),
  );

/**
 * Whom a service needs and who needs it, by pacts, and whether a version may go somewhere:
 * `<EntityLayout.Route path="/contracts" title="Contracts"><EntitySightlineContractsContent /></EntityLayout.Route>`
 * @public
 */
export const EntitySightlineContractsContent: () => JSX.Element =
  sightlinePlugin.provide(
    createRoutableExtension({
      name: 'EntitySightlineContractsContent',
      component: () => import('./features/contracts').then(m => m.ContractsTab),
      mountPoint: entityContractsRouteRef,
    }),
  );

/** What runs for a service in each cluster, what asks for somebody first. @public */
export const EntitySightlineWorkloadsCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineWorkloadsCard',
      component: {
        lazy: () => import('./features/workloads').then(m => m.WorkloadsCard),
      },
    }),
  );

/** Whether a service may be deployed now, with every reason. @public */
export const EntitySightlineSafeToDeployCard: () => JSX.Element =
  sightlinePlugin.provide(
    createComponentExtension({
      name: 'EntitySightlineSafeToDeployCard',
      component: {
        lazy: () =>
          import('./features/workloads').then(m => m.SafeToDeployCard),
      },
    }),
  );

/**
 * What runs for a service in detail, what ails it, and its deploys:
 * `<EntityLayout.Route path="/workloads" title="Workloads"><EntitySightlineWorkloadsContent /></EntityLayout.Route>`
 * @public
 */
export const EntitySightlineWorkloadsContent: () => JSX.Element =
  sightlinePlugin.provide(
    createRoutableExtension({
      name: 'EntitySightlineWorkloadsContent',
      component: () => import('./features/workloads').then(m => m.WorkloadsTab),
      mountPoint: entityWorkloadsRouteRef,
    }),
  );
