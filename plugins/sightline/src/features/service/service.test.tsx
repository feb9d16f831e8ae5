import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { serviceRow, serviceRows } from '../../__testUtils__/harbour';
import { renderPage } from '../../__testUtils__/renderPage';
import { KnownAsCard, StripCard } from './cards';

const entity = (name = 'ledger-api') => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service' },
});

const harbour = () =>
  new FakeSightline({
    services: serviceRows(20, Date.now()),
    sources: [],
    aliases: [],
    now: Date.now(),
  });

const show = (api = harbour(), name?: string) => {
  renderPage(
    <EntityProvider entity={entity(name)}>
      <StripCard />
      <KnownAsCard />
    </EntityProvider>,
    { api },
  );
  return api;
};

const strip = () => screen.findByRole('region', { name: 'At a glance' });

it('answers the six questions, each with its age or the reason why there is no answer', async () => {
  show(harbour(), serviceRow(4).name);
  await screen.findByText('payment-service');
  const glance = within(await strip());
  expect(
    glance.getByRole('link', { name: serviceRow(4).owner!.name }),
  ).toBeVisible();
  expect(
    glance.getByRole('button', {
      name: 'Evidence of Owner: catalog, 3 min ago',
    }),
  ).toBeVisible();
  expect(
    glance.getByRole('button', { name: 'On call is unknown: not set up' }),
  ).toBeVisible();
  expect(
    glance.getByRole('button', { name: 'Worst budget is unknown: not set up' }),
  ).toBeVisible();
  expect(
    glance.getByRole('button', { name: 'Level is unknown: not set up' }),
  ).toBeVisible();
  expect(
    glance.getByRole('button', {
      name: /^Evidence of Last deploy: kubernetes:harbour-eu1, \d+ s ago$/,
    }),
  ).toBeVisible();
});

it('names the last deploy, and how it runs where that is not well', async () => {
  show(harbour(), serviceRow(1).name);
  const glance = within(await strip());
  expect(await glance.findByText('stuck')).toBeVisible();
  expect(glance.getByText('Last deploy').parentElement).toHaveTextContent(
    /^Last deploy5 d ago 2\.7\.1stuck/,
  );
});

it('says so where no cluster runs it', async () => {
  show(harbour(), serviceRow(8).name);
  expect(
    await within(await strip()).findByRole('button', {
      name: 'Last deploy is unknown: no data',
    }),
  ).toBeVisible();
});

it('shows the worst budget, and whether it burns, with the age of its own measurement', async () => {
  show(harbour(), serviceRow(2).name);
  const glance = within(await strip());
  expect(
    await glance.findByRole('img', { name: '62 % of the error budget left' }),
  ).toBeVisible();
  expect(glance.getByText('page 15×')).toBeVisible();
  expect(
    glance.getByRole('button', {
      name: /^Evidence of Worst budget: prometheus:main, \d+ s ago$/,
    }),
  ).toBeVisible();
});

it('says which names stand for it, how sure that is, and when they were seen', async () => {
  show();
  const card = within(await screen.findByRole('region', { name: 'Known as' }));
  expect(await card.findByText('payment-service')).toBeVisible();
  expect(card.getByText(/matched · 93 % · seen/)).toHaveAttribute(
    'title',
    'same name',
  );
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('Known as is loading')).toBeVisible();
  expect(await strip()).toHaveAttribute('aria-busy', 'true');
});

it.each([
  ['unavailable', 'Not reachable: this service'],
  ['forbidden', 'Not permitted: this service'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});

it('says when Sightline does not know the service', async () => {
  show(harbour(), 'nobody');
  expect(await screen.findByText('Not found: this service')).toBeVisible();
});
