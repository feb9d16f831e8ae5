import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { emptyMaps } from '../../__testUtils__/harbourMap';
import {
  harbour,
  lastAsked,
  map,
  node,
  show,
  url,
} from './__testUtils__/showMap';

describe('states', () => {
  it('keeps a place of the final size while it loads', async () => {
    const api = harbour();
    api.silent = true;
    show('/', api);
    expect(await screen.findByLabelText('The map is loading')).toHaveAttribute(
      'aria-busy',
      'true',
    );
  });

  it('says how to send traces when there are none', async () => {
    const api = show('/', harbour(emptyMaps()));
    expect(
      await screen.findByText('No call was seen in the last hour'),
    ).toBeVisible();
    expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
      'otlp_http/sightline:',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Look back 7 days' }),
    );
    await waitFor(() =>
      expect(lastAsked(api)).toMatchObject({ minutes: 10_080 }),
    );
  });

  it('offers the way back when only the choice has no calls', async () => {
    show('/?environment=staging');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Whole map, until now' }),
    );
    expect(await map()).toBeVisible();
    expect(url()).toBe('/');
  });

  it.each([
    ['unavailable', 'Not reachable: the map'],
    ['forbidden', 'Not permitted: the map'],
    ['not-found', 'Not found: the map'],
  ] as const)('%s is shown as what it is', async (problem, words) => {
    const api = harbour();
    api.problem = problem;
    show('/', api);
    expect(await screen.findByText(words)).toBeVisible();
  });

  describe('as time goes on', () => {
    beforeEach(() => {
      jest.useFakeTimers({ advanceTimers: true });
    });
    afterEach(() => {
      jest.useRealTimers();
    });
    const pass = () => act(async () => jest.advanceTimersByTime(21_000));
    const asked = (api: FakeSightline) =>
      api.asked.filter(({ what }) => what === 'getCallMap').length;

    it('asks again, and what stood before stays in its place', async () => {
      const api = show();
      const orders = await node(/^checkout, closed group/);
      const before = orders.parentElement!.getAttribute('style');
      await pass();
      await waitFor(() => expect(asked(api)).toBe(2));
      expect(orders).toBeInTheDocument();
      expect(orders.parentElement!.getAttribute('style')).toBe(before);
    });

    it('leaves the last answer standing when a newer one fails, and says so', async () => {
      const api = show();
      await map();
      api.problem = 'unavailable';
      await pass();
      expect(await screen.findByText('Stale')).toBeVisible();
      expect(await map()).toBeVisible();
    });

    it('asks once for a window that has ended', async () => {
      const api = show('/?until=2026-11-20T08:00:00Z');
      await map();
      await pass();
      expect(asked(api)).toBe(1);
    });
  });
});
