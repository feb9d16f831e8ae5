import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import {
  Running,
  harbourServiceWorkloads,
} from '../../__testUtils__/harbourServiceWorkloads';
import { renderPage } from '../../__testUtils__/renderPage';
import { WorkloadsTab } from './WorkloadsTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'search', namespace: 'default' },
  spec: { type: 'service' },
};

const harbour = (running?: Running) =>
  new FakeSightline({
    ...{ services: [], sources: [], aliases: [] },
    workloads: harbourServiceWorkloads(Date.now(), running),
  });

const show = (api = harbour(), url = '/') => {
  renderPage(
    <EntityProvider entity={entity}>
      <WorkloadsTab />
    </EntityProvider>,
    { api, url },
  );
  return api;
};

const card = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const url = () => screen.getByLabelText('URL').textContent;
const texts = (all: HTMLElement[]) => all.map(({ textContent }) => textContent);
const clipboard = () => {
  const copied: string[] = [];
  Object.assign(navigator, {
    clipboard: { writeText: async (text: string) => copied.push(text) },
  });
  return copied;
};

it('lists what runs, worst first, and shows the worst in detail', async () => {
  show();
  const list = within(
    await screen.findByRole('navigation', {
      name: 'Workloads of this service',
    }),
  );
  expect(texts(list.getAllByRole('link'))).toEqual([
    'search in harbour-eu1',
    'search in harbour-us1',
  ]);
  const head = await card('search in harbour-eu1');
  expect(head.getByText('stuck')).toBeVisible();
  expect(head.getByText(/^Argo CD/)).toHaveTextContent(
    'Argo CD search is Degraded: synced to 9f3c2a1, and not healthy',
  );
  expect(texts(head.getAllByRole('definition'))).toEqual([
    '5.3.0',
    '3/31 new',
    '2 in the last hour',
  ]);
});

it('looks at another workload, which the URL keeps', async () => {
  show();
  await userEvent.click(
    await screen.findByRole('link', { name: 'search in harbour-us1' }),
  );
  expect(url()).toBe(
    '/?workload=harbour-us1%2Fdiscovery%2FDeployment%2Fsearch',
  );
  expect(
    await screen.findByRole('region', { name: 'search in harbour-us1' }),
  ).toBeVisible();
  expect(
    screen.queryByRole('region', { name: 'Pods in trouble' }),
  ).not.toBeInTheDocument();
});

it('says when a link names a workload that runs no more', async () => {
  show(harbour(), '/?workload=gone');
  expect(
    await screen.findByText(
      '“gone” does not run, or no more; this is what asks most for somebody.',
    ),
  ).toBeVisible();
});

it('says what ails its pods, what to do, and how to look closer', async () => {
  const copied = clipboard();
  show();
  const troubles = await card('Pods in trouble');
  expect(troubles.getByText('It runs and is not ready')).toBeVisible();
  expect(troubles.getByRole('heading', { level: 3 })).toHaveTextContent(
    'It runs and is not ready1 pod · container search · 2 restarts · since 1 h',
  );
  expect(troubles.getByText(/index mapping v12 is missing/)).toBeVisible();
  await userEvent.click(
    troubles.getByRole('button', {
      name: 'Copy: A look at it: It runs and is not ready',
    }),
  );
  expect(copied).toEqual([
    'kubectl -n discovery logs search-6c8f9d4b7-x2x5p -c search --tail=100',
  ]);
});

it('shows every trouble there is, and how many pods have none of the names', async () => {
  show(harbour('troubled'));
  const troubles = await card('Pods in trouble');
  expect(troubles.getAllByRole('listitem')).toHaveLength(10);
  expect(troubles.getByText('55 pods')).toBeVisible();
  expect(troubles.getByText('search-6c8f9d4b7-x2x5p and 9 more')).toBeVisible();
});

it('says what the cluster warned of, how often, and when last', async () => {
  show();
  expect(
    texts((await card('Warnings of the cluster')).getAllByRole('listitem')),
  ).toEqual([
    'Unhealthy: Readiness probe failed: HTTP probe failed with 503 · 562 times, the last 2 min ago',
  ]);
});

it('shows what really runs, and that one name stands for two images', async () => {
  const copied = clipboard();
  show(harbour('troubled'));
  const images = await card('Images');
  expect(images.getByText('2 containers')).toBeVisible();
  expect(images.getByText('2 different images behind one name')).toBeVisible();
  await userEvent.click(
    images.getByRole('button', {
      name: 'Copy the digest of search: sha256:17c0aa91b2d3…',
    }),
  );
  expect(copied).toEqual(['sha256:17c0aa91b2d34455e6f7a8b9c0d1e2f304152637']);
});

