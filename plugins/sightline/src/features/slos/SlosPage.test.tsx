import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { harbourRows, harbourSlos } from '../../__testUtils__/harbourSlos';
import { manyObjectives } from '../../__testUtils__/manyObjectives';
import {
  askedFor,
  field,
  grid,
  harbour,
  row,
  rowNow,
  show,
  url,
} from './__testUtils__/showSlos';

/** The first words of every row that is drawn, from the top. */
const services = (rows: HTMLElement) =>
  within(rows)
    .getAllByRole('link')
    .map(link => link.textContent)
    .filter(name => harbourRows().some(one => one.service.name === name));

it('lists what burns first, then by the time at which the budget is spent', async () => {
  show();
  await row('Payments are answered');
  expect(services(await grid()).slice(0, 4)).toEqual([
    'payments',
    'payments',
    'orders',
    'orders',
  ]);
  const [, first] = within(await grid()).getAllByRole('row');
  expect(first).toHaveTextContent('page');
  expect(first).toHaveTextContent('24 %');
  expect(first).toHaveTextContent('15×1 h');
  expect(first).toHaveTextContent('in 2.4 d');
});

it('sets apart what nobody can tell, each with its reason', async () => {
  show();
  const apart = await screen.findByRole('grid', { name: 'Unknown objectives' });
  expect(apart).toHaveTextContent('warehouse');
  expect(apart).toHaveTextContent('no data');
  expect(apart).toHaveTextContent(
    'Prometheus has no figures of warehouse. No series has {service_namespace="", service_name="warehouse"}',
  );
  expect(apart).toHaveTextContent('few events');
  expect(await grid()).not.toHaveTextContent('warehouse-availability');
  expect(
    screen.getByRole('heading', { name: /2 objectives of which nothing/ }),
  ).toBeVisible();
});

it('draws an overspent budget as overspent, and old figures as old', async () => {
  show();
  expect(
    await screen.findByRole('img', { name: 'error budget overspent by 28 %' }),
  ).toBeVisible();
  expect(screen.getByText('met, stale')).toBeVisible();
  // What is measured by its own calls is kept for 9 days only.
  expect(await grid()).toHaveTextContent('99 % · 9 d of 30 d');
  expect(
    screen.getByRole('img', {
      name: /^An older version is in force; the newest cannot be read/,
    }),
  ).toBeVisible();
});

it('counts how many stand how, and a part of it filters when pressed', async () => {
  const api = show();
  await row('Payments are answered');
  const parts = screen.getByRole('group', { name: 'By state' });
  expect(parts).toHaveTextContent('1 page1 ticket1 exhausted2 unknown5 met');
  await userEvent.click(
    within(parts).getByRole('button', { name: '1 ticket' }),
  );
  expect(url()).toBe('/?state=ticket');
  await waitFor(() =>
    expect(askedFor(api).pop()).toMatchObject({ state: ['ticket'] }),
  );
  await waitFor(() => expect(rowNow('Payments are answered')).toBeNull());
  expect(screen.queryByRole('grid', { name: 'Unknown objectives' })).toBeNull();
  // The counts are of every state, so that one can go on to the next.
  expect(parts).toHaveTextContent('1 page1 ticket1 exhausted2 unknown5 met');
  await userEvent.click(
    within(parts).getByRole('button', { name: '1 ticket' }),
  );
  expect(url()).toBe('/');
});

it('shows nothing but the unknown when only those are asked for', async () => {
  const api = show(harbour(), '/?state=unknown');
  expect(
    await screen.findByRole('grid', { name: 'Unknown objectives' }),
  ).toHaveTextContent('report-exports');
  expect(screen.queryByRole('grid', { name: 'Objectives' })).toBeNull();
  expect(askedFor(api)).toHaveLength(1);
});

it('puts the whole view into the URL, and reads it from there', async () => {
  const api = show(
    harbour(),
    '/?q=pay&tier=T0&origin=openslo&indicator=availability&sort=burn&order=desc',
  );
  await row('Payments are answered');
  expect(askedFor(api)[0]).toEqual({
    q: 'pay',
    tier: ['T0'],
    origin: ['openslo'],
    indicator: ['availability'],
    state: ['page', 'ticket', 'exhausted', 'met'],
    sort: 'burn',
    order: 'desc',
    cursor: undefined,
    limit: 60,
  });
  expect(await field()).toHaveValue('pay');
  await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
  expect(url()).toBe(
    '/?q=pay&mine=true&tier=T0&indicator=availability&origin=openslo&sort=burn&order=desc',
  );
});

