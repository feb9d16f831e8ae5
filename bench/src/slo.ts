import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, Sample } from './harness/load';
import { Asker, settle, signIn } from './harness/portalReader';
import { Figure, report } from './harness/report';
import { BenchServer, spawnServer } from './harness/spawnServer';
import { median, percentile } from './harness/statistics';
import { startFakePrometheus } from './slo/fakePrometheus';
import { fleetServiceName } from './worlds/fleetCatalog';
import { servicesWithCalls } from './worlds/fleetCalls';

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

/** What a service promises, how it stands, and whether it can be kept. */
const ofServices = (ask: Asker) => async (n: number) => {
  const name = fleetServiceName((n * 17) % servicesWithCalls);
  const answer = await ask(`/v1/services/default/${name}/objectives`);
  const { objectives, feasibility } = (await answer.json()) as {
    objectives: unknown[];
    feasibility: { verdict: string }[];
  };
  const isWhole = objectives.length === 2 && feasibility.length === 1;
  return answer.ok && isWhole && feasibility[0].verdict !== 'unknown';
};

/** Load in rounds, and what each answer cost the server. */
const loaded = async (
  server: BenchServer,
  ask: (n: number) => Promise<boolean>,
) => {
  const rounds: Sample[][] = [];
  const cpu = server.cpuMs();
  for (let round = 0; round < roundsOf; round++) {
    rounds.push(await load({ perSecond: 50, seconds: secondsOfRound, ask }));
  }
  const asked = rounds.flat().length;
  return {
    over: (share: number) =>
      median(rounds.map(samples => percentile(times(samples), share))),
    failed: rounds.flat().filter(({ ok }) => !ok).length,
    cpuMs: (server.cpuMs() - cpu) / asked,
  };
};

const times = (samples: Sample[]) => samples.map(({ ms }) => ms);

const measure = async (
  store: string,
  prometheus: string,
  env: Record<string, string>,
): Promise<Figure[]> => {
  const server = await spawnServer('fleetServer.ts', {
    ...env,
    BENCH_SERVICES: String(services),
    BENCH_PREFIX: `bench_slo_${process.pid}`,
    BENCH_DATA: mkdtempSync(join(tmpdir(), 'slo-')),
    BENCH_PROMETHEUS: prometheus,
  });
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
    const list = await loaded(server, pages(ask));
    const { of, states } = await statesOf(ask);
    const memory = server.memoryMb();
    await server.ask('calls');
    // What changed is told after some seconds, and all dossiers are written anew.
    await pause(8_000);
    await settle(server);
    const page = await loaded(server, ofServices(ask));
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
        figure: `page p99, one service, 50/s, ${store}`,
        value: page.over(0.99),
        unit: 'ms',
        bar: '< 25',
      },
      { figure: `page p50, ${store}`, value: page.over(0.5), unit: 'ms' },
      { figure: `page CPU, ${store}`, value: page.cpuMs, unit: 'ms' },
      {
        figure: `list p99, ${of} objectives, 50/s, ${store}`,
        value: list.over(0.99),
        unit: 'ms',
      },
      { figure: `list p50, ${store}`, value: list.over(0.5), unit: 'ms' },
      { figure: `list CPU, ${store}`, value: list.cpuMs, unit: 'ms' },
      {
        figure: `backend memory, heap limit 400 MB, ${store}`,
        value: memory,
        unit: 'MB',
      },
      {
        figure: `objectives that nobody could judge, ${store}`,
        value: states.unknown,
        unit: 'count',
        bar: '= 0',
      },
      {
        figure: `failed requests, ${store}`,
        value: list.failed + page.failed,
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
