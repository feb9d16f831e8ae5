import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import {
  Promised,
  harbourServiceObjectives,
} from '../../../__testUtils__/harbourServiceObjectives';
import { renderPage } from '../../../__testUtils__/renderPage';
import { SloCard } from './SloCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (promised?: Promised) =>
  new FakeSightline({
    services: [],
    sources: [],
    aliases: [],
    objectives: harbourServiceObjectives(Date.now(), promised),
  });

const show = (api = harbour()) =>
  renderPage(
    <EntityProvider entity={entity}>
      <SloCard />
    </EntityProvider>,
    { api },
  );

const card = async () =>
  within(await screen.findByRole('region', { name: 'SLO' }));

it('shows the three worst, each with its sentence and its figures, and how many more', async () => {
  show();
  const slo = await card();
  const items = (await slo.findAllByRole('listitem')).map(item => within(item));
  expect(items).toHaveLength(3);
  expect(items[0].getByText('page')).toBeVisible();
  expect(
    items[0].getByText(/^Burns 15× too fast for 50 minutes/),
  ).toBeVisible();
  expect(
    items[0].getAllByRole('definition').map(figure => figure.textContent),
  ).toEqual(['32 %', '15×1 h', 'in 3.2 d', '1 min ago']);
  expect(
    items[2].getByRole('button', {
      name: 'Error budget is unknown: few events',
    }),
  ).toBeVisible();
  expect(items[2].getByText('never')).toBeVisible();
  expect(slo.getByRole('link', { name: '2 more' })).toHaveAttribute(
    'href',
    '/slo',
  );
});

it('leads to each objective on the tab', async () => {
  show();
  expect(
    await (
      await card()
    ).findByRole('link', { name: 'Orders take under 1.2 s' }),
  ).toHaveAttribute('href', '/slo?objective=latency');
});

it('says that a document cannot be read', async () => {
  show(harbour('outdated'));
  expect(await (await card()).findByText('1 document problem')).toBeVisible();
});

it('tells what to add where nothing is promised', async () => {
  show(harbour('none'));
  expect(await (await card()).findByText('No objective yet')).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Copy: Configuration to add' }),
  ).toBeVisible();
  expect(
    screen.getByRole('link', { name: 'What to write there' }),
  ).toHaveAttribute('href', '/slo');
});

it('never calls met what is stale or unknown', async () => {
  show(harbour('stale'));
  expect(await (await card()).findByText('met, stale')).toBeVisible();
  expect(
    (await card()).getByRole('button', { name: /, 47 min ago, stale$/ }),
  ).toBeVisible();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('SLO is loading')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: its objectives'],
  ['forbidden', 'Not permitted: its objectives'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
