import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { useLocation } from 'react-router-dom';
import { sightlineApiRef } from '../api';
import {
  entityContractsRouteRef,
  entitySloRouteRef,
  entityWorkloadsRouteRef,
  journeysRouteRef,
  lookupRouteRef,
  mapRouteRef,
} from '../routes';
import { FakeSightline } from './FakeSightline';

/** Where the reader is, for tests to look at. */
const Where = () => {
  const { pathname, search } = useLocation();
  return <output aria-label="URL">{`${pathname}${search}`}</output>;
};

type RenderPageOptions = { url?: string; api: FakeSightline; denied?: boolean };

/** Shows a page as the portal does: with routes, fakes and a policy. */
export const renderPage = (
  page: JSX.Element,
  { url = '/', api, denied }: RenderPageOptions,
) =>
  renderInTestApp(
    <>
      {page}
      <Where />
    </>,
    {
      apis: [
        [sightlineApiRef, api],
        [
          permissionApiRef,
          {
            authorize: async () => ({
              result: denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
            }),
          },
        ],
      ],
      initialRouteEntries: [url],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef as never,
        '/sightline/journeys': journeysRouteRef as never,
        '/sightline/lookup': lookupRouteRef as never,
        '/sightline/map': mapRouteRef as never,
        '/slo': entitySloRouteRef as never,
        '/contracts': entityContractsRouteRef as never,
        '/workloads': entityWorkloadsRouteRef as never,
      },
    },
  );
