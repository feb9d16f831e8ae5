import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeSightline } from './__testUtils__/FakeSightline';
import { serviceRows } from './__testUtils__/harbour';
import { sourceStatuses } from './__testUtils__/harbourSources';
import { sightlineApiRef } from './api';
import {
  EntitySightlineCallsContent,
  EntitySightlineStrip,
  FleetPage,
  JourneysPage,
  MapPage,
  SourcesPage,
  sightlinePlugin,
} from './legacy';

const api = new FakeSightline({
  services: serviceRows(20, Date.now()),
  sources: sourceStatuses(Date.now()),
  aliases: [],
});

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger-api', namespace: 'default' },
  spec: { type: 'service' },
};

const open = (path: string) =>
  renderInTestApp(
    <TestApiProvider apis={[[sightlineApiRef, api]]}>
      <Routes>
        <Route path="/sightline" element={<FleetPage />} />
        <Route path="/sightline/journeys" element={<JourneysPage />} />
        <Route path="/sightline/sources" element={<SourcesPage />} />
        {path === '/sightline/map' && (
          <Route path="/sightline/map" element={<MapPage />} />
        )}
        <Route
          path="/calls"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineCallsContent />
            </EntityProvider>
          }
        />
        <Route
          path="/entity"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineStrip />
            </EntityProvider>
          }
        />
      </Routes>
    </TestApiProvider>,
    {
      routeEntries: [path],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );

it('brings its own API along', () => {
  expect([...sightlinePlugin.getApis()].map(factory => factory.api.id)).toEqual(
    ['plugin.sightline.client'],
  );
});

it('shows the fleet, in a page of its own', async () => {
  await open('/sightline');
  expect(
    await screen.findByRole('grid', { name: 'Services' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Fleet' })).toBeInTheDocument();
});

it('shows the map, in a page of its own', async () => {
  await open('/sightline/map');
  expect(
    await screen.findByRole('search', { name: 'What the map shows' }),
  ).toBeInTheDocument();
});

it('shows the sources', async () => {
  await open('/sightline/sources');
  expect(
    await screen.findByRole('article', { name: 'Prometheus' }),
  ).toBeInTheDocument();
});

it('shows the journeys, in a page of their own', async () => {
  await open('/sightline/journeys');
  expect(
    await screen.findByRole('searchbox', { name: 'Filter journeys' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Journeys' })).toBeInTheDocument();
});

it('shows the strip on an entity page', async () => {
  await open('/entity');
  expect(
    await screen.findByRole('region', { name: 'At a glance' }),
  ).toBeInTheDocument();
});

it('shows the calls of a service, also in a portal without a Map', async () => {
  await open('/calls');
  expect(
    await screen.findByRole('group', { name: 'What is looked at' }),
  ).toBeInTheDocument();
});
