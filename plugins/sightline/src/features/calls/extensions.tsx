import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityCallsRouteRef } from '../../routes';

export const callsTab = EntityContentBlueprint.make({
  name: 'calls',
  params: {
    path: '/calls',
    title: 'Calls',
    routeRef: entityCallsRouteRef,
    filter: { kind: 'component' },
    loader: () => import('./CallsTab').then(m => <m.CallsTab />),
  },
});
