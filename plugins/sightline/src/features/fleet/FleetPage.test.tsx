import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { serviceRows } from '../../__testUtils__/harbour';
import { renderPage } from '../../__testUtils__/renderPage';
import { FleetPage } from './FleetPage';

const harbour = (size = 60) =>
  new FakeSightline({
    services: serviceRows(size, Date.now()),
    sources: [],
    aliases: [],
  });

const show = (api = harbour(), url = '/') => {
  renderPage(<FleetPage />, { api, url });
  return api;
};

const url = () => screen.getByLabelText('URL').textContent;
const field = () => screen.findByRole('searchbox', { name: 'Filter services' });
const lastAsked = (api: FakeSightline, what: string) =>
  api.asked.filter(question => question.what === what).pop()?.with;

it('shows how many there are, of how many, and the first rows', async () => {
  show();
  expect(await screen.findByText('Cart api')).toBeVisible();
  expect(
    screen.getByText('60', { selector: 'strong' }).parentElement,
  ).toHaveTextContent('60 of 60 services');
  expect(screen.getByRole('grid', { name: 'Services' })).toHaveAttribute(
    'aria-rowcount',
    '61',
  );
});

it('shows the worst budget and the drift of each service, and says when nobody knows', async () => {
  show(harbour(), '/?sort=slo');
  const [first] = await screen.findAllByRole('img', { name: /error budget/ });
  const cell = within(first.closest<HTMLElement>('[role=gridcell]')!);
  expect(first).toHaveAccessibleName('62 % of the error budget left');
  expect(cell.getByText('page 15×')).toBeVisible();
  expect(
    screen.getAllByTitle('What it declares is what is seen').length,
  ).toBeGreaterThan(0);
});

it('says why a budget and a drift are unknown', async () => {
  show(harbour(), '/?unknown=slo');
  expect(
    (
      await screen.findAllByRole('button', {
        name: 'Error budget is unknown: no data',
      })
    ).length,
  ).toBeGreaterThan(0);
  expect(screen.queryByText('Cart api')).not.toBeInTheDocument();
});

it('shows the pacts of each service in figures, and says them in words', async () => {
  show(harbour(), '/?sort=contracts');
  const [first] = await screen.findAllByRole('img', { name: /^Pacts: / });
  expect(first).toHaveAccessibleName(/ verified, 1 failed$/);
  expect(
    screen.getByRole('img', { name: 'Pacts: 1 verified, 1 failed' }),
  ).toHaveTextContent('1✓1✗');
});

it('says of whom no broker knows a pact, and why contracts are unknown', async () => {
  show(harbour(), '/?sort=contracts&order=desc');
  expect(
    (await screen.findAllByTitle('No broker knows a pact of it')).length,
  ).toBeGreaterThan(0);
  expect(
    (
      await screen.findAllByRole('button', {
        name: 'How its contracts stand is unknown: source down',
      })
    ).length,
  ).toBeGreaterThan(0);
});

it.each([
  ['Burning', /^page/, '/?burning=page'],
  ['Drift', /^drifts/, '/?drift=drifts'],
  ['Health', /^stuck/, '/?health=stuck'],
  ['On call', /^a gap/, '/?onCall=gap'],
  ['Contracts', /^not verified/, '/?contracts=unverified'],
  ['Unknown', /^objectives/, '/?unknown=slo'],
])('finds services by facet: %s', async (facet, option, expected) => {
  show();
  await userEvent.click(
    await screen.findByRole('button', { name: `Filter by ${facet}` }),
  );
  await userEvent.click(await screen.findByRole('option', { name: option }));
  expect(url()).toBe(expected);
});

it('keeps places of the final size while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  const grid = await screen.findByRole('grid');
  expect(grid).toHaveAttribute('aria-busy', 'true');
  expect(within(grid).getAllByRole('row')[1]).toHaveStyle({ height: '34px' });
});

it('says that nobody owns a service, and that an owner is gone, in words', async () => {
  show(harbour(), '/?unowned=true');
  expect((await screen.findAllByText('no owner')).length).toBeGreaterThan(0);
  expect(screen.getAllByText('gone: old-guard').length).toBeGreaterThan(0);
});

