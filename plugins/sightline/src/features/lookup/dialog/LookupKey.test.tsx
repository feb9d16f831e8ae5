import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../../__testUtils__/FakeSightline';
import { renderPage } from '../../../__testUtils__/renderPage';
import { harbour, url } from '../__testUtils__/showLookup';
import { LookupKey } from './LookupKey';

beforeEach(() => localStorage.clear());

const anywhere = (api: FakeSightline = harbour()) => {
  renderPage(
    <>
      <LookupKey />
      <input aria-label="Something else" />
    </>,
    { api, url: '/elsewhere' },
  );
  return api;
};

const press = async (how: object = { ctrlKey: true }) => {
  await screen.findByLabelText('Something else');
  fireEvent.keyDown(document.activeElement ?? document.body, {
    key: 'k',
    ...how,
  });
};

const field = () => screen.findByRole('combobox', { name: 'Look up anything' });
const options = async () =>
  within(await screen.findByRole('listbox', { name: 'Matches' }));

it.each([
  ['Ctrl K', { ctrlKey: true }],
  ['⌘ K', { metaKey: true }],
  ['⌘ K with caps lock', { metaKey: true, key: 'K' }],
])('opens on %s, wherever one is', async (_title, how) => {
  anywhere();
  await press(how);
  expect(await field()).toHaveFocus();
});

it.each([
  ['K alone', {}],
  ['Ctrl Shift K, which browsers use', { ctrlKey: true, shiftKey: true }],
])('does not open on %s', async (_title, how) => {
  anywhere();
  await press(how);
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('shows matches with the reason, and who answers for the first one', async () => {
  anywhere();
  await press();
  await userEvent.type(await field(), 'ledger');
  const list = await options();
  const [first, second] = await list.findAllByRole('option');
  expect(first).toHaveTextContent('LedgerT0paymentsThis is its name');
  expect(first).toHaveAttribute('aria-selected', 'true');
  expect(second).toHaveTextContent(/^Ledger Exports/);
  expect(await field()).toHaveAttribute('aria-activedescendant', first.id);
  expect(
    await screen.findByText('Ana Marković is on call until 18:00 UTC'),
  ).toBeVisible();
});

it('opens what the arrows chose, on the Lookup page', async () => {
  anywhere();
  await press();
  await userEvent.type(await field(), 'ledger');
  await (await options()).findAllByRole('option');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(url()).toBe(
    '/sightline/lookup?q=ledger&service=component:default/ledger-exports',
  );
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
});

it('never opens the answer to fewer letters', async () => {
  const api = anywhere();
  await press();
  await userEvent.type(await field(), 'ledger');
  await (await options()).findAllByRole('option');
  api.silent = true;
  await userEvent.type(await field(), '-exports{Enter}');
  expect(url()).toBe('/sightline/lookup?q=ledger-exports');
});

it('leads to people and teams as the catalog shows them', async () => {
  anywhere();
  await press();
  await userEvent.type(await field(), 'checkout');
  await userEvent.click(
    await (await options()).findByRole('option', { name: /^checkoutteam/ }),
  );
  expect(url()).toBe('/catalog/default/group/checkout');
});

it('remembers what was looked up lately', async () => {
  anywhere();
  await press();
  await userEvent.type(await field(), 'payments');
  await (await options()).findAllByRole('option');
  await userEvent.keyboard('{Enter}');
  await press();
  const lately = within(
    await screen.findByRole('listbox', { name: 'Looked up lately' }),
  );
  await userEvent.click(
    await lately.findByRole('option', { name: /opened Payments$/ }),
  );
  expect(url()).toBe('/sightline/lookup?q=payments');
});

it('closes with Escape, and with the keys that opened it', async () => {
  anywhere();
  await press();
  await field();
  await userEvent.keyboard('{Escape}');
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
  await press();
  await field();
  await press();
  await waitFor(() =>
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
  );
});

it('says that nothing is known, and that nobody answers', async () => {
  const api = anywhere();
  await press();
  await userEvent.type(await field(), 'zzz');
  expect(
    await screen.findByText('Nothing is known by these words'),
  ).toBeVisible();
  api.problem = 'unavailable';
  await userEvent.type(await field(), 'z');
  expect(
    await screen.findByText('Sightline’s backend does not answer.'),
  ).toBeVisible();
});
