import { EntityProvider } from '@backstage/plugin-catalog-react';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { HarbourCalls } from '../../__testUtils__/HarbourCalls';
import { deploysOf } from '../../__testUtils__/harbourDeploys';
import { harbourService } from '../../__testUtils__/harbourService';
import { serviceCalls } from '../../__testUtils__/harbourServiceCalls';
import { renderPage } from '../../__testUtils__/renderPage';
import { CallsTab } from './CallsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (calls: HarbourCalls = harbourService(Date.now())) =>
  new FakeSightline({ services: [], sources: [], aliases: [], calls });

const show = (api = harbour(), url = '/') => {
  renderPage(
    <EntityProvider entity={entity}>
      <CallsTab />
    </EntityProvider>,
    { api, url },
  );
  return api;
};

const card = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const row = async (table: string, name: string) =>
  within(
    (await (await card(table)).findByRole('link', { name })).closest('tr')!,
  );
const url = () => screen.getByLabelText('URL').textContent;
const asked = (api: FakeSightline, what: string) =>
  api.asked.filter(question => question.what === what);

it('begins with all incoming calls in six figures', async () => {
  show();
  await card('Neighbourhood');
  const figures = within(screen.getByLabelText('All incoming calls'));
  expect(
    figures.getAllByRole('definition').map(figure => figure.textContent),
  ).toEqual(['4.9 /s', '0.36 %', '20 ms', '566 ms', '6', '6']);
});

it('has no figures of calls where none came in, which is not 0 ms', async () => {
  const { incoming: _, ...calls } = serviceCalls();
  show(
    harbour({
      ...harbourService(Date.now()),
      getServiceCalls: () => ({ ...calls, callers: [], operations: [] }),
    }),
  );
  await card('Neighbourhood');
  const figures = within(screen.getByLabelText('All incoming calls'));
  expect(
    figures.getAllByRole('definition').map(figure => figure.textContent),
  ).toEqual(['–', '–', '–', '–', '6', '6']);
});

describe('deploys along time', () => {
  const chart = () =>
    screen.findByRole('slider', { name: 'Calls, errors and p95 along time' });

  it('are told in the stretch in which they were made', async () => {
    const now = Date.now();
    const { timeline, window } = serviceCalls(undefined, {}, now);
    const api = new FakeSightline({
      ...{ services: [], sources: [], aliases: [] },
      calls: harbourService(now),
      workloads: {
        getDeploys: () => ({
          items: [
            { ...deploysOf('component:default/orders')[0], at: timeline[3].at },
          ],
        }),
      },
    });
    show(api);
    (await chart()).focus();
    await screen.findByText('deploy');
    await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{ArrowRight}');
    expect((await chart()).getAttribute('aria-valuetext')).toMatch(
      /; Deployed 5.3.0, before 5.2.8 in harbour-eu1$/,
    );
    expect(asked(api, 'getDeploys').map(question => question.with)).toEqual([
      [
        {
          service: 'component:default/orders',
          ...{ since: window.from, until: window.to, limit: 100 },
        },
      ],
    ]);
  });

  it('are not taken for none when they cannot be had', async () => {
    const api = harbour();
    Object.assign(api, { problem: 'unavailable', failing: ['getDeploys'] });
    show(api);
    expect(await screen.findByText('Deploys are not shown')).toBeVisible();
    expect(await chart()).toBeVisible();
  });
});

it('asks for the window and the environment that the URL names, and keeps them there', async () => {
  const api = show(harbour(), '/?minutes=360&environment=production');
  await card('Neighbourhood');
  expect(asked(api, 'getServiceCalls').map(question => question.with)).toEqual([
    ['component:default/orders', { minutes: 360, environment: 'production' }],
  ]);
  await userEvent.selectOptions(
    screen.getByLabelText('Window'),
    'last 24 hours',
  );
  await userEvent.selectOptions(
    screen.getByLabelText('Environment'),
    'staging',
  );
  expect(url()).toBe('/?minutes=1440&environment=staging');
});

it('draws who calls it and whom it calls, each with its figures and its verdict', async () => {
  show();
  const drawing = await card('Neighbourhood');
  const fraud = within(
    within(drawing.getByLabelText('Callers'))
      .getByRole('link', { name: 'fraud' })
      .closest('li')!,
  );
  expect(fraud.getByText('0.9')).toBeVisible();
  expect(fraud.getByRole('img', { name: 'undeclared' })).toBeVisible();
  const callees = within(drawing.getByLabelText('Callees'));
  expect(callees.getAllByRole('listitem')).toHaveLength(8);
  expect(drawing.getByText('1 more callee not drawn.')).toBeVisible();
});

