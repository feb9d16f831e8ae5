import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { report } from './harness/report';
import { median, percentile } from './harness/statistics';

// By path, as a program and not as a module: it is measured in a process of its own.
const program = join(
  process.cwd(),
  'plugins/sightline-backend/src/features/services/lookup/__testUtils__/fleet/measureLookup.ts',
);

type Measured = {
  times: { q: string; took: number }[];
  built: number;
  grown: number;
  followed: number;
  waited: number;
};

const questions = process.argv.includes('--full') ? 20_000 : 2_000;
const rounds = 5;

const measure = (compiled: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(compiled, [`${questions}`], {
      execArgv: ['--expose-gc'],
    });
    child.once('message', said => resolve(said as Measured));
    child.once('exit', code => reject(new Error(`It ended with ${code}`)));
  });

const main = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lookup-'));
  const outfile = join(folder, 'measureLookup.cjs');
  try {
    buildSync({
      ...{ entryPoints: [program], outfile, bundle: true, platform: 'node' },
    });
    const all: Measured[] = [];
    for (let round = 0; round < rounds; round += 1) {
      all.push(await measure(outfile));
    }
    const of = (value: (one: Measured) => number) => median(all.map(value));
    const share = (part: number) =>
      of(({ times }) =>
        percentile(
          times.map(({ took }) => took),
          part,
        ),
      );
    const slowest = all
      .flatMap(({ times }) => times)
      .reduce((a, b) => (b.took > a.took ? b : a));
    const world = '10,000 services × 20 clues';
    report('lookup', [
      {
        figure: `lookup p99, ${world}, questions of every form, until there is text to send`,
        ...{ value: share(0.99), unit: 'ms', bar: '< 20' },
      },
      { figure: 'lookup p50', value: share(0.5), unit: 'ms' },
      {
        figure: `the slowest of all: ${slowest.q}`,
        ...{ value: slowest.took, unit: 'ms' },
      },
      {
        figure: `memory of the index beside the clues, ${world}`,
        ...{ value: of(({ grown }) => grown) / 2 ** 20, unit: 'MB' },
      },
      {
        figure: 'preparing all of it anew, in turns',
        ...{ value: of(({ built }) => built), unit: 'ms' },
      },
      {
        figure: 'longest that nobody else had a turn meanwhile',
        ...{ value: of(({ waited }) => waited), unit: 'ms' },
      },
      {
        figure: 'following a change of one service',
        ...{ value: of(({ followed }) => followed), unit: 'ms' },
      },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
