import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeSightline } from './__testUtils__/FakeSightline';
import { serviceRows } from './__testUtils__/harbour';
import { harbourServiceObjectives } from './__testUtils__/harbourServiceObjectives';
import { harbourSlos } from './__testUtils__/harbourSlos';
import { sourceStatuses } from './__testUtils__/harbourSources';
import { sightlineApiRef } from './api';
import {
  EntitySightlineCallsContent,
  EntitySightlineSloCard,
  EntitySightlineSloContent,
  EntitySightlineStrip,
  FleetPage,
  JourneysPage,
  MapPage,
  SlosPage,
  SourcesPage,
  sightlinePlugin,
} from './legacy';

const api = new FakeSightline({
  services: serviceRows(20, Date.now()),
  sources: sourceStatuses(Date.now()),
  aliases: [],
  objectives: {
    ...harbourSlos(Date.now()),
    ...harbourServiceObjectives(Date.now()),
  },
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
        <Route path="/sightline/slos" element={<SlosPage />} />
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
          path="/slo"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineSloContent />
            </EntityProvider>
          }
        />
        <Route
          path="/entity"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineStrip />
              <EntitySightlineSloCard />
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

it('shows the objectives, in a page of their own', async () => {
  await open('/sightline/slos');
  expect(
    await screen.findByRole('grid', { name: 'Objectives' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'SLOs' })).toBeInTheDocument();
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

it('shows the objectives of a service, as a card that leads to the tab', async () => {
  await open('/entity');
  expect(
    await screen.findByRole('link', { name: 'Orders are accepted' }),
  ).toHaveAttribute('href', '/slo?objective=availability');
});

it('shows how each objective stands, as a tab', async () => {
  await open('/slo');
  expect(
    await screen.findByRole('navigation', {
      name: 'Objectives of this service',
    }),
  ).toBeInTheDocument();
});
