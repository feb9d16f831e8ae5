import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { FakeSightline } from './__testUtils__/FakeSightline';
import { serviceRows } from './__testUtils__/harbour';
import { harbourContracts } from './__testUtils__/harbourMatrix';
import { harbourServiceObjectives } from './__testUtils__/harbourServiceObjectives';
import { harbourServiceWorkloads } from './__testUtils__/harbourServiceWorkloads';
import { harbourSlos } from './__testUtils__/harbourSlos';
import { sourceStatuses } from './__testUtils__/harbourSources';
import { sightlineApiRef } from './api';
import sightlinePlugin from './index';

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

const open = (path: string, extensions: Record<string, boolean>[] = []) =>
  renderTestApp({
    config: {
      app: { title: 'Portal', baseUrl: 'http://localhost', extensions },
      backend: { baseUrl: 'http://localhost' },
    },
    features: [sightlinePlugin],
    extensions: [createTestEntityPage({ entity })],
    apis: [[sightlineApiRef, api]],
    initialRouteEntries: [path],
  });

it('shows the fleet at /sightline', async () => {
  open('/sightline');
  expect(
    await screen.findByRole('grid', { name: 'Services' }),
  ).toBeInTheDocument();
});

it('shows the journeys at /sightline/journeys', async () => {
  open('/sightline/journeys');
  expect(
    await screen.findByRole('searchbox', { name: 'Filter journeys' }),
  ).toBeInTheDocument();
});

it('shows the map at /sightline/map', async () => {
  open('/sightline/map');
  expect(
    await screen.findByRole('search', { name: 'What the map shows' }),
  ).toBeInTheDocument();
});

it('shows the objectives at /sightline/slos', async () => {
  open('/sightline/slos');
  expect(
    await screen.findByRole('grid', { name: 'Objectives' }),
  ).toBeInTheDocument();
});

it('shows the contracts at /sightline/contracts', async () => {
  open('/sightline/contracts');
  expect(
    await screen.findByRole('grid', {
      name: 'Contracts, consumers by providers',
    }),
  ).toBeInTheDocument();
});

it('shows the sources at /sightline/sources', async () => {
  open('/sightline/sources');
  expect(
    await screen.findByRole('article', { name: 'Prometheus' }),
  ).toBeInTheDocument();
});

it('adds its cards to the entity page, and asks once for all of them', async () => {
  open('/');
  expect(
    await screen.findByRole('region', { name: 'At a glance' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'Dependencies' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'Known as' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'SLO' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'Contracts' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'Safe to deploy' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'Workloads' }),
  ).toBeInTheDocument();
  expect(
    await screen.findByRole('region', { name: 'Journeys through it' }),
  ).toBeInTheDocument();
});

it('adds the Calls tab to the page of a Component', async () => {
  open('/');
  expect(
    await screen.findByRole('group', { name: 'What is looked at' }),
  ).toBeInTheDocument();
});

it('adds the SLO tab to the page of a Component', async () => {
  // Of several tabs the test's page shows the first.
  open('/', [{ 'entity-content:sightline/calls': false }]);
  expect(
    await screen.findByRole('navigation', {
      name: 'Objectives of this service',
    }),
  ).toBeInTheDocument();
});

it('adds the Contracts tab to the page of a Component', async () => {
  open(
    '/',
    ['calls', 'slo'].map(name => ({
      [`entity-content:sightline/${name}`]: false,
    })),
  );
  expect(
    await screen.findByRole('table', { name: 'Needed by' }),
  ).toBeInTheDocument();
});

it('adds the Workloads tab to the page of a Component', async () => {
  open(
    '/',
    ['calls', 'slo', 'contracts'].map(name => ({
      [`entity-content:sightline/${name}`]: false,
    })),
  );
  expect(
    await screen.findByRole('navigation', {
      name: 'Workloads of this service',
    }),
  ).toBeInTheDocument();
});
