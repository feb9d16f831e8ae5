import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import { unknown } from '@sightline/backstage-plugin-sightline-common';
import userEvent from '@testing-library/user-event';
import {
  harbourContracts,
  largeBroker,
  noBroker,
} from '../../__testUtils__/harbourMatrix';
import {
  askedFor,
  cell,
  harbour,
  matrix,
  show,
  url,
} from './__testUtils__/showContracts';

it('draws each pair by shape, and says who, which versions and how it stands', async () => {
  show();
  const failed = await cell('Orders 9.3.2 → Payments 12.0.4: failed');
  expect(failed.querySelector('[data-shape=bad]')).not.toBeNull();
  expect(
    await cell('mobile-bff 5.12.3 → Orders 9.3.2 and 9.3.1: unknown'),
  ).toBeVisible();
  expect(
    await cell('Orders 9.3.2 → pricing-svc 4.8.0: never verified'),
  ).toBeVisible();
});

it('gives every state a shape of its own', async () => {
  show();
  await matrix();
  const legend = screen.getByRole('list', { name: 'What the shapes mean' });
  const shapes = [...legend.querySelectorAll('svg')].map(
    ({ innerHTML }) => innerHTML,
  );
  // The last is a verified one again, with a ring around it.
  expect(new Set(shapes.slice(0, -1)).size).toBe(7);
});

it('marks calls without a contract, and contracts without calls', async () => {
  show();
  const missing = await cell('mobile-bff → promotions: no contract');
  expect(missing.querySelector('[data-shape=none]')).not.toBeNull();
  const silent = await cell(
    'web-bff 6.41.0 → returns 1.4.4: verified, contract without calls',
  );
  expect(silent.querySelector('[data-gap]')).not.toBeNull();
});

it('says why it is not told yet which contracts nobody calls by', async () => {
  const silence = unknown('too-few-events', 'Calls are seen since 11:50 only');
  const said = harbourContracts(Date.now()).getContractMatrix!({});
  show(harbour({ getContractMatrix: () => ({ ...said, silence }) }));
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Which contracts nobody calls by is unknown: few events',
    }),
  );
  expect(
    await screen.findByText('Calls are seen since 11:50 only'),
  ).toBeVisible();
});

it('reads out the cell to which somebody points, in a line that is always there', async () => {
  show();
  await userEvent.hover(await cell('Orders 9.3.2 → Payments 12.0.4: failed'));
  const line = screen.getByTestId('reading');
  expect(line).toHaveTextContent('failed');
  expect(line).toHaveTextContent('Orders 9.3.2 → Payments 12.0.4');
  expect(line).toHaveTextContent('checked 5 h ago');
  await userEvent.unhover(await matrix());
  expect(
    screen.getByRole('list', { name: 'What the shapes mean' }),
  ).toBeVisible();
});

it('works by keyboard: from cell to cell, from contract to contract, and opens one', async () => {
  show();
  const grid = await matrix();
  await cell('Orders 9.3.2 → Payments 12.0.4: failed');
  const active = () =>
    document
      .getElementById(grid.getAttribute('aria-activedescendant')!)
      ?.getAttribute('aria-label');
  act(() => grid.focus());
  expect(active()).toBe('Orders 9.3.2 → Payments 12.0.4: failed');
  await userEvent.keyboard('{ArrowRight}');
  expect(active()).toBe('Orders → promotions: nothing');
  await userEvent.keyboard('n');
  expect(active()).toBe('Orders 9.3.2 → users 4.11.0: verified');
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(active()).toBe('shipping → shipping: nothing');
  await userEvent.keyboard('{Control>}{Home}{/Control}{Enter}');
  expect(
    await screen.findByRole('complementary', { name: 'Orders → Payments' }),
  ).toBeVisible();
  expect(url()).toBe('/?pair=pact:main&pair=Orders&pair=Payments');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(url()).toBe('/'));
});

it('tells of a pair who it is, that calls are missing, and where there is more', async () => {
  show(harbour(), '/?pair=pact:main&pair=web-bff&pair=returns');
  const panel = within(
    await screen.findByRole('complementary', { name: 'web-bff → returns' }),
  );
  expect(await panel.findByText('verified')).toBeVisible();
  expect(
    panel.getByText('There is a pact, and the consumer was not seen calling.'),
  ).toBeVisible();
  expect(
    panel.getByRole('link', { name: 'All contracts of returns' }),
  ).toHaveAttribute('href', '/catalog/default/component/returns/contracts');
  await userEvent.click(
    panel.getByRole('button', {
      name: 'May web-bff 6.41.0 go to Production?',
    }),
  );
  expect(
    await screen.findByRole('complementary', {
      name: 'May web-bff 6.41.0 go to production?',
    }),
  ).toBeVisible();
  expect(url()).toBe(
    '/?deploy=web-bff&version=6.41.0&to=production&broker=pact:main',
  );
});

