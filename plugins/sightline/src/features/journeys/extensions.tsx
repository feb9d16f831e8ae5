import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiRouteLine } from '@remixicon/react';
import { journeysRouteRef } from '../../routes';

export const journeysPage = PageBlueprint.make({
  name: 'journeys',
  params: {
    path: '/sightline/journeys',
    title: 'Journeys',
    icon: <RiRouteLine />,
    routeRef: journeysRouteRef,
    loader: () => import('./JourneysPage').then(m => <m.JourneysPage />),
  },
});

export const journeysCard = EntityCardBlueprint.make({
  name: 'journeys',
  params: {
    type: 'content',
    filter: { kind: 'component' },
    loader: () =>
      import('./through/JourneysThroughCard').then(m => (
        <m.JourneysThroughCard />
      )),
  },
});
