import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** Beside services on the pages of teams, who have a rotation whether they own something or not. */
export const onCallCard = EntityCardBlueprint.make({
  name: 'on-call',
  params: {
    type: 'content',
    filter: { kind: { $in: ['component', 'group'] } },
    loader: () => import('./OnCallCard').then(m => <m.OnCallCard />),
  },
});
