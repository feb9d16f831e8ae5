import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiRadarLine } from '@remixicon/react';
import { sightlineApi } from './api/extensions';
import { fleetPage } from './features/fleet/extensions';
import { serviceCards } from './features/service/extensions';
import { sourcesPage } from './features/sources/extensions';
import { fleetRouteRef, sourcesRouteRef } from './routes';

/**
 * Everything Sightline adds to a portal of the new frontend system. A feature
 * brings its extensions along; it takes one line here.
 *
 * @public
 */
export const sightlinePlugin = createFrontendPlugin({
  pluginId: 'sightline',
  title: 'Sightline',
  icon: <RiRadarLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: fleetRouteRef, sources: sourcesRouteRef },
  extensions: [sightlineApi, fleetPage, sourcesPage, ...serviceCards],
});
