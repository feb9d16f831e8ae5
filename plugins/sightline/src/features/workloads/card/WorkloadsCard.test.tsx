import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import {
  Running,
  harbourServiceWorkloads,
} from '../../../__testUtils__/harbourServiceWorkloads';
import { renderPage } from '../../../__testUtils__/renderPage';
import { WorkloadsCard } from './WorkloadsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'search', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (running?: Running) =>
  new FakeSightline({
    ...{ services: [], sources: [], aliases: [] },
    workloads: harbourServiceWorkloads(Date.now(), running),
  });

const show = (api = harbour()) =>
  renderPage(
    <EntityProvider entity={entity}>
      <WorkloadsCard />
    </EntityProvider>,
    { api },
  );

const card = async () =>
  within(await screen.findByRole('region', { name: 'Workloads' }));
const lines = async () =>
  (await (await card()).findAllByRole('listitem')).map(item => within(item));

it('shows what runs in each cluster, what asks for somebody first', async () => {
  show();
  const [stuck, well, ...others] = await lines();
  expect(others).toEqual([]);
  expect(stuck.getByText('stuck')).toBeVisible();
  expect(
    stuck.getByRole('link', { name: 'search in harbour-eu1' }),
  ).toHaveAttribute(
    'href',
    '/workloads?workload=harbour-eu1%2Fdiscovery%2FDeployment%2Fsearch',
  );
  expect(stuck.getByText(/^Its deadline has passed/)).toHaveTextContent(
    'has timed out progressing. · since 1 h',
  );
  expect(stuck.getByText(/index mapping v12 is missing$/)).toBeVisible();
  expect(
    stuck.getAllByRole('definition').map(figure => figure.textContent),
  ).toEqual(['5.3.0', '3/31 new', '2 in the last hour', '1 min ago']);
  expect(
    stuck.getByRole('img', {
      name: '3 of 3 available, 1 of the new version',
    }),
  ).toBeVisible();
  expect(well.getByText('complete')).toBeVisible();
  expect((await card()).getByText('2 workloads in 2 clusters')).toBeVisible();
});

it('names the last deploy and leads to the rest', async () => {
  show();
  expect(await (await card()).findByText(/^Last deploy/)).toHaveTextContent(
    'Last deploy 1 h ago: 5.2.8 → 5.3.0 in harbour-eu1',
  );
  expect((await card()).getByRole('link', { name: 'Details' })).toHaveAttribute(
    'href',
    '/workloads',
  );
});

it('says which versions differ, and since when an autoscaler has no room', async () => {
  show(harbour('skewed'));
  expect(
    await (
      await card()
    ).findByText('5.2.8 in harbour-eu1; 5.1.44 in harbour-us1'),
  ).toBeVisible();
  expect((await card()).getByText('2 versions')).toBeVisible();
});

it('says when an autoscaler has no room, and counts what it does not show', async () => {
  show(harbour('troubled'));
  const [troubled] = await lines();
  expect(troubled.getByText('at its maximum of 10')).toBeVisible();
  expect(troubled.getByText('and 8 more troubles of its pods')).toBeVisible();
});

it('counts the workloads that it has no room for', async () => {
  show(harbour('many'));
  expect(
    (await lines()).map(line => line.getByRole('link').textContent),
  ).toEqual([
    'search in harbour-eu1',
    'search-web in harbour-eu1',
    'search-canary in harbour-eu1',
    'search-agent in harbour-us1',
  ]);
  expect((await card()).getByRole('link', { name: '3 more' })).toBeVisible();
});

it('never calls complete what is stale', async () => {
  show(harbour('stale'));
  const [stuck, well] = await lines();
  expect(stuck.getByText('stuck, stale')).toBeVisible();
  expect(well.getByText('complete, stale')).toBeVisible();
  expect(
    well.getByRole('button', { name: /, 47 min ago, stale$/ }),
  ).toBeVisible();
});

it('says what could not be seen, of each cluster in a line until all is asked for', async () => {
  show(harbour('unseen'));
  const gaps = within(await screen.findByRole('list', { name: 'Not seen' }));
  const told = () =>
    gaps.getAllByRole('listitem').map(item => item.textContent);
  expect(told()).toEqual([
    'harbour-ap1It does not answer, and nothing of it was ever seen · since 3 h',
    'harbour-eu1Horizontal pod autoscalers may not be listedand 1 more gap',
  ]);
  await userEvent.click(gaps.getByRole('button', { name: 'and 1 more gap' }));
  expect(told()[1]).toBe(
    'harbour-eu1Horizontal pod autoscalers may not be listedEvents may not be listedOnly the first',
  );
});

it.each([
  ['not-configured', 'No cluster is connected', /clusterLocatorMethods/],
  [
    'no-data',
    'It runs in no cluster that is watched',
    /backstage.io\/kubernetes-id: search/,
  ],
  ['none', 'It runs in no cluster that is watched', /kubernetes-id: search/],
] as const)('tells what to add: %s', async (running, title, config) => {
  show(harbour(running));
  expect(await (await card()).findByText(title)).toBeVisible();
  expect(screen.getByLabelText('Configuration to add').textContent).toMatch(
    config,
  );
});

it('says why what runs is not known', async () => {
  show(harbour('source-unavailable'));
  expect(
    await (await card()).findByText('What runs is not known: source down'),
  ).toBeVisible();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('Workloads are loading')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: its workloads'],
  ['forbidden', 'Not permitted: its workloads'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