it('filters by owners of services, and by origins in words', async () => {
  const api = show();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Filter by Owner' }),
  );
  await userEvent.click(
    await screen.findByRole('option', { name: 'payments' }),
  );
  await waitFor(() =>
    expect(askedFor(api).pop()).toMatchObject({
      owner: ['group:default/payments'],
    }),
  );
  await userEvent.keyboard('{Escape}');
  await userEvent.click(
    screen.getByRole('button', { name: 'Filter by Origin' }),
  );
  expect(
    screen.getAllByRole('option').map(({ textContent }) => textContent),
  ).toEqual([
    'OpenSLO',
    'pushed',
    'Sloth',
    'Pyrra',
    'tier default',
    'own calls',
  ]);
});

it('keeps a service that a link names until it is taken back', async () => {
  show(harbour(), '/?service=component:default/orders');
  await row('Orders are accepted');
  expect(rowNow('Payments are answered')).toBeNull();
  await userEvent.click(
    screen.getByRole('button', { name: 'Remove Service orders' }),
  );
  expect(await row('Payments are answered')).toBeVisible();
});

it('sorts at the backend', async () => {
  const api = show();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Budget left' }),
  );
  await waitFor(() =>
    expect(askedFor(api).pop()).toMatchObject({ sort: 'budget', order: 'asc' }),
  );
  expect(url()).toBe('/?sort=budget');
});

it('draws of thousands only the rows in sight, and asks for the next as they come', async () => {
  const now = Date.now();
  const api = show(harbour(harbourSlos(now, manyObjectives(1_990, now))));
  expect(await screen.findByText('2,000')).toBeVisible();
  const rows = within(await grid()).getAllByRole('row');
  expect(rows.length).toBeLessThan(60);
  await userEvent.click(await grid());
  await userEvent.keyboard('{End}');
  await waitFor(() => expect(askedFor(api).length).toBeGreaterThan(6));
});

it('downloads as CSV exactly what is filtered', async () => {
  const made: Blob[] = [];
  URL.createObjectURL = blob => {
    made.push(blob as Blob);
    return 'blob:objectives';
  };
  URL.revokeObjectURL = () => {};
  const clicked = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation();
  const api = show(harbour(), '/?q=pay&sort=burn');
  await userEvent.click(await screen.findByRole('button', { name: 'CSV' }));
  await waitFor(() => expect(made).toHaveLength(1));
  expect(askedFor(api, 'getObjectivesCsv')).toEqual([
    { q: 'pay', sort: 'burn', order: 'asc' },
  ]);
  expect(clicked).toHaveBeenCalledTimes(1);
  clicked.mockRestore();
});

it('keeps places of the final size while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  const rows = await grid();
  expect(rows).toHaveAttribute('aria-busy', 'true');
  expect(within(rows).getAllByRole('row')[1]).toHaveStyle({ height: '34px' });
  expect(screen.getByRole('group', { name: 'By state' })).toBeVisible();
});

it('says what to do when the filters let nothing through', async () => {
  show(harbour(), '/?q=nothing-is-called-so');
  await userEvent.click(
    await screen.findByRole('button', { name: 'Clear all filters' }),
  );
  expect(await row('Payments are answered')).toBeVisible();
  expect(url()).toBe('/');
});

it('shows the config and the document to add when nothing is promised, ready to be copied', async () => {
  const written: string[] = [];
  show(harbour(harbourSlos(Date.now(), [], [])));
  expect(await screen.findByText('Nothing is promised yet')).toBeVisible();
  expect(
    screen.getByLabelText('Objectives by tier, for app-config.yaml'),
  ).toHaveTextContent('availability: 0.9995');
  expect(
    screen.getByLabelText('The annotation that names the document'),
  ).toHaveTextContent('sightline.dev/openslo: ./slo.yaml');
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => written.push(text) },
  });
  await userEvent.click(
    screen.getByRole('button', {
      name: 'Copy: An OpenSLO document',
    }),
  );
  expect(written[0]).toContain('apiVersion: openslo/v1');
  expect(await screen.findByText('Copied')).toBeVisible();
});

it.each([
  ['unavailable', 'alert', 'Not reachable: the objectives'],
  ['forbidden', 'status', 'Not permitted: the objectives'],
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
  await row('Payments are answered');
  api.problem = 'unavailable';
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(await screen.findByText('Stale')).toBeVisible();
  expect(rowNow('Payments are answered')).toBeVisible();
});

it('lists objectives also for those who may not see who owns services', async () => {
  const api = harbour();
  api.problem = 'forbidden';
  api.failing = ['facets'];
  show(api);
  expect(await row('Payments are answered')).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Filter by Owner' }),
  );
  expect(screen.getByText('Nothing fits.')).toBeVisible();
});
