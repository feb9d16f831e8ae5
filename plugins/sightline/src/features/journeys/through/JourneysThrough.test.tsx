import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { harbourJourneys } from '../../../__testUtils__/harbourJourneys';
import { renderPage } from '../../../__testUtils__/renderPage';
import { JourneysThroughCard } from './JourneysThroughCard';

const now = Date.now();

const harbour = () =>
  new FakeSightline({
    services: [],
    sources: [],
    aliases: [],
    calls: harbourJourneys(now),
  });

const show = (name: string, api = harbour()) => {
  renderPage(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name, namespace: 'default' },
      }}
    >
      <JourneysThroughCard />
    </EntityProvider>,
    { api },
  );
  return api;
};

const card = async () =>
  within(await screen.findByRole('region', { name: 'Journeys through it' }));

it('lists the journeys that pass through the service, and leads to each', async () => {
  show('payments');
  await (await card()).findByText('POST /api/orders');
  const links = (await card()).getAllByRole('link');
  expect(
    links.map(link => [link.textContent, link.getAttribute('href')]),
  ).toEqual([
    [
      'POST /api/ordersedge-gateway0.6 /s1.5 s1.4 %',
      '/sightline/journeys?journey=place-order&service=component%3Adefault%2Fpayments',
    ],
    [
      'POST /m/ordersedge-gateway0.3 /s1.5 s1.4 %',
      '/sightline/journeys?journey=mobile-order&service=component%3Adefault%2Fpayments',
    ],
    [
      'Open in Journeys',
      '/sightline/journeys?service=component%3Adefault%2Fpayments',
    ],
  ]);
});

it('says when no journey passes through it', async () => {
  show('lonely');
  expect(
    await (await card()).findByText('No journey in the last hour'),
  ).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: the journeys through it'],
  ['forbidden', 'Not permitted: the journeys through it'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show('payments', api);
  expect(await (await card()).findByText(words)).toBeVisible();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show('payments', api);
  expect(
    await (await card()).findByLabelText('Journeys are loading'),
  ).toHaveAttribute('aria-busy', 'true');
});
