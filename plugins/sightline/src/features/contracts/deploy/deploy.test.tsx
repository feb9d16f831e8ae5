import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { askedFor, harbour, show, url } from '../__testUtils__/showContracts';

const panel = async (name: string) =>
  within(await screen.findByRole('complementary', { name }));

const field = (name: string) => screen.findByRole('combobox', { name });

it('asks what is picked: a name, one of its versions, an environment', async () => {
  const api = show();
  await userEvent.type(await field('Pacticipant'), 'ord');
  await userEvent.click(await screen.findByRole('option', { name: 'Orders' }));
  await userEvent.click(await field('Version'));
  const versions = within(
    await screen.findByRole('listbox', { name: 'Version, suggestions' }),
  );
  await userEvent.click(
    await versions.findByRole('option', { name: /^9\.3\.2main, production/ }),
  );
  expect(await field('Environment to deploy to')).toHaveValue('production');
  await userEvent.click(screen.getByRole('button', { name: 'Ask' }));
  await panel('May Orders 9.3.2 go to production?');
  expect(url()).toBe(
    '/?deploy=Orders&version=9.3.2&to=production&broker=pact:main',
  );
  expect(askedFor(api, 'getCanIDeploy')).toEqual([
    {
      pacticipant: 'Orders',
      version: '9.3.2',
      environment: 'production',
      broker: 'pact:main',
    },
  ]);
});

it('takes by keyboard what is suggested, and what is typed as it is', async () => {
  show();
  await userEvent.type(await field('Pacticipant'), 'mobile');
  await screen.findByRole('option', { name: 'mobile-bff' });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(await field('Pacticipant')).toHaveValue('mobile-bff');
  await userEvent.type(await field('Version'), '0.0.0{Enter}');
  const verdict = await panel('May mobile-bff 0.0.0 go to production?');
  expect(await verdict.findByText('no such version')).toBeVisible();
});

it('lets no version of another name stand', async () => {
  show(harbour(), '/?deploy=ledger&version=7.0.1&to=production');
  const name = await field('Pacticipant');
  await userEvent.clear(name);
  await userEvent.type(name, 'ord');
  await userEvent.click(await screen.findByRole('option', { name: 'Orders' }));
  expect(await field('Version')).toHaveValue('');
});

it('asks nothing while the sentence is not whole', async () => {
  show();
  await userEvent.type(await field('Pacticipant'), 'Orders');
  expect(screen.getByRole('button', { name: 'Ask' })).toBeDisabled();
});

it('answers with every reason, and the broker’s own answer where it hides a failure', async () => {
  show(harbour(), '/?deploy=Orders&version=9.3.2&to=production');
  const verdict = await panel('May Orders 9.3.2 go to production?');
  expect(await verdict.findByText('No')).toBeVisible();
  expect(
    verdict.getByText('The broker itself says').closest('div'),
  ).toHaveTextContent('The broker itself says Unknown');
  expect(
    within(verdict.getByRole('list', { name: 'Reasons' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'failedPayments 12.0.4 fails the pact of Orders 9.3.2',
    'no resultNobody has checked whether pricing-svc 4.8.0 keeps the pact of Orders 9.3.2',
    'verifiedInventory Service 5.19.0 keeps the pact of Orders 9.3.2',
  ]);
  expect(
    verdict.getByRole('button', {
      name: 'Evidence of this verdict: pact:main, 2 min ago',
    }),
  ).toBeVisible();
});

it('never calls yes what nobody has checked, though the broker does', async () => {
  show(harbour(), '/?deploy=mobile-bff&version=5.12.3&to=production');
  const verdict = await panel('May mobile-bff 5.12.3 go to production?');
  expect(await verdict.findByText('Unknown')).toBeVisible();
  expect(
    verdict.getByText('co-deployed version without a result'),
  ).toBeVisible();
  expect(
    verdict.getByText('The broker itself says').closest('div'),
  ).toHaveTextContent('The broker itself says Yes');
});

it('says nothing of the broker where both say the same', async () => {
  show(harbour(), '/?deploy=ledger&version=7.0.1&to=production');
  const verdict = await panel('May ledger 7.0.1 go to production?');
  expect(await verdict.findByText('Yes')).toBeVisible();
  expect(verdict.queryByText(/The broker itself says/)).toBeNull();
});

it('says that a broker is away instead of an answer', async () => {
  show(harbour(), '/?deploy=Orders&version=9.3.2&to=staging');
  const verdict = await panel('May Orders 9.3.2 go to staging?');
  expect(await verdict.findByText('broker away')).toBeVisible();
  expect(verdict.getByText('Unknown')).toBeVisible();
});

it('says which name no broker knows', async () => {
  show(harbour(), '/?deploy=Wiffle&version=1&to=production');
  expect(await screen.findByText(/No broker knows of 'Wiffle'/)).toBeVisible();
});

it('makes room for a pair when one is looked at, and closes on Escape', async () => {
  show(harbour(), '/?deploy=Orders&version=9.3.2&to=production&q=pay');
  await userEvent.click(
    await screen.findByRole('gridcell', {
      name: 'Orders 9.3.2 → Payments 12.0.4: failed',
    }),
  );
  await panel('Orders → Payments');
  expect(url()).toBe('/?q=pay&pair=pact:main&pair=Orders&pair=Payments');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(url()).toBe('/?q=pay'));
  // What was typed is still there for the next question.
  expect(await field('Pacticipant')).toHaveValue('Orders');
});
