import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entityWorkloadsRouteRef } from '../../routes';

const filter = { kind: 'component' };

const workloads = EntityCardBlueprint.make({
  name: 'workloads',
  params: {
    type: 'content',
    filter,
    loader: () => import('./card/WorkloadsCard').then(m => <m.WorkloadsCard />),
  },
});

const safeToDeploy = EntityCardBlueprint.make({
  name: 'safe-to-deploy',
  params: {
    type: 'content',
    filter,
    loader: () =>
      import('./safe/SafeToDeployCard').then(m => <m.SafeToDeployCard />),
  },
});

/** In the order they stand on the page. */
export const workloadsCards = [safeToDeploy, workloads];

export const workloadsTab = EntityContentBlueprint.make({
  name: 'workloads',
  params: {
    path: '/workloads',
    title: 'Workloads',
    routeRef: entityWorkloadsRouteRef,
    filter,
    loader: () => import('./WorkloadsTab').then(m => <m.WorkloadsTab />),
  },
});
