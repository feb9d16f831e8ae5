import { EntityProvider } from '@backstage/plugin-catalog-react';
import { DependencyDrift } from '@sightline/backstage-plugin-sightline-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { serviceRows } from '../../../__testUtils__/harbour';
import {
  driftOf,
  driftRow,
  harbourDrift,
  untracedDrift,
} from '../../../__testUtils__/harbourDrift';
import { renderPage } from '../../../__testUtils__/renderPage';
import { DependenciesCard } from './DependenciesCard';

const entity = (annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'ledger-api', namespace: 'default', annotations },
  spec: { type: 'service' },
});

const harbour = (drift: DependencyDrift = harbourDrift(Date.now())) =>
  new FakeSightline({
    services: serviceRows(20, Date.now()),
    sources: [],
    aliases: [],
    now: Date.now(),
    calls: { getDependencyDrift: () => drift },
  });

const show = (api = harbour(), annotations = {}) => {
  renderPage(
    <EntityProvider entity={entity(annotations)}>
      <DependenciesCard />
    </EntityProvider>,
    { api },
  );
  return api;
};

const card = async () =>
  within(await screen.findByRole('region', { name: 'Dependencies' }));
const dependency = async (name: string) =>
  within((await screen.findByText(name)).closest('li')!);
const verdicts = () =>
  screen
    .getAllByRole('button', { name: /, why$/ })
    .map(button => button.getAttribute('aria-label')!.replace(', why', ''));

it('says in one line how well catalog, traces and contracts agree, and how old each is', async () => {
  show();
  const counts = await screen.findByLabelText('Dependencies by verdict');
  expect(counts).toHaveTextContent(
    '2 undeclared1 unused1 uncontracted1 cannot tell9 agreed',
  );
  const { getByRole } = await card();
  expect(
    getByRole('button', { name: 'Evidence of Declared: catalog, 3 min ago' }),
  ).toBeVisible();
  expect(
    getByRole('button', { name: 'Contracted is unknown: not set up' }),
  ).toBeVisible();
});

it('shows each dependency with its layers, its verdict and what was seen', async () => {
  show();
  const rail = await dependency('api.cardrail.example');
  expect(rail.getByRole('img', { name: 'outside the catalog' })).toBeVisible();
  expect(rail.getByRole('img', { name: 'not declared' })).toBeVisible();
  expect(rail.getByRole('img', { name: 'seen' })).toBeVisible();
  expect(
    rail.getByRole('img', { name: 'contract: unknown, not set up' }),
  ).toBeVisible();
  expect(rail.getByText('undeclared')).toBeVisible();
  expect(rail.getByTitle('43 of 3,600 calls failed')).toHaveTextContent(
    '1.2 %',
  );
  const users = await dependency('users');
  expect(users.getByRole('link', { name: 'users' })).toHaveAttribute(
    'href',
    '/catalog/default/component/users',
  );
});

it('says why on hover, and all that it rests on when pressed', async () => {
  show();
  const row = await dependency('promotions');
  expect(
    row.getByTitle(/Declared, and not called in the last 7 days/),
  ).toBeVisible();
  await userEvent.click(
    row.getByRole('button', { name: 'unused: promotions, why' }),
  );
  expect(row.getByText('api:default/promotions-api')).toBeVisible();
  expect(row.getByText(/in which Orders was traced/)).toBeVisible();
});

it('keeps the order of the answer, and folds what is agreed when there is much', async () => {
  show();
  await dependency('warehouse');
  expect(screen.queryByText('payments')).not.toBeInTheDocument();
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Show 9 dependencies that are agreed',
    }),
  );
  expect(verdicts().slice(0, 7)).toEqual([
    'undeclared: api.cardrail.example',
    'undeclared: users',
    'unused: promotions',
    'uncontracted: inventory',
    'cannot tell: warehouse',
    'agreed: payments',
    'agreed: cart',
  ]);
  expect(
    (await dependency('payments')).getByRole('img', {
      name: 'contract failed',
    }),
  ).toBeVisible();
});

it('says so where all of many agree, and shows them when asked', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `callee-${index}`);
  show(harbour(driftOf(names.map(name => driftRow(name)))));
  expect(
    await screen.findByText('Catalog and traces agree on all of them.'),
  ).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Show 12 dependencies that are agreed',
    }),
  );
  expect(verdicts()).toHaveLength(12);
});

it('folds nothing where little is to be seen', async () => {
  show(harbour(driftOf([driftRow('payments'), driftRow('cart')])));
  expect(await screen.findByText('payments')).toBeVisible();
  expect(
    screen.queryByRole('button', { name: /that are agreed/ }),
  ).not.toBeInTheDocument();
});

describe('the patch', () => {
  const open = async (annotations = {}) => {
    show(harbour(), annotations);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Make the catalog tell what is seen',
      }),
    );
    return within(await screen.findByRole('dialog'));
  };

  it('tells what is added and removed, and has the whole to copy', async () => {
    const dialog = await open();
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => copied.push(text) },
    });
    expect(
      dialog.getAllByRole('listitem').map(line => line.textContent),
    ).toEqual([
      '+add to consumesApis api:default/users-api',
      '−remove from dependsOn component:default/promotions',
    ]);
    await userEvent.click(dialog.getByRole('button', { name: 'Copy spec' }));
    expect(await dialog.findByRole('button', { name: 'Copied' })).toBeVisible();
    expect(copied).toEqual([harbourDrift().patch!.yaml]);
  });

  it('leads to where the file is edited', async () => {
    const dialog = await open();
    expect(dialog.getByRole('link', { name: 'Edit the file' })).toHaveAttribute(
      'href',
      'https://github.com/harbour/orders/edit/main/catalog-info.yaml',
    );
  });

  it('believes the catalog’s own edit address more', async () => {
    const dialog = await open({
      'backstage.io/edit-url': 'https://git.harbour.example/edit/orders',
    });
    expect(dialog.getByRole('link', { name: 'Edit the file' })).toHaveAttribute(
      'href',
      'https://git.harbour.example/edit/orders',
    );
  });
});

it('says that nothing can be told before traces have come', async () => {
  show(harbour(untracedDrift(Date.now())));
  const row = await dependency('payments');
  expect(row.getByText('cannot tell')).toBeVisible();
  expect(
    row.getByRole('img', { name: 'seen: unknown, not set up' }),
  ).toBeVisible();
  await userEvent.click(
    (await card()).getByRole('button', { name: 'Seen is unknown: not set up' }),
  );
  expect(await screen.findByText('No traces have come yet.')).toBeVisible();
});

it('tells how to declare where nothing is declared and nothing was seen', async () => {
  show(harbour(driftOf([])));
  expect(
    await screen.findByText('Nothing declared, nothing seen'),
  ).toBeVisible();
  expect(screen.getByText(/dependsOn: \[component:ledger/)).toBeVisible();
});

it('keeps the places of its rows while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('Dependencies is loading')).toBeVisible();
});

it('shows what is declared when the rest cannot be had, and says so', async () => {
  const api = harbour();
  Object.assign(api, {
    problem: 'unavailable',
    failing: ['getDependencyDrift'],
  });
  show(api);
  expect(await screen.findByText('Declared only')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'ledger-db' })).toBeVisible();
  api.problem = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('api.cardrail.example')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: what this service needs'],
  ['forbidden', 'Not permitted: what this service needs'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
