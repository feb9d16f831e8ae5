import { ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { report } from './harness/report';
import { median } from './harness/statistics';

// By path, as programs and not as modules: the clusters are fakes of the module's
// tests, and each process is measured by itself.
const programs = join(
  process.cwd(),
  'plugins/sightline-backend-module-kubernetes/src/__testUtils__/fleet',
);

/** Compiled beforehand: a compiler in the process takes more memory than what is measured. */
const start = (program: string, folder: string, args: string[] = []) => {
  const outfile = join(folder, `${program}.cjs`);
  buildSync({
    entryPoints: [join(programs, `${program}.ts`)],
    ...{ outfile, bundle: true, platform: 'node' },
  });
  return fork(outfile, args, { execArgv: [] });
};

const word = <T extends object>(
  child: ChildProcess,
  is: (said: T) => boolean,
): Promise<T> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null) =>
      reject(new Error(`It ended with ${code}`));
    const hear = (said: unknown) => {
      if (!is(said as T)) return;
      child.off('message', hear);
      child.off('exit', ended);
      resolve(said as T);
    };
    child.on('message', hear);
    child.once('exit', ended);
  });

type Fleet = { urls: string[]; token: string; workloads: number };
type Done = { done: number; lists: number };
type Heard = { heard: string; at: number };
type Took = { memory: number; calls: number };

const rounds = process.argv.includes('--full') ? 50 : 15;

const main = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'workloads-'));
  const clusters = start('main', folder);
  const children = [clusters];
  const order = async (what: 'change' | 'drop', nth = 0) => {
    const done = word<Done>(clusters, said => 'done' in said);
    clusters.send({ do: what, nth });
    return done;
  };
  try {
    const fleet = await word<Fleet>(clusters, said => 'urls' in said);
    const begin = performance.now();
    const watcher = start('watchFleet', folder, [fleet.token, ...fleet.urls]);
    children.push(watcher);
    await word<{ known: number }>(
      watcher,
      ({ known }) => known === fleet.workloads,
    );
    const first = performance.now() - begin;

    const seen = async (nth: number) => {
      const heard = word<Heard>(
        watcher,
        one => one.heard === `shop/web:${nth}`,
      );
      const { done, lists } = await order('change', nth);
      return { took: (await heard).at - done, lists };
    };
    const visible: number[] = [];
    for (let nth = 0; nth < rounds; nth += 1) {
      visible.push((await seen(nth)).took);
    }
    const { lists } = await order('drop');
    const afterDrop = await seen(rounds);
    watcher.send('what did it take?');
    const { memory } = await word<Took>(watcher, said => 'memory' in said);
    const world = '5,000 workloads, 60,000 pods, 3 clusters';
    report('workloads', [
      {
        figure: `memory of a process that watches ${world} and does nothing else, at its highest`,
        ...{ value: memory / 2 ** 20, unit: 'MB', bar: '< 250' },
      },
      {
        figure: 'visible: from a change to the report that tells it',
        ...{ value: median(visible), unit: 'ms', bar: '< 2,000' },
      },
      {
        figure: 'visible after all connections were dropped',
        ...{ value: afterDrop.took, unit: 'ms', bar: '< 2,000' },
      },
      {
        figure: 'lists read again after all connections were dropped',
        ...{ value: afterDrop.lists - lists, unit: 'lists', bar: '0' },
      },
      {
        figure: `first look at ${world}`,
        ...{ value: first, unit: 'ms' },
      },
    ]);
  } finally {
    children.forEach(child => child.disconnect());
    rmSync(folder, { recursive: true });
  }
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
