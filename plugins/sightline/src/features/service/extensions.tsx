import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';

const filter = { kind: 'component' };

const strip = EntityCardBlueprint.make({
  name: 'strip',
  params: {
    // On a phone these cards come first, and so must the strip.
    type: 'info',
    filter,
    loader: () => import('./cards').then(m => <m.StripCard />),
  },
});

const dependencies = EntityCardBlueprint.make({
  name: 'dependencies',
  params: {
    type: 'content',
    filter,
    loader: () => import('./cards').then(m => <m.DependenciesCard />),
  },
});

const knownAs = EntityCardBlueprint.make({
  name: 'known-as',
  params: {
    type: 'content',
    filter,
    loader: () => import('./cards').then(m => <m.KnownAsCard />),
  },
});

/** In the order they stand on the page. */
export const serviceCards = [strip, dependencies, knownAs];
