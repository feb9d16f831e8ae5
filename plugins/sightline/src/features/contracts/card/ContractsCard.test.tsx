import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { noBroker } from '../../../__testUtils__/harbourMatrix';
import {
  Contracted,
  harbourServiceContracts,
} from '../../../__testUtils__/harbourServiceContracts';
import { renderPage } from '../../../__testUtils__/renderPage';
import { ContractsCard } from './ContractsCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (contracted?: Contracted) =>
  new FakeSightline({
    ...{ services: [], sources: [], aliases: [] },
    contracts: {
      getServiceContracts: service =>
        harbourServiceContracts(service, Date.now(), contracted),
    },
  });

const show = (api = harbour()) =>
  renderPage(
    <EntityProvider entity={entity}>
      <ContractsCard />
    </EntityProvider>,
    { api },
  );

const card = async () =>
  within(await screen.findByRole('region', { name: 'Contracts' }));

const lines = async () =>
  within(
    await (await card()).findByRole('list', { name: 'Contracts, worst first' }),
  )
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

it('shows the four worst of both sides, and how many more', async () => {
  show();
  expect(await lines()).toEqual([
    'failedPaymentsneededpact of 9.3.2 in production, staging, checked with 12.0.4 5 h ago',
    'staleweb-bffneeds itpact of 6.42.0 main, checked with 9.3.1 4 d ago',
    'pendingInventory Serviceneededpact of 9.4.0 stock-v2, checked with 5.19.0 3 h ago',
    'never verifiedpricing-svcneededpact of 9.3.2 in production',
  ]);
  expect(
    (await card()).getByRole('link', { name: '7 more contracts' }),
  ).toHaveAttribute('href', '/contracts');
});

it('counts the unverified as unknown, never as kept, and says where contracts are missing', async () => {
  show();
  expect(
    await (await card()).findByRole('list', { name: 'Pacts by state' }),
  ).toHaveTextContent('7 verified1 failed1 pending2 unknown');
  expect(
    (await card()).getByText('2 gaps: calls without a contract'),
  ).toBeVisible();
});

it('says when they were read, and from where', async () => {
  show();
  expect(
    await (
      await card()
    ).findByRole('button', {
      name: 'Evidence of the contracts: pact:main, 2 min ago',
    }),
  ).toBeVisible();
});

it('tells how to say the name where no broker knows it', async () => {
  show(harbour('nobody'));
  expect(await screen.findByText('No broker knows this service')).toBeVisible();
  expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
    'pact:orders',
  );
});

it('shows the config of a broker where there is none', async () => {
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
  expect(await screen.findByLabelText('Contracts are loading')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: its contracts'],
  ['forbidden', 'Not permitted: its contracts'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
