import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiRadarLine } from '@remixicon/react';
import { sourcesRouteRef } from '../../routes';

export const sourcesPage = PageBlueprint.make({
  name: 'sources',
  params: {
    path: '/sightline/sources',
    title: 'Sources',
    icon: <RiRadarLine />,
    routeRef: sourcesRouteRef,
    loader: () => import('./SourcesPage').then(m => <m.SourcesPage />),
  },
});