it('leads to more hops on the Map and to its journeys, in the same window', async () => {
  show(harbour(), '/?minutes=360&environment=production');
  const drawing = await card('Neighbourhood');
  const rest = 'minutes=360&environment=production';
  expect(drawing.getByRole('link', { name: '3 hops' })).toHaveAttribute(
    'href',
    `/sightline/map?focus=component%3Adefault%2Forders&hops=3&${rest}`,
  );
  expect(
    screen.getByRole('link', { name: 'Journeys through it' }),
  ).toHaveAttribute(
    'href',
    `/sightline/journeys?service=component%3Adefault%2Forders&${rest}`,
  );
});

it('reads the time line by keyboard, and has a twin as a table', async () => {
  show();
  const chart = await screen.findByRole('slider', {
    name: 'Calls, errors and p95 along time',
  });
  chart.focus();
  await userEvent.keyboard('{Home}');
  expect(chart.getAttribute('aria-valuetext')).toMatch(
    /^\d\d:\d\d to \d\d:\d\d: 280 calls, 1 failed \(0.36 %\), p95 290 ms$/,
  );
  await userEvent.click(screen.getByRole('button', { name: 'As a table' }));
  expect(
    screen.getByRole('region', {
      name: 'Calls, errors and p95 along time, as a table',
    }),
  ).toBeVisible();
  expect(url()).toBe('/?open=timeline-table');
});

it('says what stands out, on what evidence, and what to do about it', async () => {
  show();
  const facts = await card('What its calls say');
  expect(
    facts.getAllByRole('heading', { level: 3 }).map(title => title.textContent),
  ).toEqual([
    'It waits for itself',
    'It shares a store with other owners',
    'It asks many times for one',
    'It waits for what may wait',
    'The longest wait is 3 hops',
    'It tries again',
  ]);
  expect(facts.getByText('orders → payments → fraud → orders')).toBeVisible();
  expect(facts.getByText(/together they answered 98.7 % well/)).toBeVisible();
  expect(facts.getByText(/Cut the weakest wait/)).toBeVisible();
});

describe('operations', () => {
  const operations = async () =>
    within(await screen.findByRole('grid', { name: 'Operations' }))
      .getAllByRole('row')
      .slice(1)
      .map(line => within(line).getAllByRole('gridcell')[0].textContent);

  it('are sorted as the reader asks, which the URL keeps', async () => {
    show();
    expect((await operations())[0]).toBe('GET /orders/{id}');
    await userEvent.click(
      within(screen.getByRole('grid')).getByRole('button', { name: 'p95' }),
    );
    expect(url()).toBe('/?operations=p95.asc');
    await userEvent.click(
      within(screen.getByRole('grid')).getByRole('button', { name: /p95/ }),
    );
    expect((await operations())[0]).toBe('POST /orders');
  });

  it('lead to their slowest and failed traces, or give the id where no tool is known', async () => {
    show();
    expect(
      await screen.findByRole('link', {
        name: 'slowest trace of POST /orders, in a new tab',
      }),
    ).toHaveAttribute(
      'href',
      'https://traces.harbour.example/trace/a3ce929d777777777777777777777777',
    );
    expect(
      screen.getByRole('button', {
        name: 'Copy the id of the failed trace of POST /orders',
      }),
    ).toBeVisible();
  });
});

it('opens a caller for its operations, and says what both ends saw', async () => {
  show();
  const fraud = await row('Callers', 'fraud');
  await userEvent.click(
    fraud.getByRole('button', { name: 'More about fraud' }),
  );
  const callers = await card('Callers');
  expect(callers.getByText('GET /customers/{id}/orders')).toBeVisible();
  expect(
    callers.getByText(/The caller waits 80 ms longer than it takes/),
  ).toBeVisible();
  expect(callers.getByText('12 d ago')).toBeVisible();
  expect(url()).toBe('/?open=callers+component%3Adefault%2Ffraud');
});

it('says in words what each row rests on', async () => {
  show();
  expect(
    (await row('Callers', 'fraud')).getByText('both sides told it'),
  ).toBeVisible();
  const returns = await row('Callers', 'returns');
  expect(returns.getByText('only the caller’s word')).toBeVisible();
  expect(returns.getByText('12')).toBeVisible();
});

