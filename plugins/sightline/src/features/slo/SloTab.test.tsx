import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import {
  Promised,
  harbourServiceObjectives,
} from '../../__testUtils__/harbourServiceObjectives';
import { renderPage } from '../../__testUtils__/renderPage';
import { SloTab } from './SloTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (promised?: Promised) =>
  new FakeSightline({
    services: [],
    sources: [],
    aliases: [],
    objectives: harbourServiceObjectives(Date.now(), promised),
  });

const show = (api = harbour(), url = '/') => {
  renderPage(
    <EntityProvider entity={entity}>
      <SloTab />
    </EntityProvider>,
    { api, url },
  );
  return api;
};

const card = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const url = () => screen.getByLabelText('URL').textContent;
const asked = (api: FakeSightline, what: string) =>
  api.asked.filter(question => question.what === what);
const figures = async (of: string) =>
  (await card(of))
    .getAllByRole('definition')
    .map(figure => figure.textContent)
    .slice(0, 6);

it('lists the objectives, worst first, and shows the worst in detail', async () => {
  show();
  const list = within(
    await screen.findByRole('navigation', {
      name: 'Objectives of this service',
    }),
  );
  expect(list.getAllByRole('link').map(link => link.textContent)).toEqual([
    'Orders are accepted',
    'Orders take under 1.2 s',
    'The nightly files are complete',
    'Returns are taken back',
    'Orders can be read',
  ]);
  const head = await card('Orders are accepted');
  expect(head.getByText(/^Burns 15× too fast for 50 minutes/)).toBeVisible();
  expect(head.getByText(/^its page alert fires since/)).toHaveTextContent(
    'its page alert fires since 48 min ago',
  );
});

it('says how it stands in six figures', async () => {
  show();
  expect(await figures('Orders are accepted')).toEqual([
    '32 %',
    '99.66 % of 99.5 %',
    '3,784 bad ones',
    '15×1 h',
    'in 3.2 d',
    '30 d',
  ]);
});

it('looks at another objective, which the URL keeps', async () => {
  show();
  await userEvent.click(
    await screen.findByRole('link', { name: 'Orders can be read' }),
  );
  expect(url()).toBe('/?objective=reads');
  expect(
    await screen.findByRole('region', { name: 'Orders can be read' }),
  ).toBeVisible();
  expect(
    screen.getByRole('link', { name: 'Orders can be read' }),
  ).toHaveAttribute('aria-current', 'true');
});

it('says when a link names an objective that is no more', async () => {
  show(harbour(), '/?objective=gone');
  expect(
    await screen.findByText('It has no objective “gone”; this is its worst.'),
  ).toBeVisible();
});

describe('the budget along time', () => {
  const chart = () =>
    screen.findByRole('slider', { name: 'Error budget along time' });

  it('is read by keyboard, from all of it to what is left, with what happened', async () => {
    show();
    const budget = await chart();
    budget.focus();
    await userEvent.keyboard('{Home}');
    expect(budget.getAttribute('aria-valuetext')).toMatch(/: 100 % left$/);
    await userEvent.keyboard('{End}');
    expect(budget.getAttribute('aria-valuetext')).toMatch(
      /: 32 % left, 2.1 % spent, 245 of 3,240 bad; page$/,
    );
  });

  it('has a twin as a table', async () => {
    show(harbour(), '/?range=6h');
    await chart();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'As a table: Error budget along time',
      }),
    );
    const table = within(
      screen.getByRole('region', {
        name: 'Error budget along time, as a table',
      }),
    );
    expect(
      table.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual(['When', 'Left', 'Spent', 'Bad', 'Of', 'What happened']);
    expect(table.getAllByRole('row').length).toBeGreaterThan(6);
    expect(url()).toBe('/?range=6h&open=budget-table');
  });

  it('asks for the range that is chosen, which the URL keeps', async () => {
    const api = show();
    await chart();
    await userEvent.click(screen.getByRole('button', { name: '90 d' }));
    expect(url()).toBe('/?range=90d');
    await screen.findByText('What was left at the end of each day.');
    const lengths = asked(api, 'getObjectiveHistory').map(question => {
      const [, name, { from, to }] = question.with as [
        string,
        string,
        { from: string; to: string },
      ];
      return [name, (Date.parse(to) - Date.parse(from)) / 86_400_000];
    });
    expect(lengths).toEqual([
      ['availability', 30],
      ['availability', 91],
    ]);
    expect(
      screen.getByText(/A point is a whole day, so only alerts that look/),
    ).toBeVisible();
  });

  it('has problems of its own, which leave the rest of the page alone', async () => {
    const api = harbour();
    Object.assign(api, {
      problem: 'unavailable',
      failing: ['getObjectiveHistory'],
    });
    show(api);
    expect(
      await screen.findByText('Not reachable: the past of this budget'),
    ).toBeVisible();
    expect(await card('How it is measured')).toBeDefined();
  });
});

it('tells from when on somebody is told, and what fires', async () => {
  show();
  const table = within(
    await screen.findByRole('table', { name: 'Burn rate by window' }),
  );
  expect(
    table
      .getAllByRole('row')
      .slice(1)
      .map(row =>
        within(row)
          .getAllByRole('cell')
          .map(cell => cell.textContent),
      ),
  ).toEqual([
    ['page', '15× 1 h', '16× 5 min', '14.4×', 'fires'],
    ['page', '3× 6 h', '16× 30 min', '6×', 'no'],
    ['ticket', '1.1× 1 d', '8.2× 2 h', '3×', 'no'],
    ['ticket', '0.7× 3 d', '3.2× 6 h', '1×', 'no'],
  ]);
});

