import { PageBlueprint } from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiShakeHandsLine } from '@remixicon/react';
import { contractsRouteRef, entityContractsRouteRef } from '../../routes';

const filter = { kind: 'component' };

export const contractsPage = PageBlueprint.make({
  name: 'contracts',
  params: {
    path: '/sightline/contracts',
    title: 'Contracts',
    icon: <RiShakeHandsLine />,
    routeRef: contractsRouteRef,
    loader: () => import('./ContractsPage').then(m => <m.ContractsPage />),
  },
});

export const contractsCard = EntityCardBlueprint.make({
  name: 'contracts',
  params: {
    type: 'content',
    filter,
    loader: () => import('./card/ContractsCard').then(m => <m.ContractsCard />),
  },
});

export const contractsTab = EntityContentBlueprint.make({
  name: 'contracts',
  params: {
    path: '/contracts',
    title: 'Contracts',
    routeRef: entityContractsRouteRef,
    filter,
    loader: () => import('./tab/ContractsTab').then(m => <m.ContractsTab />),
  },
});
