import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  asked,
  calls,
  findHop,
  harbour,
  hop,
  list,
  show,
  tree,
  url,
} from '../__testUtils__/journeysPage';

const activeHop = async () => {
  const id = (await tree()).getAttribute('aria-activedescendant');
  return document.getElementById(id!)?.getAttribute('aria-label');
};
afterEach(() => jest.restoreAllMocks());

it('is read in one sentence, with its figures and the age of the evidence', async () => {
  show('/?journey=place-order');
  const article = within(
    await screen.findByRole('article', { name: 'Journey' }),
  );
  expect(
    await article.findByText(/it waits for api.cardrail.example most/),
  ).toBeVisible();
  expect(
    article.getByRole('heading', { name: 'POST /api/orders' }),
  ).toBeVisible();
  expect(article.getByText('Depth').nextSibling).toHaveTextContent('6');
  expect(
    article.getByRole('button', {
      name: /Evidence of POST \/api\/orders: otlp/,
    }),
  ).toBeVisible();
});

it('shows the hops in order, with figures, and what is only later apart', async () => {
  show('/?journey=place-order');
  await tree();
  expect(hop('payments POST')).toHaveTextContent(
    'paymentsPOST /paymentssync330 ms980 ms0.9 %43 ms',
  );
  expect(
    within(hop('api.cardrail')).getByRole('img', {
      name: '38.9 % of the journey',
    }),
  ).toBeInTheDocument();
  const topic = hop('order-events');
  expect(topic).toHaveTextContent('order-events→ 5 readers, 9 hops');
  expect(topic).toHaveTextContent('later, nobody waits');
  expect(hop('warehouse')).toHaveTextContent('sync20 %');
});

it('is a tree by keyboard: unfolds, goes in, comes out, and the URL remembers', async () => {
  show('/?journey=place-order');
  (await tree()).focus();
  await userEvent.keyboard('{End}');
  expect(await activeHop()).toMatch(/^order-events .* 9 hops folded$/);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(await activeHop()).toMatch(/^invoices process order-events/);
  expect(url()).toMatch(/^\/\?journey=place-order&turned=\w+$/);
  await userEvent.keyboard('{ArrowUp}{ArrowLeft}{Home}');
  expect(await activeHop()).toMatch(/^edge-gateway/);
  expect(url()).toBe('/?journey=place-order');
  await userEvent.keyboard('{Enter}');
  expect(url()).toMatch(/^\/catalog\/default\/component\/edge-gateway/);
});

it('shows only the critical path, only what fails, and hides datastores', async () => {
  show('/?journey=place-order');
  await tree();
  const press = (word: string) => userEvent.click(screen.getByText(word));
  await press('Only the critical path');
  expect(screen.getByText('10 of 47 hops.')).toBeVisible();
  await press('Only the critical path');
  await press('Only what fails');
  expect(findHop('session-cache')).toBeNull();
  expect(hop('api.mailferry')).toHaveAttribute(
    'aria-label',
    'api.mailferry.example POST /v1/send, later, nobody waits, errors begin here',
  );
  await press('Only what fails');
  await press('Hide datastores');
  expect(url()).toBe('/?journey=place-order&stores=false');
  expect(findHop('orders-db')).toBeNull();
});

it('offers a way out where nothing fits', async () => {
  show(
    '/?journey=sign-in&failing=true',
    harbour({
      ...calls,
      getJourney: (id, query) => ({
        ...calls.getJourney!(id, query),
        failurePoints: [],
      }),
    }),
  );
  await userEvent.click(await screen.findByText('Show all hops'));
  expect(hop('identity')).toBeVisible();
});

it('links a sample trace, or gives its id where no tool is set up', async () => {
  show('/?journey=place-order');
  await tree();
  expect(
    within(hop('payments POST')).getByRole('link', { name: /sample trace/ }),
  ).toHaveAttribute('href', expect.stringMatching(/^https:.*[0-9a-f]{32}$/));
  const copied = jest.fn(async () => {});
  Object.assign(navigator, { clipboard: { writeText: copied } });
  await userEvent.click(
    within(hop('payments-db')).getByRole('button', {
      name: /copy the id of a sample trace/,
    }),
  );
  expect(copied).toHaveBeenCalledWith(expect.stringMatching(/^[0-9a-f]{32}$/));
});