it('says so when the pair of a link is not among those shown', async () => {
  show(harbour(), '/?q=pay&pair=pact:main&pair=web-bff&pair=returns');
  expect(
    await screen.findByText(/^This pair is not among those shown/),
  ).toBeVisible();
});

it('says the same as rows, most urgent first, sorted as asked', async () => {
  show(harbour(), '/?view=table');
  const rows = await screen.findByRole('grid', { name: 'Contracts' });
  await within(rows).findByText('promotions');
  const first = () => within(rows).getAllByRole('row')[1].textContent;
  expect(first()).toMatch(/^failedOrders9\.3\.2Payments12\.0\.45 h ago/);
  expect(rows).toHaveTextContent('moblie-bff no service');
  await userEvent.click(within(rows).getByRole('button', { name: 'Provider' }));
  expect(first()).toContain('cart-service');
  expect(url()).toBe('/?view=table&sort=provider');
  await userEvent.click(within(rows).getAllByRole('row')[1]);
  expect(url()).toContain('pair=pact:main');
});

it('puts the whole view into the URL, and asks the backend for exactly that', async () => {
  const api = show();
  await matrix();
  await userEvent.selectOptions(
    screen.getByRole('combobox', { name: 'Environment' }),
    'in Staging',
  );
  await userEvent.type(
    screen.getByRole('searchbox', { name: 'Filter contracts' }),
    'orders',
  );
  await waitFor(() => expect(url()).toBe('/?env=staging&q=orders'));
  await userEvent.click(screen.getByRole('button', { name: /failed$/ }));
  await waitFor(() =>
    expect(askedFor(api).pop()).toEqual({
      environment: 'staging',
      q: 'orders',
      state: ['failed'],
    }),
  );
  expect(url()).toBe('/?env=staging&q=orders&state=failed');
  // The counts are of every state, so that one can go on to the next.
  expect(screen.getByRole('group', { name: 'By state' })).toHaveTextContent(
    '1 failed1 unknown0 stale0 pending',
  );
});

it('shows of a large broker only the cells in sight, and more pairs when asked', async () => {
  const now = Date.now();
  const api = show(harbour(harbourContracts(now, largeBroker(3_000, now))));
  const grid = await matrix();
  expect(await screen.findByText(/of 3,000 pairs/)).toBeVisible();
  expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(190);
  expect(within(grid).getAllByRole('gridcell').length).toBeLessThan(1_500);
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(askedFor(api).pop()).toEqual({ limit: 10_000 }));
  expect(await screen.findByText('3,000')).toBeVisible();
});

it('keeps places of the final size while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(
    await screen.findByRole('status', { name: 'The contracts are loading' }),
  ).toHaveAttribute('aria-busy', 'true');
  expect(screen.getByRole('group', { name: 'By state' })).toBeVisible();
  expect(screen.getByRole('form', { name: 'May I deploy?' })).toBeVisible();
});

it('shows the config to add when no broker is set up, ready to be copied', async () => {
  show(harbour(noBroker));
  expect(await screen.findByText('No contracts are known')).toBeVisible();
  expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
    /backend-module-pact.*sightline: pact: brokers:/,
  );
  expect(
    screen.getByRole('button', { name: 'Copy: Configuration to add' }),
  ).toBeVisible();
  expect(screen.queryByRole('form')).toBeNull();
});

it('says what to do when the filters let nothing through', async () => {
  show(harbour(), '/?q=nothing-is-called-so&env=staging');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Clear all filters' }),
  );
  expect(await matrix()).toBeVisible();
  // Another environment is not a filter.
  expect(url()).toBe('/?env=staging');
});

it('says what is missing where a broker was told of no deployment', async () => {
  const none = harbourContracts(Date.now(), []);
  show(harbour(none), '/?env=production');
  expect(
    await screen.findByText('No contracts meet in production'),
  ).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Show the newest pacts' }),
  );
  expect(await screen.findByText('No pact is published yet')).toBeVisible();
});

it('keeps the last answer when the backend is gone, and says how old it is', async () => {
  const api = show();
  await matrix();
  await cell('Orders 9.3.2 → Payments 12.0.4: failed');
  api.problem = 'unavailable';
  const later = Date.now() + 60_000;
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => later);
  fireEvent.focus(window);
  clock.mockRestore();
  expect(await screen.findByText('Stale')).toBeVisible();
  expect(await cell('Orders 9.3.2 → Payments 12.0.4: failed')).toBeVisible();
});

it.each([
  ['unavailable', 'Not reachable: the contracts'],
  ['forbidden', 'Not permitted: the contracts'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