it('says of each window that nobody can tell of why that is', async () => {
  show(harbour(), '/?objective=returns');
  const table = within(
    await screen.findByRole('table', { name: 'Burn rate by window' }),
  );
  await userEvent.click(
    table.getByRole('button', {
      name: 'Burn over 5 min is unknown: few events',
    }),
  );
  expect(await screen.findByText('2 events in 5 min')).toBeVisible();
});

it('says what the figures rest on, to be copied', async () => {
  show();
  const how = await card('How it is measured');
  expect(how.getByText('99.5 % over the last 30 d')).toBeVisible();
  expect(
    how.getByRole('link', {
      name: 'catalog-info/checkout/orders-slo.yaml, line 8',
    }),
  ).toHaveAttribute(
    'href',
    'https://git.harbour.example/catalog-info/checkout/orders-slo.yaml#L8',
  );
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: { writeText: async (text: string) => copied.push(text) },
  });
  await userEvent.click(how.getByRole('button', { name: 'Copy: Query: all' }));
  expect(copied).toEqual([
    'sum(increase(http_server_request_duration_seconds_count{service_name="orders"}[$window]))',
  ]);
});

it('says whether the promise can be kept, and which dependency costs it', async () => {
  show();
  const can = await card('Can it be kept?');
  expect(
    can.getByText(
      'Your 99.5 % needs dependencies that give more: together they give 99.38 % at best.',
    ),
  ).toBeVisible();
  const row = (name: string) =>
    within(can.getByRole('link', { name }).closest('tr')!)
      .getAllByRole('cell')
      .map(cell => cell.textContent);
  expect(row('inventory')).toEqual([
    'inventory',
    '1',
    '99.7 %',
    '99.85 %',
    '24.3 %',
    'missed',
    'what it attained',
  ]);
  expect(row('shipping')[2]).toBe('–');
  expect(can.getByText(/would have to give 99.9165 % each/)).toBeVisible();
  expect(
    can.getByText(/^score.riskmesh.example is left out: nothing is known/),
  ).toBeVisible();
});

it('shows the one objective without a list, and no card of what is not known', async () => {
  show(harbour('met'));
  await card('Orders are accepted');
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  expect(
    screen.queryByRole('region', { name: 'Can it be kept?' }),
  ).not.toBeInTheDocument();
});

it('draws a spent budget below nothing, and says so', async () => {
  show(harbour('exhausted'));
  const head = await card('Orders are accepted');
  expect(head.getByText('exhausted')).toBeVisible();
  expect(head.getByText('Too many failed')).toBeVisible();
  const chart = await screen.findByRole('slider', {
    name: 'Error budget along time',
  });
  expect(chart.getAttribute('aria-valuetext')).toMatch(/: −\d+ % left/);
});

it('marks as old what is old, and does not call it green', async () => {
  show(harbour('stale'));
  const head = await card('Orders are accepted');
  expect(head.getByText('met, stale')).toBeVisible();
  expect(head.getByText(/this is the last that was known/)).toBeVisible();
  expect(
    head.getByRole('img', { name: /left when it was last known$/ }),
  ).toBeVisible();
});

it('says when less than the window is kept', async () => {
  show(harbour('short'));
  const head = await card('Orders are accepted');
  expect(head.getByText(/Only the last 9 d of 30 d are kept/)).toBeVisible();
  await screen.findByRole('slider', { name: 'Error budget along time' });
  expect(screen.getAllByText('nothing is kept of this time')).toHaveLength(2);
});

it('says which document cannot be read, where, and what is in force instead', async () => {
  show(harbour('outdated'));
  const problems = await card('Documents that cannot be read');
  expect(
    problems.getByText(
      'catalog-info/checkout/orders-slo.yaml, line 31, spec.objectives[0].target',
    ),
  ).toBeVisible();
  expect(
    problems.getByText(/The version before it stays in force/),
  ).toBeVisible();
  expect(
    (await card('Orders are accepted')).getByText('An earlier version'),
  ).toBeVisible();
});

it.each([
  ['no-data', 'no data', 'The source answered and had nothing'],
  ['not-configured', 'not set up', 'Nobody has told Sightline where to look.'],
  ['source-unavailable', 'source down', 'The source cannot be asked'],
  ['too-few-events', 'few events', 'There is data, but not enough'],
  ['not-permitted', 'not permitted', 'It is known, but not to you.'],
] as [Promised, string, string][])(
  'never calls met what nobody knows: %s',
  async (reason, short, meaning) => {
    show(harbour(reason));
    const head = await card('Orders are accepted');
    expect(head.getByText('unknown')).toBeVisible();
    expect(head.getByText(new RegExp(meaning))).toBeVisible();
    expect(
      head.getByRole('button', { name: `Error budget is unknown: ${short}` }),
    ).toBeVisible();
    expect(screen.queryByText('met')).not.toBeInTheDocument();
    expect(
      await screen.findAllByText('Nothing is kept of this time'),
    ).toHaveLength(2);
    expect(
      screen.getByText(`Nothing is known of how fast it burns: ${short}.`),
    ).toBeVisible();
  },
);

it('tells what to add where nothing is promised, for this service, to be copied', async () => {
  show(harbour('none'));
  expect(await screen.findByText('No objective yet')).toBeVisible();
  expect(screen.getByText(/service_name="orders"/)).toBeVisible();
  expect(screen.getByText(/sightline.dev\/openslo: .\/slo.yaml/)).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Copy: Configuration to add' }),
  ).toBeVisible();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(
    await screen.findByLabelText('The objectives are loading'),
  ).toHaveAttribute('aria-busy', 'true');
});

it.each([
  ['unavailable', 'Not reachable: the objectives of this service'],
  ['forbidden', 'Not permitted: the objectives of this service'],
  ['broken', 'Something broke: the objectives of this service'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
