import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, Sample } from './harness/load';
import { Figure, report } from './harness/report';
import {
  Asker,
  dossiers,
  pages,
  settle,
  signIn,
  someRefs,
} from './harness/portalReader';
import { spawnServer } from './harness/spawnServer';
import { median, percentile } from './harness/statistics';

const full = process.argv.includes('--full');
const roundsOf = 5;
const secondsOfRound = full ? 10 : 3;

type Run = { took: number };

/** How long the mirror took to read the catalog the first time, and takes now. */
const sweeps = async (ask: Asker) => {
  const answer = await ask('/v1/sources');
  const { items } = (await answer.json()) as {
    items: { id: string; recentRuns: Run[] }[];
  };
  const runs = items
    .find(({ id }) => id === 'catalog')!
    .recentRuns.map(({ took }) => took);
  return { first: runs[runs.length - 1], now: median(runs.slice(0, -1)) };
};

const failures = (samples: Sample[]) => samples.filter(({ ok }) => !ok).length;
const times = (samples: Sample[]) => samples.map(({ ms }) => ms);

const measure = async (
  store: string,
  env: Record<string, string>,
): Promise<Figure[]> => {
  const servers = {
    large: await spawnServer('fleetServer.ts', {
      ...env,
      BENCH_SERVICES: '10000',
      BENCH_PREFIX: `bench_large_${process.pid}`,
      BENCH_DATA: mkdtempSync(join(tmpdir(), 'fleet-large-')),
    }),
    small: await spawnServer('fleetServer.ts', {
      ...env,
      BENCH_SERVICES: '100',
      BENCH_PREFIX: `bench_small_${process.pid}`,
      BENCH_DATA: mkdtempSync(join(tmpdir(), 'fleet-small-')),
    }),
  };
  try {
    const ask = {
      large: await signIn(servers.large),
      small: await signIn(servers.small),
    };
    const refs = await someRefs(ask.large);
    await settle(servers.large);
    await settle(servers.small);
    await load({ perSecond: 50, seconds: 2, ask: pages(ask.large) });
    await load({ perSecond: 50, seconds: 2, ask: pages(ask.small) });

    const rounds = {
      large: [] as Sample[][],
      small: [] as Sample[][],
      dossier: [] as Sample[][],
    };
    for (let round = 0; round < roundsOf; round++) {
      const beat = { perSecond: 100, seconds: secondsOfRound };
      rounds.large.push(await load({ ...beat, ask: pages(ask.large) }));
      rounds.small.push(await load({ ...beat, ask: pages(ask.small) }));
      rounds.dossier.push(
        await load({ ...beat, ask: dossiers(ask.large, refs) }),
      );
    }

    const over = (kind: keyof typeof rounds, share: number) =>
      median(rounds[kind].map(samples => percentile(times(samples), share)));
    const mirror = await sweeps(ask.large);
    const failed = failures(Object.values(rounds).flat(2));

    return [
      {
        figure: `page p99, 10,000 services, 100/s, ${store}`,
        value: over('large', 0.99),
        unit: 'ms',
        bar: '< 50',
      },
      {
        figure: `dossier p99, 10,000 services, 100/s, ${store}`,
        value: over('dossier', 0.99),
        unit: 'ms',
        bar: '< 25',
      },
      {
        figure: `page p50 10,000 to 100, ${store}`,
        value: over('large', 0.5) / over('small', 0.5),
        unit: 'ratio',
        bar: '< 2',
      },
      {
        figure: `page p50, 10,000 services, ${store}`,
        value: over('large', 0.5),
        unit: 'ms',
      },
      {
        figure: `page p50, 100 services, ${store}`,
        value: over('small', 0.5),
        unit: 'ms',
      },
      {
        figure: `backend memory, 10,000 services, heap limit 400 MB, ${store}`,
        value: servers.large.memoryMb(),
        unit: 'MB',
        bar: '< 600',
      },
      {
        figure: `mirror of 10,000 services, first, ${store}`,
        value: mirror.first,
        unit: 'ms',
        bar: '< 60000',
      },
      {
        figure: `mirror of 10,000 services, unchanged, ${store}`,
        value: mirror.now,
        unit: 'ms',
      },
      {
        figure: `failed requests, ${store}`,
        value: failed,
        unit: 'count',
        bar: '= 0',
      },
    ];
  } finally {
    await Promise.all(Object.values(servers).map(server => server.stop()));
  }
};

const main = async () => {
  const postgres = process.env.SIGHTLINE_TEST_POSTGRES;
  const figures = await measure('SQLite', {});
  if (postgres) {
    figures.push(
      ...(await measure('PostgreSQL', { BENCH_POSTGRES: postgres })),
    );
  } else {
    console.log(
      'PostgreSQL left out: set SIGHTLINE_TEST_POSTGRES to a connection string to measure it too',
    );
  }
  report('fleet', figures);
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
