import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeSightline } from '../../__testUtils__/FakeSightline';
import { sourceStatuses } from '../../__testUtils__/harbourSources';
import { renderPage } from '../../__testUtils__/renderPage';
import { SourcesPage } from './SourcesPage';

const harbour = (sources = sourceStatuses(Date.now())) =>
  new FakeSightline({ services: [], sources, aliases: [] });

const show = (
  api = harbour(),
  options: { url?: string; denied?: boolean } = {},
) => {
  renderPage(<SourcesPage />, { api, ...options });
  return api;
};

const card = (name: string) => screen.findByRole('article', { name });

it('says first how many need attention', async () => {
  show();
  expect(
    await screen.findByText('3 of 6 sources need attention'),
  ).toBeVisible();
});

it('says of a source in trouble what is wrong, since when, and what stands meanwhile', async () => {
  show();
  const prometheus = await card('Prometheus');
  expect(prometheus).toHaveTextContent('failing');
  expect(prometheus).toHaveTextContent(
    'Timed out. prometheus.harbour.example did not answer',
  );
  expect(prometheus).toHaveTextContent(
    'Last answer12 min ago · fresh for 5 min',
  );
  expect(prometheus).toHaveTextContent('31 of 1,440 runs, the last 4 in a row');
  expect(prometheus).toHaveTextContent('402,117 calls, 240 ms each');
  expect(prometheus).toHaveTextContent('212 of 250 services · 85 %');
});

it('hides no loss', async () => {
  show();
  const otlp = await card('OpenTelemetry');
  expect(otlp).toHaveTextContent(
    'Lost10,482 spans that waited too long for their parent',
  );
  expect(otlp).toHaveTextContent(
    'Lost3 batches refused while the buffer was full',
  );
});

it('has the recent runs as a strip, and the same as a table', async () => {
  show();
  const prometheus = within(await card('Prometheus'));
  expect(prometheus.getByText('15 of 20 runs ok')).toBeVisible();
  await userEvent.click(prometheus.getByText('15 of 20 runs ok'));
  expect(prometheus.getAllByRole('row')).toHaveLength(11);
});

it('asks a source now, and says how it went', async () => {
  const api = show();
  await userEvent.click(
    await screen.findByRole('button', {
      name: 'Refresh now: Software Catalog',
    }),
  );
  expect(
    await screen.findByText('Answered completely, after 240 ms.'),
  ).toBeVisible();
  expect(api.asked.map(({ what }) => what)).toContain('refresh');
});

it('is honest when asking now did not help', async () => {
  const api = harbour();
  api.refreshOutcome = 'failed';
  show(api);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Refresh now: Prometheus' }),
  );
  expect(
    await screen.findByText('It failed: It did not answer within 10 s'),
  ).toBeVisible();
});

it('does not let those ask who may not, and says why', async () => {
  show(harbour(), { denied: true });
  expect(
    await screen.findByText(/policy does not let you ask a source now/),
  ).toBeVisible();
  expect(
    screen.getByRole('button', { name: 'Refresh now: Prometheus' }),
  ).toBeDisabled();
});

it('learns from a 403 that one may not', async () => {
  const api = harbour();
  show(api);
  const button = await screen.findByRole('button', {
    name: 'Refresh now: Prometheus',
  });
  api.problem = 'forbidden';
  api.failing = ['refresh'];
  await userEvent.click(button);
  expect(
    await screen.findByText(/policy does not let you ask a source now/),
  ).toBeVisible();
  expect(button).toBeDisabled();
});

it('does not ask a source that is switched off', async () => {
  show();
  expect(
    await screen.findByRole('button', { name: 'Refresh now: PagerDuty' }),
  ).toBeDisabled();
});

it('offers to ask only those that are asked, and counts streams that ended', async () => {
  show();
  const cluster = within(await card('Kubernetes harbour-eu'));
  expect(cluster.queryByRole('button')).not.toBeInTheDocument();
  expect(cluster.getByText(/stream.* ended with a fault/)).toBeVisible();
  const spans = within(await card('OpenTelemetry'));
  expect(spans.queryByRole('button')).not.toBeInTheDocument();
});

it('puts the focus on the source that a link names', async () => {
  show(harbour(), { url: '/?source=pact' });
  expect(await card('Pact Broker')).toHaveFocus();
});

it('says which app-config adds the first source', async () => {
  show(harbour([]));
  expect(await screen.findByText('Nothing is watched yet')).toBeVisible();
  expect(screen.getByLabelText('Configuration to add')).toHaveTextContent(
    'sightline: sources: prometheus:',
  );
});

it.each(['unavailable', 'forbidden'] as const)(
  '%s is shown as what it is',
  async problem => {
    const api = harbour();
    api.problem = problem;
    show(api);
    expect(await screen.findByText(/: the sources$/)).toBeVisible();
  },
);

it('keeps places while it loads', async () => {
  const api = harbour();
  api.silent = true;
  show(api);
  expect(await screen.findByLabelText('Sources are loading')).toHaveAttribute(
    'aria-busy',
    'true',
  );
});
