import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiFocus3Line } from '@remixicon/react';
import { slosRouteRef } from '../../routes';

export const slosPage = PageBlueprint.make({
  name: 'slos',
  params: {
    path: '/sightline/slos',
    title: 'SLOs',
    icon: <RiFocus3Line />,
    routeRef: slosRouteRef,
    loader: () => import('./SlosPage').then(m => <m.SlosPage />),
  },
});
