import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiMindMap } from '@remixicon/react';
import { mapRouteRef } from '../../routes';

export const mapPage = PageBlueprint.make({
  name: 'map',
  params: {
    path: '/sightline/map',
    title: 'Map',
    icon: <RiMindMap />,
    routeRef: mapRouteRef,
    loader: () => import('./MapPage').then(m => <m.MapPage />),
  },
});
