import { RouteRef } from '@backstage/core-plugin-api';
import {
  createFrontendPlugin,
  OverridableExtensionDefinition,
  OverridableFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { RiRadarLine } from '@remixicon/react';
import { sightlineApi } from './api/extensions';
import { callsTab } from './features/calls/extensions';
import {
  contractsCard,
  contractsPage,
  contractsTab,
} from './features/contracts/extensions';
import { fleetPage } from './features/fleet/extensions';
import { journeysCard, journeysPage } from './features/journeys/extensions';
import { lookupKey, lookupPage } from './features/lookup/extensions';
import { mapPage } from './features/map/extensions';
import { onCallCard } from './features/oncall/extensions';
import { serviceCards } from './features/service/extensions';
import { sloCard, sloTab } from './features/slo/extensions';
import { slosPage } from './features/slos/extensions';
import { sourcesPage } from './features/sources/extensions';
import { workloadsCards, workloadsTab } from './features/workloads/extensions';
import {
  contractsRouteRef,
  fleetRouteRef,
  journeysRouteRef,
  lookupRouteRef,
  mapRouteRef,
  slosRouteRef,
  sourcesRouteRef,
} from './routes';

/**
 * Everything Sightline adds to a portal of the new frontend system. A feature
 * brings its extensions along; it takes one line here.
 *
 * The type is written out: inferred, it has hundreds of lines, in an order that
 * depends on what the compiler saw before, and no two API reports are alike.
 *
 * @public
 */
export const sightlinePlugin: OverridableFrontendPlugin<
  {
    root: RouteRef<undefined>;
    lookup: RouteRef<undefined>;
    map: RouteRef<undefined>;
    journeys: RouteRef<undefined>;
    slos: RouteRef<undefined>;
    contracts: RouteRef<undefined>;
    sources: RouteRef<undefined>;
  },
  {},
  Record<string, OverridableExtensionDefinition>
> = createFrontendPlugin({
  pluginId: 'sightline',
  title: 'Sightline',
  icon: <RiRadarLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: fleetRouteRef,
    lookup: lookupRouteRef,
    map: mapRouteRef,
    journeys: journeysRouteRef,
    slos: slosRouteRef,
    contracts: contractsRouteRef,
    sources: sourcesRouteRef,
  },
  extensions: [
    sightlineApi,
    fleetPage,
    lookupPage,
    lookupKey,
    mapPage,
    journeysPage,
    slosPage,
    contractsPage,
    sourcesPage,
    ...serviceCards,
    onCallCard,
    sloCard,
    contractsCard,
    ...workloadsCards,
    callsTab,
    sloTab,
    contractsTab,
    workloadsTab,
    journeysCard,
  ],
});
