import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  askedFor,
  field,
  grid,
  harbour,
  row,
  show,
  url,
} from './__testUtils__/showSlos';

it('goes to the filter with /, moves with j, opens with Enter, goes to the tab with o', async () => {
  show();
  await row('Payments are answered');
  await userEvent.keyboard('/');
  expect(await field()).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(await grid()).toHaveFocus();
  await userEvent.keyboard('j{Enter}');
  expect(
    await screen.findByRole('complementary', { name: 'Orders are accepted' }),
  ).toBeVisible();
  expect(url()).toBe(
    '/?objective=component:default/orders/orders-availability',
  );
  const [, , second] = within(await grid()).getAllByRole('row');
  expect(second).toHaveAttribute('aria-current', 'true');
  await userEvent.keyboard('{Escape}');
  expect(screen.queryByRole('complementary')).toBeNull();
  await userEvent.keyboard('o');
  expect(url()).toBe(
    '/catalog/default/component/orders/slo?objective=orders-availability',
  );
});

it('tells how it stands, how fast it burns, and how it is measured', async () => {
  show(
    harbour(),
    '/?objective=component:default/payments/payments-availability',
  );
  const panel = await screen.findByRole('complementary', {
    name: 'Payments are answered',
  });
  expect(panel).toHaveTextContent(
    'Burns 15× too fast for 50 minutes; the budget ends in 2.4 d',
  );
  expect(panel).toHaveTextContent('Target99.95 % of the last 30 d');
  expect(panel).toHaveTextContent('Attained99.962 %');
  expect(panel).toHaveTextContent(
    'Counted6,304 of 16,588,800 events were bad; 1,990 more may be',
  );
  expect(panel).toHaveTextContent('Exhaustedin 2.4 d, burning at 3×');
  expect(panel).toHaveTextContent('Firespage for 50 min');
  expect(within(panel).getAllByRole('row')).toHaveLength(5);
  expect(
    within(panel).getByRole('link', { name: /slo.yaml, line 14/ }),
  ).toHaveAttribute(
    'href',
    'https://git.harbour.example/money/payments/slo.yaml#L14',
  );
  expect(
    within(panel).getByRole('link', { name: 'All about it on its SLO tab' }),
  ).toHaveAttribute(
    'href',
    '/catalog/default/component/payments/slo?objective=payments-availability',
  );
});

it.each([
  [
    'component:default/warehouse/warehouse-availability',
    'The warehouse system answers',
    'The source answered and had nothing about this service.',
  ],
  [
    'component:default/ledger/ledger-availability',
    'Postings are booked',
    'Stale You see what was measured 3 h ago',
  ],
  [
    'component:default/pricing/pricing-availability',
    'Prices are answered',
    'Old version The newest cannot be read',
  ],
  [
    'component:default/search/availability',
    'Requests succeed',
    'Covers onlythe last 9 d',
  ],
])('says of %s what is to be doubted', async (id, title, words) => {
  show(harbour(), `/?objective=${id}`);
  expect(
    await screen.findByRole('complementary', { name: title }),
  ).toHaveTextContent(words);
});

it('finds what a link points at, though it is not among the rows', async () => {
  const api = show(
    harbour(),
    '/?state=met&objective=component:default/orders/orders-availability',
  );
  expect(
    await screen.findByRole('complementary', { name: 'Orders are accepted' }),
  ).toBeVisible();
  expect(askedFor(api)).toContainEqual({
    service: ['component:default/orders'],
    limit: 200,
  });
});

it('says that what a link points at is not there', async () => {
  show(harbour(), '/?objective=component:default/orders/gone');
  expect(
    await screen.findByText(/There is no such objective, or no longer/),
  ).toBeVisible();
});

it('covers the page of a phone with it, and gives the page back', async () => {
  const { matchMedia } = window;
  window.matchMedia = query =>
    ({
      matches: /max-width/.test(query),
      addListener: () => {},
      removeListener: () => {},
    } as unknown as MediaQueryList);
  show();
  expect(
    await screen.findByRole('button', {
      name: '2 objectives of which nothing can be told ›',
    }),
  ).toBeVisible();
  await userEvent.click(await row('Payments are answered'));
  const panel = await screen.findByRole('dialog', {
    name: 'Payments are answered',
  });
  await userEvent.click(within(panel).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(await grid()).toBeVisible();
  window.matchMedia = matchMedia;
});

it('shows which documents cannot be read: file, line, place, words', async () => {
  show();
  expect(await screen.findByText('2 documents cannot be read')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'See why' }));
  const panel = await screen.findByRole('complementary', {
    name: 'Documents that cannot be read',
  });
  expect(
    await within(panel).findByRole('link', {
      name: 'https://git.harbour.example/money/pricing/slo.yaml:31',
    }),
  ).toBeVisible();
  expect(panel).toHaveTextContent(
    'spec.objectives[0].target 99.8 is above 1; write 0.998, or targetPercent: 99.8',
  );
  expect(panel).toHaveTextContent('earlier version in force');
  expect(panel).toHaveTextContent('catalog-info/parcels/slo.yaml:8');
  expect(panel).toHaveTextContent('not in force');
  expect(url()).toBe('/?problems=true');
});