it('says what it lacks, what comes of that, and on demand what to write', async () => {
  show(harbour('troubled'));
  const lacks = await card('What it lacks');
  expect(lacks.getAllByRole('listitem')).toHaveLength(7);
  expect(
    lacks.getByText(/a broken version counts as rolled out/),
  ).toBeVisible();
  await userEvent.click(lacks.getByRole('button', { name: 'What to write' }));
  expect(
    lacks.getByLabelText('What to write: No readiness probe'),
  ).toHaveTextContent(/^readinessProbe:/);
  expect(url()).toBe('/?open=lacks');
});

it('says that nothing is lacking', async () => {
  show(harbour('well'));
  expect(
    (await card('What it lacks')).getByText('Nothing of what is looked for'),
  ).toBeVisible();
  expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
});

describe('deploys', () => {
  const deploys = async () =>
    within(
      await screen.findByRole('list', { name: 'Deploys, newest first' }),
    ).getAllByRole('listitem');

  it('are listed newest first, and a way back is marked', async () => {
    show();
    const all = await deploys();
    expect(all[0]).toHaveTextContent(
      '5.2.8 → 5.3.01 h agosearch in harbour-eu1 · Deployed 5.3.0, before 5.2.8not complete',
    );
    expect(all[1]).toHaveTextContent(/took 2 min$/);
    expect(
      all.filter(item => within(item).queryByText('rollback')),
    ).toHaveLength(1);
    expect(all).toHaveLength(10);
  });

  it('go as far back as somebody asks', async () => {
    show();
    await deploys();
    const older = () => screen.getByRole('button', { name: 'Older deploys' });
    await userEvent.click(older());
    expect(await deploys()).toHaveLength(20);
    await userEvent.click(older());
    await userEvent.click(older());
    await userEvent.click(older());
    expect(await deploys()).toHaveLength(49);
    expect(
      screen.getByText('49 deploys; they are kept for 13 months.'),
    ).toBeVisible();
  });

  it('have problems of their own, which leave the rest of the page alone', async () => {
    const api = harbour();
    Object.assign(api, { problem: 'unavailable', failing: ['getDeploys'] });
    show(api);
    expect(await screen.findByText('Not reachable: its deploys')).toBeVisible();
    expect(await card('search in harbour-eu1')).toBeDefined();
  });
});

it('says which versions run where, and who is always deployed along', async () => {
  show(harbour('skewed'));
  expect(
    texts(
      within(await screen.findByLabelText('Versions')).getAllByRole(
        'definition',
      ),
    ),
  ).toEqual(['harbour-eu1 · since 4 d', 'harbour-us1 · since 41 d']);
  const lockStep = await card('Deployed in lock-step');
  expect(
    lockStep.getByRole('link', { name: 'product-catalog' }),
  ).toHaveAttribute('href', '/catalog/default/component/product-catalog');
  expect(
    lockStep.getByText(/deployed with it within 10 min, 6 times of 6$/),
  ).toBeVisible();
});

it('marks as old what is old, and does not call it green', async () => {
  show(harbour('stale'));
  const head = await card('search in harbour-eu1');
  expect(head.getByText('stuck, stale')).toBeVisible();
  expect(
    head.getByText(/this is the last that the cluster told/),
  ).toBeVisible();
});

it('draws every kind of workload', async () => {
  show(
    harbour('many'),
    '/?workload=harbour-us1%2Fdiscovery%2FCronJob%2Fsearch-reindex',
  );
  const head = await card('search-reindex in harbour-us1');
  expect(head.getByText('now and then')).toBeVisible();
  expect(screen.getByRole('img', { name: 'scaled to nothing' })).toBeVisible();
  expect(screen.getByText('unknown')).toBeVisible();
});

it('tells what to connect where nothing is', async () => {
  show(harbour('not-configured'));
  expect(await screen.findByText('No cluster is connected')).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Copy: Configuration to add' }),
  ).toBeVisible();
  expect(
    screen.queryByRole('region', { name: 'Deploys' }),
  ).not.toBeInTheDocument();
});

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(
    await screen.findByLabelText('The workloads are loading'),
  ).toHaveAttribute('aria-busy', 'true');
});

it.each([
  ['unavailable', 'Not reachable: the workloads of this service'],
  ['forbidden', 'Not permitted: the workloads of this service'],
] as const)('%s is shown as what it is', async (problem, words) => {
  const api = harbour();
  api.problem = problem;
  show(api);
  expect(await screen.findByText(words)).toBeVisible();
});