it('hands out its tables as files, with all digits', async () => {
  const files: [string, string][] = [];
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = blob => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob as Blob);
    return address;
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function click() {
    files.push([this.download, this.href]);
  };
  show();
  fireEvent.click(await screen.findByRole('button', { name: 'CSV: Callers' }));
  fireEvent.click(screen.getByRole('button', { name: 'JSON: Operations' }));
  expect(files.map(([name]) => name)).toEqual([
    'orders-callers.csv',
    'orders-operations.json',
  ]);
  const text = await blobs.get(files[0][1])!.text();
  expect(text).toContain(
    'component:default/fraud,fraud,service,group:default/payments,undeclared,sync,http,3240,3,',
  );
});

describe('what is asked only when it is opened', () => {
  it('tells who fails if this fails, with owners', async () => {
    const api = show();
    await card('Neighbourhood');
    expect(asked(api, 'getBlastRadius')).toEqual([]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Who fails if this fails' }),
    );
    const gateway = await row('Who fails if this fails', 'edge-gateway');
    expect(gateway.getByText('2.6')).toBeVisible();
    expect(gateway.getByRole('link', { name: 'platform' })).toBeVisible();
    expect(gateway.getByText('web-bff')).toBeVisible();
    const blast = await card('Who fails if this fails');
    expect(blast.getByText(/^2 more services left out/)).toBeVisible();
    expect(blast.getByText(/none of them has a fallback/)).toBeVisible();
    expect(asked(api, 'getBlastRadius')).toHaveLength(1);
  });

  it('tells who may be to blame, and why, from a link', async () => {
    show(harbour(), '/?open=suspects');
    const blame = await card('Who may be to blame');
    expect(
      await blame.findByText('Its own errors: 4.1 % now, 0.29 % before.'),
    ).toBeVisible();
    await userEvent.click(
      blame.getByRole('button', { name: 'More about api.cardrail.example' }),
    );
    expect(blame.getByText(/It is called by way of payments/)).toBeVisible();
  });

  it('has its own problems, which leave the rest of the page alone', async () => {
    const api = harbour();
    Object.assign(api, { problem: 'unavailable', failing: ['getSuspects'] });
    show(api, '/?open=suspects');
    expect(
      await screen.findByText('Not reachable: who may be to blame'),
    ).toBeVisible();
    expect(await card('Neighbourhood')).toBeDefined();
  });
});

it('tells how to send traces, and shows the callers’ word all the same', async () => {
  show(harbour(harbourService(Date.now(), 'untraced')));
  expect(await screen.findByText('Its callers’ word alone')).toBeVisible();
  expect(screen.getByText(/OTEL_SERVICE_NAME=orders/)).toBeVisible();
  expect(
    (await row('Callers', 'inventory')).getByText('only the caller’s word'),
  ).toBeVisible();
  expect(
    screen.getByText(/only its own traces could tell, and it sends none/),
  ).toBeVisible();
  expect(
    screen.queryByRole('region', { name: 'Operations' }),
  ).not.toBeInTheDocument();
});

it('says that nobody called, and offers a longer window', async () => {
  show(harbour(harbourService(Date.now(), 'quiet')));
  expect(await screen.findByText('No calls in this window')).toBeVisible();
  await userEvent.click(
    screen.getByRole('button', { name: 'Look at the last 24 hours' }),
  );
  expect(url()).toBe('/?minutes=1440');
  expect(await card('Neighbourhood')).toBeDefined();
});

it('says what it leaves out of a crowd', async () => {
  show(harbour(harbourService(Date.now(), 'crowded')));
  const callers = await card('Callers');
  expect(callers.getByText('130 callers')).toBeVisible();
  expect(callers.getByText(/^71 more callers left out/)).toBeVisible();
  expect(
    (await card('Neighbourhood')).getByText(
      '193 more callers and 1 more callee not drawn.',
    ),
  ).toBeVisible();
});

it('keeps the places of what comes while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(
    await screen.findByLabelText('The calls are loading'),
  ).toBeInTheDocument();
  expect(screen.getByLabelText('Window')).toBeEnabled();
});

it.each([
  ['unavailable', 'Not reachable: the calls of this service'],
  ['forbidden', 'Not permitted: the calls of this service'],
  ['not-found', 'Not found: the calls of this service'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});

it('lets the last answer stand when a newer one cannot be had', async () => {
  const api = harbour();
  show(api);
  await card('Neighbourhood');
  api.problem = 'unavailable';
  jest.useFakeTimers({ now: Date.now() + 10_000, doNotFake: ['setTimeout'] });
  fireEvent.focus(window);
  jest.useRealTimers();
  expect(await screen.findByText('Stale')).toBeVisible();
  expect(await card('Neighbourhood')).toBeDefined();
});
