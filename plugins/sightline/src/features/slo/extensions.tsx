import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { entitySloRouteRef } from '../../routes';

const filter = { kind: 'component' };

export const sloCard = EntityCardBlueprint.make({
  name: 'slo',
  params: {
    type: 'content',
    filter,
    loader: () => import('./card/SloCard').then(m => <m.SloCard />),
  },
});

export const sloTab = EntityContentBlueprint.make({
  name: 'slo',
  params: {
    path: '/slo',
    title: 'SLO',
    routeRef: entitySloRouteRef,
    filter,
    loader: () => import('./SloTab').then(m => <m.SloTab />),
  },
});