it('shows the latency budget, worst first, and where a hop is in the tree', async () => {
  show('/?journey=place-order&side=budget');
  const table = within(
    await screen.findByRole('table', { name: 'Latency budget' }),
  );
  expect(table.getAllByRole('row')[1]).toHaveTextContent(
    'api.cardrail.example POST /v2/charges38.9 %210 ms',
  );
  expect(screen.getByText(/other hops take .* together/)).toBeVisible();
  await userEvent.click(
    table.getByRole('button', { name: /^api.cardrail.example/ }),
  );
  expect(url()).toMatch(/^\/\?journey=place-order&hop=\w+$/);
  expect(hop('api.cardrail')).toHaveAttribute('data-pointed', 'true');
});

it('points at what fails even where the tree hides it', async () => {
  show('/?journey=place-order&side=failures&critical=true');
  const table = within(
    await screen.findByRole('table', { name: 'Where it fails' }),
  );
  await userEvent.click(
    table.getAllByRole('button', { name: /^api.mailferry.example/ })[0],
  );
  expect(hop('api.mailferry')).toHaveAttribute('data-pointed', 'true');
  expect(url()).not.toContain('critical');
});

it('says what the chain can promise at best, and on what that rests', async () => {
  show('/?journey=place-order&side=availability');
  expect(await screen.findByText('at best, an estimate')).toBeVisible();
  const table = within(
    screen.getByRole('table', { name: 'What it waits for' }),
  );
  expect(table.getAllByRole('row')[1]).toHaveTextContent('web-bff99.65 %');
  expect(
    screen.getByText('Left out: too little is known').nextSibling,
  ).toHaveTextContent('score.riskmesh.example');
  expect(
    screen.getByText('Dependencies fail independently of each other.'),
  ).toBeVisible();
  expect(
    screen.getByText(/would still fail it for .* in 30 days/),
  ).toBeVisible();
  expect(screen.getByText('At best 98.6 %')).toBeVisible();
});

it('makes no headline of an estimate that the window did better than', async () => {
  show(
    '/?journey=sign-in&side=availability',
    harbour({
      ...calls,
      getJourney: (id, query) => {
        const journey = calls.getJourney!(id, query);
        const availability = { ...journey.availability, ceiling: 0.02 };
        return { ...journey, availability };
      },
    }),
  );
  expect(
    await screen.findByText(/by an estimate that does not fit here/),
  ).toBeVisible();
  expect(screen.getByText('Availability')).toBeVisible();
  expect(screen.queryByText(/^At best/)).toBeNull();
});

it('is saved as CSV and as JSON', async () => {
  const made: Blob[] = [];
  const names: string[] = [];
  URL.createObjectURL = blob => {
    made.push(blob as Blob);
    return 'blob:journey';
  };
  URL.revokeObjectURL = () => {};
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      names.push(this.download);
    });
  show('/?journey=place-order');
  await tree();
  await userEvent.click(screen.getByText('CSV'));
  await userEvent.click(screen.getByText('JSON'));
  expect(names).toEqual([
    'journey-edge-gateway-post-api-orders.csv',
    'journey-edge-gateway-post-api-orders.json',
  ]);
  expect(made.map(({ type }) => type)).toEqual([
    'text/csv',
    'application/json',
  ]);
});

it('asks for the window and the environment that are chosen', async () => {
  const api = show('/?journey=sign-in&until=2026-11-21T12:00:00.000Z');
  await tree();
  await userEvent.selectOptions(screen.getByLabelText('Window'), '1440');
  await userEvent.selectOptions(
    screen.getByLabelText('Environment'),
    await screen.findByText('staging'),
  );
  await waitFor(() =>
    expect(asked(api, 'getJourney').at(-1)).toEqual([
      'sign-in',
      {
        minutes: 1440,
        until: '2026-11-21T12:00:00.000Z',
        environment: 'staging',
      },
    ]),
  );
  await userEvent.click(screen.getByText(/^until/));
  expect(url()).toBe('/?journey=sign-in&environment=staging&minutes=1440');
});

it('does not stand in for another one while that loads', async () => {
  const api = show('/?journey=sign-in');
  await tree();
  api.silent = true;
  await userEvent.click(
    (await list()).getByRole('link', { name: /POST \/parcels/ }),
  );
  expect(screen.getByRole('heading', { name: 'POST /parcels' })).toBeVisible();
  expect(screen.getByLabelText('The hops are loading')).toBeVisible();
  expect(screen.queryByLabelText(/^Hops of /)).toBeNull();
});
