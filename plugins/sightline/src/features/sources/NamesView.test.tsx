import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { serviceRows } from '../../__testUtils__/harbour';
import { aliases } from '../../__testUtils__/harbourSources';
import { renderPage } from '../../__testUtils__/renderPage';
import { SourcesPage } from './SourcesPage';

const harbour = () =>
  new FakeSightline({
    services: serviceRows(60, Date.now()),
    sources: [],
    aliases: aliases(6, Date.now()),
  });

const show = (api = harbour(), denied = false) => {
  renderPage(<SourcesPage />, { api, url: '/?tab=names', denied });
  return api;
};

const row = async (name: string) =>
  within((await screen.findByText(name)).closest('[role=row]') as HTMLElement);
const decided = (api: FakeSightline) =>
  api.asked
    .filter(({ what }) => what === 'decide')
    .map(question => question.with);

it('shows each name with its best candidate, the score and the reason', async () => {
  show();
  const name = await row('payment-service');
  expect(name.getByText('to decide')).toBeVisible();
  expect(
    name.getByRole('button', {
      name: 'payment-service stands for invoice-api',
    }),
  ).toBeVisible();
  expect(name.getByText('86 %')).toBeVisible();
  expect(name.getByText('same name but for the ending -service')).toBeVisible();
});

it('accepts a name at once, and takes it back with Undo', async () => {
  const api = show();
  await userEvent.click(
    await screen.findByRole('button', { name: 'Accept payment-service' }),
  );
  expect((await row('payment-service')).getByText('accepted')).toBeVisible();
  expect(await screen.findByText('1 name accepted.')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(
    await screen.findByText('1 name open for a decision again.'),
  ).toBeVisible();
  expect((await row('payment-service')).getByText('to decide')).toBeVisible();
  expect(decided(api)).toEqual([
    [
      {
        id: 'alias-0',
        decision: 'accept',
        service: 'component:default/invoice-api',
      },
    ],
    [{ id: 'alias-0', decision: 'undo' }],
  ]);
});

it('shows a decision before the backend has spoken', async () => {
  const api = harbour();
  api.delay = what => (what === 'decide' ? new Promise<void>(() => {}) : 0);
  show(api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Reject payment-service' }),
  );
  expect((await row('payment-service')).getByText('rejected')).toBeVisible();
});

it('takes it back and says so when it could not be saved, and can try again', async () => {
  const api = harbour();
  Object.assign(api, { problem: 'unavailable', failing: ['decide'] });
  show(api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Accept payment-service' }),
  );
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'None of 1 decision saved.',
  );
  expect((await row('payment-service')).getByText('to decide')).toBeVisible();
  api.problem = undefined;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('1 name accepted.')).toBeVisible();
});

it('decides about many by keyboard, and says which were left alone', async () => {
  const api = show();
  await screen.findByText('payment-service');
  screen.getByRole('grid').focus();
  await userEvent.keyboard('{Control>}a{/Control}');
  expect(await screen.findByText('6 names selected')).toBeVisible();
  await userEvent.keyboard('a');
  expect(
    await screen.findByText(
      '5 names accepted. 1 name left alone: nothing to decide there.',
    ),
  ).toBeVisible();
  expect(decided(api)).toHaveLength(1);
  expect((await row('price-engine')).getByText('no match')).toBeVisible();
});

it('lets the reader choose another service than the best candidate', async () => {
  const api = show();
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'price-engine stands for choose a service',
    }),
  );
  await userEvent.type(await screen.findByRole('combobox'), 'cart-projector');
  await userEvent.click(
    await screen.findByRole('option', { name: 'cart-projector' }),
  );
  await userEvent.click(
    await screen.findByRole('button', { name: 'Accept price-engine' }),
  );
  await waitFor(() =>
    expect(decided(api)).toEqual([
      [
        {
          id: 'alias-4',
          decision: 'accept',
          service: 'component:default/cart-projector',
        },
      ],
    ]),
  );
});

it('shows names that are in use when asked, with the view in the URL', async () => {
  show();
  await userEvent.click(await screen.findByRole('button', { name: 'In use' }));
  expect(await screen.findByText('Nothing to do here')).toBeVisible();
  expect(screen.getByLabelText('URL')).toHaveTextContent(
    '/?tab=names&names=taken',
  );
});

it('lets those look who may not decide, and tells them', async () => {
  show(harbour(), true);
  expect(
    await screen.findByText(/policy does not let you decide about names/),
  ).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Accept payment-service' }),
  ).toBeDisabled();
});