it('never drops a key while answers come slowly and out of order, and ends at the newest', async () => {
  const api = harbour();
  const held: (() => void)[] = [];
  show(api);
  await screen.findByText('Cart api');
  api.delay = what =>
    what === 'services' ? new Promise<void>(resolve => held.push(resolve)) : 0;
  const typist = userEvent.setup({ delay: 230 });
  await typist.type(await field(), 'ledger');
  expect(await field()).toHaveValue('ledger');
  await waitFor(() =>
    expect(lastAsked(api, 'services')).toMatchObject({ q: 'ledger' }),
  );
  await act(async () => [...held].reverse().forEach(answer => answer()));
  await waitFor(() =>
    expect(screen.getByText('6', { selector: 'strong' })).toBeVisible(),
  );
  expect(await field()).toHaveValue('ledger');
  expect(screen.queryByText('Cart api')).not.toBeInTheDocument();
});

it('puts the whole view into the URL, and reads it from there', async () => {
  const api = show(harbour(), '/?q=api&tier=T0&sort=owner&order=desc');
  await screen.findByRole('grid');
  await waitFor(() =>
    expect(lastAsked(api, 'services')).toEqual({
      q: 'api',
      tier: ['T0'],
      sort: 'owner',
      order: 'desc',
      cursor: undefined,
      limit: 60,
    }),
  );
  expect(await field()).toHaveValue('api');
  await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
  expect(url()).toBe('/?q=api&mine=true&tier=T0&sort=owner&order=desc');
});

it('filters by a facet that a reader chooses from counted values', async () => {
  const api = show();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Filter by Tier' }),
  );
  await userEvent.click(await screen.findByRole('option', { name: /^T0/ }));
  await waitFor(() =>
    expect(lastAsked(api, 'services')).toMatchObject({ tier: ['T0'] }),
  );
  expect(url()).toBe('/?tier=T0');
});

it('sorts at the backend', async () => {
  const api = show();
  await userEvent.click(await screen.findByRole('button', { name: 'Owner' }));
  await waitFor(() =>
    expect(lastAsked(api, 'services')).toMatchObject({
      sort: 'owner',
      order: 'asc',
    }),
  );
});

it('shows rows without waiting for the facets', async () => {
  const api = harbour();
  api.delay = what => (what === 'facets' ? new Promise<void>(() => {}) : 0);
  show(api);
  expect(await screen.findByText('Cart api')).toBeVisible();
});

it('goes to the filter with /, moves with j, and opens the service with Enter', async () => {
  show();
  await screen.findByText('Cart api');
  await userEvent.keyboard('/');
  expect(await field()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('grid')).toHaveFocus();
  await userEvent.keyboard('j{Enter}');
  expect(url()).toMatch(/^\/catalog\/default\/component\/[a-z-]+$/);
});

it('links each service for real, so that the browser can open it in a new tab', async () => {
  show();
  expect(await screen.findByRole('link', { name: 'Cart api' })).toHaveAttribute(
    'href',
    '/catalog/default/component/cart-api',
  );
});

it('downloads as CSV exactly what is filtered', async () => {
  const made: Blob[] = [];
  URL.createObjectURL = blob => {
    made.push(blob as Blob);
    return 'blob:fleet';
  };
  URL.revokeObjectURL = () => {};
  const clicked = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation();
  const api = show(harbour(), '/?q=ledger&sort=tier');
  await userEvent.click(await screen.findByRole('button', { name: 'CSV' }));
  await waitFor(() => expect(made).toHaveLength(1));
  expect(lastAsked(api, 'csv')).toEqual({
    q: 'ledger',
    sort: 'tier',
    order: 'asc',
  });
  expect(clicked).toHaveBeenCalledTimes(1);
  clicked.mockRestore();
});

it('says what to do when the filters let nothing through', async () => {
  show(harbour(), '/?q=nothing-is-called-so');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Clear all filters' }),
  );
  expect(await screen.findByText('Cart api')).toBeVisible();
  expect(url()).toBe('/');
});

it('shows the config to add when there are no services at all', async () => {
  show(harbour(0));
  expect(await screen.findByText('There are no services yet')).toBeVisible();
  expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
    'catalog:',
  );
});

it.each([
  ['unavailable', 'alert', 'Not reachable: the fleet'],
  ['forbidden', 'status', 'Not permitted: the fleet'],
] as const)('%s is shown as what it is', async (problem, role, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
  expect(
    screen.getAllByRole(role).some(panel => panel.textContent!.includes(words)),
  ).toBe(true);
});

it('leaves the last rows standing when a newer answer fails, and says so', async () => {
  const api = show();
  await screen.findByText('Cart api');
  api.problem = 'unavailable';
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(await screen.findByText('Stale')).toBeVisible();
  expect(screen.getByText('Cart api')).toBeVisible();
});
