import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { FakeSightline } from './__testUtils__/FakeSightline';
import { serviceRows } from './__testUtils__/harbour';
import { harbourContracts } from './__testUtils__/harbourMatrix';
import { harbourServiceObjectives } from './__testUtils__/harbourServiceObjectives';
import { harbourServiceWorkloads } from './__testUtils__/harbourServiceWorkloads';
import { harbourSlos } from './__testUtils__/harbourSlos';
import { sourceStatuses } from './__testUtils__/harbourSources';
import { sightlineApiRef } from './api';
import {
  ContractsPage,
  EntitySightlineCallsContent,
  EntitySightlineContractsCard,
  EntitySightlineContractsContent,
  EntitySightlineSloCard,
  EntitySightlineSloContent,
  EntitySightlineSafeToDeployCard,
  EntitySightlineStrip,
  EntitySightlineWorkloadsCard,
  EntitySightlineWorkloadsContent,
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
  workloads: harbourServiceWorkloads(Date.now()),
  contracts: harbourContracts(Date.now()),
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
        <Route path="/sightline/contracts" element={<ContractsPage />} />
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
          path="/contracts"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineContractsContent />
            </EntityProvider>
          }
        />
        <Route
          path="/workloads"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineWorkloadsContent />
            </EntityProvider>
          }
        />
        <Route
          path="/entity"
          element={
            <EntityProvider entity={entity}>
              <EntitySightlineStrip />
              <EntitySightlineSloCard />
              <EntitySightlineContractsCard />
              <EntitySightlineSafeToDeployCard />
              <EntitySightlineWorkloadsCard />
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

it('shows the contracts, in a page of their own', async () => {
  await open('/sightline/contracts');
  expect(
    await screen.findByRole('grid', {
      name: 'Contracts, consumers by providers',
    }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('heading', { name: 'Contracts' }),
  ).toBeInTheDocument();
});

it('shows the contracts of a service, as a card that leads to the tab', async () => {
  await open('/entity');
  expect(
    await screen.findByRole('link', { name: '7 more contracts' }),
  ).toHaveAttribute('href', '/contracts');
});

it('shows whom a service needs by pacts, as a tab', async () => {
  await open('/contracts');
  expect(
    await screen.findByRole('table', { name: 'It needs' }),
  ).toBeInTheDocument();
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

it('shows what runs for a service and whether it may be deployed, as cards', async () => {
  await open('/entity');
  expect(
    await screen.findByRole('link', { name: 'search in harbour-eu1' }),
  ).toHaveAttribute(
    'href',
    '/workloads?workload=harbour-eu1%2Fdiscovery%2FDeployment%2Fsearch',
  );
  expect(
    await screen.findByRole('region', { name: 'Safe to deploy' }),
  ).toBeInTheDocument();
});

it('shows what runs for a service in detail, as a tab', async () => {
  await open('/workloads');
  expect(
    await screen.findByRole('navigation', {
      name: 'Workloads of this service',
    }),
  ).toBeInTheDocument();
});
