import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import {
  harbourContracts,
  noBroker,
} from '../../../__testUtils__/harbourMatrix';
import {
  Contracted,
  harbourServiceContracts,
} from '../../../__testUtils__/harbourServiceContracts';
import { renderPage } from '../../../__testUtils__/renderPage';
import { ContractsTab } from './ContractsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (contracted?: Contracted) =>
  new FakeSightline({
    services: [],
    sources: [],
    aliases: [],
    contracts: {
      ...harbourContracts(Date.now()),
      getServiceContracts: service =>
        harbourServiceContracts(service, Date.now(), contracted),
    },
  });

const show = (api = harbour(), url = '/') => {
  renderPage(
    <EntityProvider entity={entity}>
      <ContractsTab />
    </EntityProvider>,
    { api, url },
  );
  return api;
};

const card = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const url = () =>
  decodeURIComponent(screen.getByLabelText('URL').textContent ?? '');

/** Cells of a table, row by row. */
const rowsOf = async (table: string) =>
  within(await screen.findByRole('table', { name: table }))
    .getAllByRole('row')
    .map(row => [...row.children].map(({ textContent }) => textContent));

it('counts what is kept, what is not, and what nobody knows', async () => {
  show();
  const counts = within(
    await screen.findByRole('list', { name: 'Pacts by state' }),
  );
  expect(
    counts.getAllByRole('listitem').map(({ textContent }) => textContent),
  ).toEqual(['7 verified', '1 failed', '1 pending', '2 unknown']);
});

it('sets parties against environments, each version drawn as its pact stands', async () => {
  show();
  expect(await rowsOf('It needs')).toEqual([
    ['Provider', 'Worst', 'On branches', 'Production', 'Staging'],
    ['Payments', 'failed', '–', '9.3.2', '9.3.2'],
    ['pricing-svc', 'never verified', '–', '9.3.2', '–'],
    ['Inventory Service', 'pending', '9.4.0', '9.3.2', '9.3.2'],
    ['cart-service', 'verified', '–', '9.3.2', '–'],
    ['users', 'verified', '–', '9.3.2', '–'],
  ]);
  const needed = await rowsOf('Needed by');
  expect(needed[1]).toEqual(['web-bff', 'stale', '6.42.0', '6.41.0', '6.41.0']);
});

it('opens a party to its pacts, with branch, place, result and content, and keeps that in the URL', async () => {
  show();
  await userEvent.click(
    await screen.findByRole('button', { name: 'More about Inventory Service' }),
  );
  const table = within(await screen.findByRole('table', { name: 'It needs' }));
  const pacts = table
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(pacts[0]).toMatch(
    /^pendingOrders 9\.4\.0stock-v2, nowhere yetIt failed, and does not hold the provider back yet\. Checked with Inventory Service 5\.19\.0, 3 h ago\.published 4 h ago, over HTTP, content 4f2a9c1/,
  );
  expect(pacts[1]).toContain('main, in production and staging');
  expect(url()).toContain('open=providers');
});

it('asks of its own name whether a version may go somewhere', async () => {
  const api = show();
  const deploy = await card('May I deploy?');
  expect(deploy.getByText('Orders')).toBeVisible();
  await userEvent.type(
    deploy.getByRole('combobox', { name: 'Version' }),
    '9.3.2{Enter}',
  );
  expect(
    await deploy.findByText('Payments 12.0.4 fails the pact of Orders 9.3.2'),
  ).toBeVisible();
  expect(url()).toBe(
    '/?deploy=Orders&version=9.3.2&to=production&broker=pact:main',
  );
  expect(api.asked.filter(({ what }) => what === 'getCanIDeploy')).toHaveLength(
    1,
  );
  await userEvent.click(
    deploy.getByRole('button', { name: 'Close the answer' }),
  );
  await waitFor(() => expect(url()).toBe('/'));
});

it('says that a verdict cannot be had, and leaves the rest standing', async () => {
  const api = harbour();
  Object.assign(api, { problem: 'unavailable', failing: ['getCanIDeploy'] });
  show(api, '/?deploy=Orders&version=9.3.2&to=production');
  expect(await screen.findByText('Not reachable: this version')).toBeVisible();
  expect(await rowsOf('It needs')).toHaveLength(6);
});

it('shows versions that run side by side, with their instances', async () => {
  show();
  const where = await card('Deployed where');
  expect(
    where.getAllByRole('definition').map(({ textContent }) => textContent),
  ).toEqual([
    '9.3.2 instance eu, deployed 2 d ago9.3.1 instance us, deployed 9 d agoside by side',
    '9.3.2 deployed 3 d ago',
  ]);
});

it('names who speaks without a pact, which operations, and who is silent', async () => {
  show();
  const gaps = await card('Gaps');
  const [without, operations, silent] = gaps
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);
  expect(without).toMatch(/^calls without a contractorders → promotions/);
  expect(operations).toMatch(/^operations in no pactweb-bff → orders/);
  expect(operations).toContain('GET /orders/{id}/invoice412 calls');
  expect(silent).toMatch(/^contract without callsreturns → orders/);
});

it('links the APIs of the catalog to who provides them, and says where no pact speaks', async () => {
  show();
  const rows = await rowsOf('APIs in the catalog');
  expect(rows[1]).toEqual([
    'orders-api',
    'openapi',
    'orders',
    'web-bff, mobile-bff',
    '3',
  ]);
  expect(rows[3]).toEqual([
    'payments-rpc',
    'grpc',
    'payments',
    'orders',
    'none',
  ]);
});

it('tells what broke, with both versions, and what mended it', async () => {
  show();
  const changes = within(
    await screen.findByRole('list', { name: 'Changes, newest first' }),
  ).getAllByRole('listitem');
  expect(changes[0]).toHaveTextContent(
    '5 h agobrokenPayments 12.0.4 fails the pact of Orders 9.3.2; Payments 12.0.3 kept that of Orders 9.3.2',
  );
  expect(changes[2]).toHaveTextContent('mended');
});

it('shows twenty of sixty consumers, and all when asked', async () => {
  show(harbour('crowded'));
  expect(await rowsOf('Needed by')).toHaveLength(21);
  await userEvent.click(
    screen.getByRole('button', { name: 'Show 40 more rows' }),
  );
  expect(await rowsOf('Needed by')).toHaveLength(61);
});

it('says how to tell the name where no broker knows the service', async () => {
  show(harbour('nobody'));
  expect(await screen.findByText('No broker knows this service')).toBeVisible();
  expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
    'sightline.dev/aliases: pact:orders',
  );
});

it('says that a broker knows the name, and no pact', async () => {
  show(harbour('unpublished'));
  expect(
    await screen.findByText('No pact speaks of this service'),
  ).toBeVisible();
  // What is deployed and what the catalog says is known all the same.
  expect(await card('Deployed where')).toBeDefined();
  expect(await rowsOf('APIs in the catalog')).toHaveLength(4);
});

it('shows the config to add where no broker is set up', async () => {
  show(
    new FakeSightline({
      ...{ services: [], sources: [], aliases: [] },
      contracts: noBroker,
    }),
  );
  expect(await screen.findByText('No contracts are known')).toBeVisible();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(
    await screen.findByLabelText('The contracts are loading'),
  ).toHaveAttribute('aria-busy', 'true');
});

it.each([
  ['unavailable', 'Not reachable: the contracts of this service'],
  ['forbidden', 'Not permitted: the contracts of this service'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
