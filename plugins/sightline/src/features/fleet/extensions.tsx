import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiShipLine } from '@remixicon/react';
import { fleetRouteRef } from '../../routes';

export const fleetPage = PageBlueprint.make({
  params: {
    path: '/sightline',
    title: 'Fleet',
    icon: <RiShipLine />,
    routeRef: fleetRouteRef,
    loader: () => import('./FleetPage').then(m => <m.FleetPage />),
  },
});
