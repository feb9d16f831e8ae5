import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { Safe, harbourSafe } from '../../../__testUtils__/harbourSafe';
import { renderPage } from '../../../__testUtils__/renderPage';
import { SafeToDeployCard } from './SafeToDeployCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'search', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (safe?: Safe) =>
  new FakeSightline({
    ...{ services: [], sources: [], aliases: [] },
    workloads: harbourSafe(Date.now(), safe),
  });

const show = (api = harbour(), url = '/') => {
  renderPage(
    <EntityProvider entity={entity}>
      <SafeToDeployCard />
    </EntityProvider>,
    { api, url },
  );
  return api;
};

const url = () => screen.getByLabelText('URL').textContent;
const answer = () => screen.findByText(/^(Yes|No, not now|Nobody can tell)/);
const reasons = async () =>
  within(await screen.findByRole('list', { name: 'Reasons' })).getAllByRole(
    'listitem',
  );
const questions = (api: FakeSightline) =>
  api.asked
    .filter(({ what }) => what === 'getSafeToDeploy')
    .map(({ with: asked }) => asked);

it('answers with every reason, its evidence and its age', async () => {
  show();
  expect(await answer()).toHaveTextContent('No, not now');
  expect(screen.getByText(/^Do not deploy search 5.3.0/)).toBeVisible();
  const all = (await reasons()).map(item => within(item));
  expect(all).toHaveLength(5);
  expect(all[0].getByText('Freeze')).toBeVisible();
  expect(all[0].getByText(/by Black Friday/)).toBeVisible();
  expect(
    all[1].getByRole('button', {
      name: 'Evidence of Rollout: kubernetes:harbour-eu1, 1 min ago',
    }),
  ).toBeVisible();
  expect(
    all[1].getByRole('link', { name: 'Read on: Rollout' }),
  ).toHaveAttribute('href', '/catalog/default/component/search/workloads');
  expect(
    all[2].getByRole('link', { name: 'Read on: Contracts' }),
  ).toHaveAttribute('target', '_blank');
});

it('never calls yes what nobody can tell', async () => {
  show(harbour('unknown'));
  expect(await answer()).toHaveTextContent('Nobody can tell');
  expect((await reasons())[0]).toHaveTextContent(/^Contractsunknown/);
});

it('says what a yes does not rest on', async () => {
  show(harbour('yes'));
  expect(await answer()).toHaveTextContent(/^Yes$/);
  expect((await reasons()).at(-1)).toHaveTextContent(
    'Rolloutnot set upNo cluster is connected',
  );
  expect(screen.getByText('not set up')).toBeVisible();
});

it('is unknown where nothing is set up', async () => {
  show(harbour('nothing-set-up'));
  expect(await answer()).toHaveTextContent('Nobody can tell');
  expect(await reasons()).toHaveLength(2);
});

it('asks about the version and environment that are named, which the URL keeps', async () => {
  const api = show();
  await answer();
  const [version, environment] = [
    screen.getByRole('textbox', { name: 'Version' }),
    screen.getByRole('textbox', { name: 'Environment' }),
  ];
  expect(version).toHaveAttribute('placeholder', '5.3.0');
  expect(environment).toHaveAttribute('placeholder', 'production');
  await userEvent.type(version, '5.4.0');
  await userEvent.type(environment, 'staging{Enter}');
  expect(url()).toBe('/?version=5.4.0&environment=staging');
  expect(
    await screen.findByText(/^Do not deploy search 5.4.0 to staging/),
  ).toBeVisible();
  expect(questions(api)).toEqual([
    ['component:default/search', {}],
    ['component:default/search', { version: '5.4.0', environment: 'staging' }],
  ]);
});

it('lets no answer to another question stand', async () => {
  const api = show();
  await answer();
  api.silent = true;
  await userEvent.type(
    screen.getByRole('textbox', { name: 'Version' }),
    '5.4.0{Enter}',
  );
  expect(await screen.findByLabelText('It is being asked')).toBeVisible();
  expect(screen.queryByText('No, not now')).not.toBeInTheDocument();
});

it('asks the same again', async () => {
  const api = show(harbour(), '/?version=5.4.0');
  await answer();
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  expect(questions(api)).toHaveLength(2);
  expect(screen.getByRole('textbox', { name: 'Version' })).toHaveValue('5.4.0');
});

it('keeps the last answer when it cannot be asked anew, and does not call it green', async () => {
  const api = show(harbour('yes'));
  await answer();
  api.problem = 'unavailable';
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  expect(await screen.findByText('Yes, when last asked')).toBeVisible();
  expect(screen.getByText(/backend does not answer/)).toBeVisible();
});

it('hands out the command for a pipeline', async () => {
  show(harbour(), '/?environment=staging');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Ask in CI' }),
  );
  expect((await screen.findByLabelText('The command for CI')).textContent)
    .toBe(`curl --fail-with-body --silent --show-error \\
  --header "Authorization: Bearer $SIGHTLINE_TOKEN" \\
  "https://portal.harbour.example/api/sightline/v1/services/default/search/safe-to-deploy?environment=staging&exit=1&version=$VERSION"`);
  expect(url()).toBe('/?environment=staging&open=safe-in-ci');
});

it('names the version in the command when one is asked about', async () => {
  show(harbour(), '/?version=5.4.0&open=safe-in-ci');
  expect(
    (await screen.findByLabelText('The command for CI')).textContent,
  ).toMatch(/safe-to-deploy\?version=5.4.0&exit=1"$/);
});

it('keeps places while it asks', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('It is being asked')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: whether it is safe to deploy'],
  ['forbidden', 'Not permitted: whether it is safe to deploy'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
