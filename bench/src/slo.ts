import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, Sample } from './harness/load';
import { Asker, settle, signIn } from './harness/portalReader';
import { Figure, report } from './harness/report';
import { BenchServer, spawnServer } from './harness/spawnServer';
import { median, percentile } from './harness/statistics';
import { startFakePrometheus } from './slo/fakePrometheus';

const full = process.argv.includes('--full');
const services = 10_000;
const roundsOf = 5;
const secondsOfRound = full ? 10 : 2;
const source = 'slo:prometheus:bench';

type Run = {
  startedAt: string;
  calls: number;
  outcome: string;
  notes: string[];
};

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

const answerTo = async <T>(ask: Asker, path: string): Promise<T> => {
  const answer = await ask(path);
  if (answer.ok) return (await answer.json()) as T;
  throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
};

const lastRun = async (ask: Asker): Promise<Run | undefined> => {
  const { items } = await answerTo<{
    items: { id: string; recentRuns: Run[] }[];
  }>(ask, '/v1/sources');
  return items.find(({ id }) => id === source)?.recentRuns[0];
};

type States = { of: number; states: Record<string, number> };

const statesOf = (ask: Asker) =>
  answerTo<States>(ask, '/v1/objectives?limit=1');

/** Until every objective is there: the fleet was mirrored, and its tiers read. */
const allStated = async (ask: Asker) => {
  for (let tries = 0; tries < 240; tries++) {
    if ((await statesOf(ask)).of >= services * 2) return;
    await pause(500);
  }
  throw new Error('the objectives of the fleet did not come into force');
};

/** One refresh: everything asked, judged and written. */
const refresh = async (server: BenchServer, ask: Asker) => {
  const before = await lastRun(ask);
  const cpu = server.cpuMs();
  await ask(`/v1/sources/${encodeURIComponent(source)}/refresh`, 'POST');
  for (let tries = 0; tries < 300; tries++) {
    const run = await lastRun(ask);
    if (run && run.startedAt !== before?.startedAt) {
      return { run, cpuMs: server.cpuMs() - cpu };
    }
    await pause(1_000);
  }
  throw new Error('the refresh did not end');
};

/** Filters and sorts as people combine them, none of them twice in a row. */
const questions = [
  '',
  'state=page,ticket',
  'owner=group:default/team-3',
  'tier=T0&indicator=availability',
  'sort=budget',
  'q=ledger',
  'state=met&sort=burn&order=desc',
  'sort=service',
];

const pages = (ask: Asker) => async (n: number) => {
  const answer = await ask(
    `/v1/objectives?limit=50&${questions[n % questions.length]}`,
  );
  const { items } = (await answer.json()) as { items: unknown[] };
  return answer.ok && items.length > 0;
};

const times = (samples: Sample[]) => samples.map(({ ms }) => ms);

const measure = async (
  store: string,
  prometheus: string,
  env: Record<string, string>,
): Promise<Figure[]> => {
  const server = await spawnServer(
    'fleetServer.ts',
    {
      ...env,
      BENCH_SERVICES: String(services),
      BENCH_PREFIX: `bench_slo_${process.pid}`,
      BENCH_DATA: mkdtempSync(join(tmpdir(), 'slo-')),
      BENCH_PROMETHEUS: prometheus,
    },
    { heap: 600 },
  );
  try {
    const ask = await signIn(server);
    await allStated(ask);
    await settle(server);
    await refresh(server, ask);
    await settle(server);

    const refreshes = [];
    for (let round = 0; round < roundsOf; round++) {
      refreshes.push(await refresh(server, ask));
      await settle(server);
    }
    const loads: Sample[][] = [];
    for (let round = 0; round < roundsOf; round++) {
      const beat = { perSecond: 50, seconds: secondsOfRound };
      loads.push(await load({ ...beat, ask: pages(ask) }));
    }
    const { of, states } = await statesOf(ask);
    const over = (share: number) =>
      median(loads.map(samples => percentile(times(samples), share)));
    return [
      {
        figure: `queries for a refresh of 10,000 services, ${store}`,
        value: Math.max(...refreshes.map(({ run }) => run.calls)),
        unit: 'count',
        bar: '<= 40',
      },
      {
        figure: `refresh CPU, ${of} objectives, ${store}`,
        value: median(refreshes.map(({ cpuMs }) => cpuMs)),
        unit: 'ms',
        bar: '< 3000',
      },
      {
        figure: `page p99, ${of} objectives, 50/s, ${store}`,
        value: over(0.99),
        unit: 'ms',
        bar: '< 25',
      },
      {
        figure: `backend memory, heap limit 600 MB, ${store}`,
        value: server.memoryMb(),
        unit: 'MB',
      },
      { figure: `page p50, ${store}`, value: over(0.5), unit: 'ms' },
      {
        figure: `objectives that nobody could judge, ${store}`,
        value: states.unknown,
        unit: 'count',
        bar: '= 0',
      },
      {
        figure: `failed requests, ${store}`,
        value: loads.flat().filter(({ ok }) => !ok).length,
        unit: 'count',
        bar: '= 0',
      },
    ];
  } finally {
    await server.stop();
  }
};

const main = async () => {
  const prometheus = await startFakePrometheus(services);
  const postgres = process.env.SIGHTLINE_TEST_POSTGRES;
  try {
    const figures = await measure('SQLite', prometheus.url, {});
    if (postgres && full) {
      const env = { BENCH_POSTGRES: postgres };
      figures.push(...(await measure('PostgreSQL', prometheus.url, env)));
    }
    report('slo', figures);
  } finally {
    await prometheus.stop();
  }
};

main().catch(error => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exitCode = 1;
});
