import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { serviceRows } from '../../__testUtils__/harbour';
import { largeTown } from '../../__testUtils__/largeTown';
import { harbourMaps } from '../../__testUtils__/harbourMap';
import {
  harbour,
  lastAsked,
  map,
  node,
  panel,
  show,
  url,
} from './__testUtils__/showMap';

describe('the drawing', () => {
  it('opens on the fleet by system, and says what is shown of it', async () => {
    const api = show();
    expect(await map()).toHaveAccessibleName(
      'Map: 8 nodes, 20 edges. The table has the same content.',
    );
    expect(screen.getByText('all 20 edges shown')).toBeVisible();
    expect(
      await node(
        /^checkout, closed group of 12 members, \d callers, calls \d$/,
      ),
    ).toBeInTheDocument();
    expect(lastAsked(api)).toEqual({
      groupBy: 'system',
      minutes: 60,
      edges: 150,
    });
  });

  it('says what it leaves out, and draws more when asked to', async () => {
    const api = show('/', harbour(harbourMaps(Date.now(), largeTown(800))));
    await map();
    expect(screen.getByText(/^150 of \d+ edges shown$/)).toBeVisible();
    expect(screen.getByText(/% of calls are not drawn/)).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Draw up to 400' }),
    );
    await waitFor(() => expect(lastAsked(api)).toMatchObject({ edges: 400 }));
    expect(url()).toBe('/?edges=400');
  });

  it('opens a group with Enter and closes it again, and the others stay', async () => {
    show();
    const group = await node(/^money, closed group/);
    act(() => group.focus());
    await userEvent.keyboard('{Enter}');
    expect(url()).toBe('/?open=system:default/money');
    expect(await node(/^Ledger, service, T0, owner payments/)).toBeVisible();
    const frame = await node(/^money, open group of 11 members/);
    expect(await node(/^checkout, closed group/)).toBeVisible();
    act(() => frame.focus());
    await userEvent.keyboard('{Enter}');
    expect(await node(/^money, closed group/)).toBeVisible();
    expect(url()).toBe('/');
  });

  it('goes from node to node with arrows, and into the neighbourhood with Enter', async () => {
    const api = show('/?group=none');
    const orders = await node(/^Orders, service/);
    act(() => orders.focus());
    await userEvent.keyboard('{ArrowRight}');
    expect(orders).not.toHaveFocus();
    expect(document.activeElement).toHaveAccessibleName(/callers?, calls/);
    await userEvent.keyboard('{ArrowLeft}{ArrowRight}');
    act(() => orders.focus());
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(lastAsked(api)).toMatchObject({
        focus: 'component:default/orders',
        hops: 1,
        direction: 'both',
      }),
    );
    expect(await panel(/^Orders$/)).toBeVisible();
  });

  it('has one place in the order of Tab, however many nodes there are', async () => {
    show();
    const drawing = await map();
    const stops = within(drawing)
      .getAllByRole('button')
      .filter(button => button.tabIndex === 0);
    expect(stops).toHaveLength(1);
  });

  it('marks what is the matter by shape and word, not by colour alone', async () => {
    show('/?group=none&compare=day');
    const drawing = await map();
    const said = [...drawing.querySelectorAll('[data-marks] title')].map(
      title => title.textContent,
    );
    expect([...new Set(said)].sort()).toEqual([
      '1.3 % errors',
      '1.4 % errors',
      '1.9 % errors',
      '6.1 % errors',
      'gone',
      'more errors',
      'new',
      'slower',
      'undeclared',
      'unused',
    ]);
  });
});

describe('the URL', () => {
  it('holds the whole view', async () => {
    const api = show(
      '/?focus=component:default/orders&hops=2&direction=callers&environment=production&minutes=1440&until=2026-11-20T08:00:00Z&compare=week&node=component:default/payments',
    );
    await map();
    expect(lastAsked(api)).toEqual({
      focus: 'component:default/orders',
      hops: 2,
      direction: 'callers',
      environment: 'production',
      minutes: 1_440,
      until: '2026-11-20T08:00:00.000Z',
      compareUntil: '2026-11-13T08:00:00.000Z',
      edges: 150,
    });
    expect(screen.getByLabelText('Hops from the focus')).toHaveValue('2');
    expect(screen.getByLabelText('Compare with')).toHaveValue('week');
    expect(
      await panel(/^(Payments|component:default\/payments)$/),
    ).toBeVisible();
  });

  it('is left step by step with Escape', async () => {
    show(
      '/?focus=component:default/orders&node=component:default/orders&show=blast',
    );
    await map();
    await userEvent.keyboard('{Escape}');
    expect(url()).toBe(
      '/?focus=component:default/orders&node=component:default/orders',
    );
    await userEvent.keyboard('{Escape}');
    expect(url()).toBe('/?focus=component:default/orders');
    await userEvent.keyboard('{Escape}');
    expect(url()).toBe('/');
  });

  it.each([
    ['Group by', 'owner', { groupBy: 'owner' }],
    ['Window', '15', { minutes: 15 }],
    ['Environment', 'production', { environment: 'production' }],
  ])('changes with %s', async (label, value, asked) => {
    const api = show();
    await map();
    await userEvent.selectOptions(screen.getByLabelText(label), value);
    await waitFor(() => expect(lastAsked(api)).toMatchObject(asked));
  });
});

describe('finding', () => {
  it('goes to a party by its name, with the keyboard alone', async () => {
    const api = show();
    await map();
    await userEvent.keyboard('/');
    await userEvent.keyboard('discov');
    expect(
      await screen.findByRole('option', { name: /discovery/ }),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(lastAsked(api)).toMatchObject({
        open: ['system:default/discovery'],
      }),
    );
  });

  it('finds services of the fleet that are not on the map', async () => {
    show();
    await map();
    const service = serviceRows(1)[0];
    await userEvent.type(
      screen.getByRole('combobox', { name: 'Find on the map' }),
      service.name,
    );
    await userEvent.click(
      await screen.findByRole('option', { name: new RegExp(service.title) }),
    );
    expect(url()).toContain(`focus=${service.ref}`);
  });
});
