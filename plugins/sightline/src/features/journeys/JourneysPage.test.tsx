import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { harbourJourneys } from '../../__testUtils__/harbourJourneys';
import {
  asked,
  calls,
  harbour,
  list,
  show,
  tree,
  url,
} from './__testUtils__/journeysPage';

const now = Date.now();

/** Makes the page as wide as a phone. */
const onPhone = () =>
  jest.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(375);

afterEach(() => jest.restoreAllMocks());

describe('the list', () => {
  it('shows all journeys, and opens the one that is called most', async () => {
    show();
    const links = await (await list()).findAllByRole('link');
    expect(links[0]).toHaveTextContent(
      'GET /shop/products/{sku}edge-gateway8 /s',
    );
    expect((await list()).getByRole('status')).toHaveTextContent('9 journeys');
    await waitFor(() => expect(url()).toBe('/?journey=view-product'));
    expect(links[0]).toHaveAttribute('aria-current', 'true');
  });

  it('sorts, filters by words and by a service on the way, all in the URL', async () => {
    const api = show('/?journey=sign-in');
    await userEvent.click(await screen.findByLabelText(/sort by errors/));
    expect((await (await list()).findAllByRole('link'))[0]).toHaveTextContent(
      'POST /api/returns',
    );
    await userEvent.type(
      screen.getByLabelText('Filter journeys'),
      'charges{Enter}',
    );
    await waitFor(async () =>
      expect((await list()).getAllByRole('link')).toHaveLength(2),
    );
    await userEvent.click(screen.getByText(/^Passes through/));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Cart api' }),
    );
    await waitFor(() =>
      expect(url()).toBe(
        '/?journey=sign-in&q=charges&service=component%3Adefault%2Fcart-api&sort=errors',
      ),
    );
    expect(asked(api, 'getJourneys').at(-1)).toEqual([
      {
        minutes: 60,
        q: 'charges',
        service: 'component:default/cart-api',
        limit: 200,
      },
    ]);
  });

  it('moves by keyboard from one journey to the next', async () => {
    show();
    const links = await (await list()).findAllByRole('link');
    links[0].focus();
    await userEvent.keyboard('jj{ArrowUp}');
    expect(links[1]).toHaveFocus();
    await userEvent.keyboard('{End}{Enter}');
    await waitFor(() => expect(url()).toBe('/?journey=price-sync'));
  });

  it('says so when there are more journeys than it shows', async () => {
    show(
      '/',
      harbour({
        ...calls,
        getJourneys: query => ({ ...calls.getJourneys!(query), total: 1_240 }),
      }),
    );
    expect(await screen.findByText(/The 9 most called of 1,240/)).toBeVisible();
  });
});

describe('on a phone', () => {
  it('the list is a screen, the journey another, and both have a way back', async () => {
    onPhone();
    show();
    await userEvent.click(
      await screen.findByRole('link', { name: /POST \/login/ }),
    );
    expect(url()).toBe('/?journey=sign-in');
    expect(screen.queryByLabelText('Journeys')).toBeNull();
    expect(screen.getByRole('heading', { name: 'POST /login' })).toHaveFocus();
    await userEvent.click(screen.getByRole('link', { name: '‹ All journeys' }));
    expect(url()).toBe('/');
    expect(
      await screen.findByRole('link', { name: /POST \/login/ }),
    ).toHaveFocus();
  });
});

describe('states', () => {
  it('says where traces come from when there are none', async () => {
    show('/', harbour(harbourJourneys(now, { seen: false })));
    expect(
      await screen.findByText('No trace was seen in the last hour'),
    ).toBeVisible();
    expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
      /traces_endpoint:.*pipelines:/,
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Look back 7 days' }),
    );
    expect(url()).toBe('/?minutes=10080');
  });

  it('says what a journey is read from when calls were seen but none whole', async () => {
    show('/', harbour(harbourJourneys(now, { whole: false })));
    expect(
      await screen.findByText('Calls, but no whole journey yet'),
    ).toBeVisible();
    expect(screen.getByText('traceparent')).toBeVisible();
  });

  it('says what to do when the filters let nothing through', async () => {
    show('/?q=nothing-is-called-so');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear all filters' }),
    );
    await waitFor(() => expect(url()).toBe('/?journey=view-product'));
  });

  it('says that a journey was not seen in this window', async () => {
    show('/?journey=gone');
    expect(await screen.findByText('Not seen in the last hour')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Look back 7 days' }),
    );
    expect(url()).toBe('/?journey=gone&minutes=10080');
  });

  it.each([
    ['unavailable', 'Not reachable: the journeys'],
    ['forbidden', 'Not permitted: the journeys'],
  ] as const)('%s is shown as what it is', async (problem, words) => {
    const api = harbour();
    api.problem = problem;
    show('/', api);
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('keeps places while it loads', async () => {
    const api = harbour();
    api.silent = true;
    show('/', api);
    expect(
      await screen.findByLabelText('Journeys are loading'),
    ).toHaveAttribute('aria-busy', 'true');
    expect(screen.getByLabelText('The journey is loading')).toBeVisible();
  });

  it('leaves the last answer standing when a newer one fails, and says so', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const api = show('/?journey=sign-in');
    await tree();
    api.problem = 'unavailable';
    await act(async () => {
      jest.advanceTimersByTime(61_000);
    });
    expect(await screen.findAllByText('Stale')).toHaveLength(2);
    expect(await tree()).toBeVisible();
    jest.useRealTimers();
  });
});
