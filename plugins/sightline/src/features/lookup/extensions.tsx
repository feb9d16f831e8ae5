import {
  AppRootElementBlueprint,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiSearchEyeLine } from '@remixicon/react';
import { lookupRouteRef } from '../../routes';
import { LookupKey } from './dialog/LookupKey';

export const lookupPage = PageBlueprint.make({
  name: 'lookup',
  params: {
    path: '/sightline/lookup',
    title: 'Lookup',
    icon: <RiSearchEyeLine />,
    routeRef: lookupRouteRef,
    loader: () => import('./LookupPage').then(m => <m.LookupPage />),
  },
});

/** Ctrl K and ⌘ K, anywhere. */
export const lookupKey = AppRootElementBlueprint.make({
  name: 'lookup-key',
  params: { element: <LookupKey /> },
});
