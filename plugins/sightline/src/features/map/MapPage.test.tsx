import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { serviceRows } from '../../__testUtils__/harbour';
import {
  harbourBlast,
  harbourSuspects,
} from '../../__testUtils__/harbourImpact';
import { emptyMaps, harbourMaps } from '../../__testUtils__/harbourMap';
import { largeTown } from '../../__testUtils__/largeTown';
import { renderPage } from '../../__testUtils__/renderPage';
import { MapPage } from './MapPage';

const harbour = (calls = harbourMaps(Date.now())) =>
  new FakeSightline({
    services: serviceRows(20, Date.now()),
    sources: [],
    aliases: [],
    calls: {
      getBlastRadius: service => harbourBlast(service),
      getSuspects: service => harbourSuspects(service),
      ...calls,
    },
  });

const show = (url = '/', api = harbour()) => {
  renderPage(<MapPage />, { api, url });
  return api;
};

const url = () => decodeURIComponent(screen.getByLabelText('URL').textContent!);
const map = () => screen.findByRole('group', { name: /^Map: / });
const node = (name: RegExp) => screen.findByRole('button', { name });
const lastAsked = (api: FakeSightline) =>
  (
    api.asked.filter(({ what }) => what === 'getCallMap').pop()
      ?.with as object[]
  )[0];
const panel = (name: RegExp) => screen.findByRole('complementary', { name });

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

describe('the table', () => {
  const ids = (drawing: HTMLElement, kind: 'node' | 'edge') =>
    [...drawing.querySelectorAll<SVGElement>(`[data-${kind}]`)]
      .map(({ dataset }) => dataset[kind]!)
      .filter((id, at, all) => all.indexOf(id) === at);

  it('has a row for every edge and every node of the drawing, by the key t', async () => {
    show('/?open=system:default/money');
    const drawing = await map();
    const [nodes, edges] = [ids(drawing, 'node'), ids(drawing, 'edge')];
    await userEvent.keyboard('t');
    const table = await screen.findByRole('grid', { name: 'Edges of the map' });
    expect(table).toHaveAttribute('aria-rowcount', String(edges.length + 1));
    await userEvent.click(
      screen.getByRole('button', { name: `${nodes.length} nodes` }),
    );
    expect(
      await screen.findByRole('grid', { name: 'Nodes of the map' }),
    ).toHaveAttribute('aria-rowcount', String(nodes.length + 1));
    await userEvent.keyboard('g');
    expect(await map()).toBeVisible();
  });

  it('says of an edge what the drawing says of it', async () => {
    show('/?view=table&group=none&compare=day&sort=change');
    const grid = await screen.findByRole('grid');
    const row = within(grid)
      .getAllByRole('row')
      .find(one => /^FraudOrders|Fraud DetectionOrders/.test(one.textContent!));
    expect(row).toHaveTextContent('new');
    expect(row).toHaveTextContent('undeclared');
    expect(row).toHaveTextContent('0.9 /s');
  });

  it('sorts here, and the URL keeps it', async () => {
    show('/?view=table&group=none');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Errors' }),
    );
    expect(url()).toBe('/?group=none&view=table&sort=errors&order=asc');
    await userEvent.click(screen.getByRole('button', { name: /^Errors/ }));
    const [, first] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('api.parcelwind.example');
  });

  it('opens an edge beside it', async () => {
    show('/?view=table&group=none');
    await screen.findByText('Reviews database');
    act(() => screen.getByRole('grid').focus());
    await userEvent.keyboard('{Enter}');
    expect(await panel(/^Reviews → Reviews database$/)).toBeVisible();
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

describe('looking more closely', () => {
  it('tells of an edge how it was and how it is', async () => {
    show(
      '/?group=none&compare=day&edge=component:default/returns component:default/shipping',
    );
    const aside = await panel(/^Returns → Shipping$/);
    expect(aside).toHaveTextContent('more errors');
    expect(aside).toHaveTextContent('Verdictuncontracted');
    expect(aside).toHaveTextContent('Evidenceboth sides told it');
    const figures = within(aside).getByRole('table');
    expect(figures).toHaveTextContent('Errors1.7 %83.2 %');
  });

  it('links to the page of the service, and lists who calls it', async () => {
    show('/?group=none');
    await userEvent.click(await node(/^Ledger, service/));
    const aside = await panel(/^Ledger$/);
    expect(within(aside).getByRole('link', { name: 'Ledger' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
    expect(aside).toHaveTextContent('2 callers');
    await userEvent.click(
      within(aside).getByRole('button', { name: 'Payments' }),
    );
    expect(await panel(/^Payments → Ledger$/)).toBeVisible();
  });

  it('shows who fails with a service: listed, and lit on the map', async () => {
    show('/?group=none&node=component:default/ledger');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Blast radius' }),
    );
    const part = await screen.findByRole('region', { name: 'Blast radius' });
    expect(part).toHaveTextContent(/parties fail if Ledger fails/);
    expect(part).toHaveTextContent('1 hop away');
    expect(url()).toBe('/?group=none&node=component:default/ledger&show=blast');
    expect(await node(/^Payments, .* of it would fail$/)).toBeInTheDocument();
  });

  it('shows which dependency explains the errors of a service', async () => {
    show('/?group=none&node=component:default/shipping&show=suspects');
    const part = await screen.findByRole('region', {
      name: 'Who may be to blame',
    });
    expect(part).toHaveTextContent('api.parcelwind.example');
    expect(part).toHaveTextContent('explains 97 %');
  });

  it('says of what cannot be had why', async () => {
    const api = harbour();
    api.problem = 'forbidden';
    api.failing = ['getBlastRadius'];
    show('/?group=none&node=component:default/ledger&show=blast', api);
    expect(
      await screen.findByText('Not permitted: the blast radius'),
    ).toBeVisible();
    expect(await map()).toBeVisible();
  });

  it('says that what a link points at is not on this map', async () => {
    show('/?node=component:default/ledger');
    expect(await panel(/ledger/)).toHaveTextContent('It is not on this map');
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

describe('files', () => {
  let files: Blob[];
  beforeEach(() => {
    files = [];
    URL.createObjectURL = blob => {
      files.push(blob as Blob);
      return 'blob:map';
    };
    URL.revokeObjectURL = () => {};
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  });
  afterEach(() => jest.restoreAllMocks());

  it('are exactly what is shown', async () => {
    show();
    await map();
    for (const name of ['CSV', 'JSON', 'SVG']) {
      await userEvent.click(screen.getByRole('button', { name }));
    }
    const [csv, json, svg] = await Promise.all(files.map(file => file.text()));
    expect(csv.trim().split('\r\n')).toHaveLength(21);
    expect(JSON.parse(json).edges).toHaveLength(20);
    expect(svg).toContain('Who calls whom');
    expect(svg).toContain('all 20 edges shown');
    expect(svg).toContain('checkout');
    expect(svg).not.toMatch(/class=|style=|role="button"|var\(/);
  });
});

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
