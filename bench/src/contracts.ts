import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { report } from './harness/report';
import { median } from './harness/statistics';

// By path, as a program and not as a module: the broker is a fake of the module's
// tests, and each process is measured by itself.
const programs = join(
  process.cwd(),
  'plugins/sightline-backend-module-pact/src/__testUtils__',
);

type MirrorFigures = {
  requests: number;
  refresh: number;
  memory: number;
  grown: number;
  integrations: number;
  pacts: number;
};

/**
 * Compiled beforehand, as it is when it is published: a compiler in the process
 * takes more memory than what is measured.
 */
const compile = (program: string, folder: string) => {
  const outfile = join(folder, program.replace(/\W/g, '-'));
  buildSync({
    entryPoints: [join(programs, program)],
    ...{ outfile: `${outfile}.cjs`, bundle: true, platform: 'node' },
  });
  return `${outfile}.cjs`;
};

/** Without the compiler that this process runs with. */
const plain = { execArgv: [] };

const word = <T extends object>(child: ChildProcess, key: keyof T) =>
  new Promise<T>((resolve, reject) => {
    child.on('message', said => {
      if (key in (said as object)) resolve(said as T);
    });
    child.once('exit', code => reject(new Error(`It ended with ${code}`)));
  });

const mirrorOnce = async (program: string, url: string) => {
  const mirror = fork(program, [url], plain);
  const figures = await word<MirrorFigures>(mirror, 'requests');
  if (mirror.exitCode === null) await once(mirror, 'exit');
  if (figures.integrations !== 5000 || figures.pacts !== 10_000) {
    throw new Error(`The mirror is not whole: ${JSON.stringify(figures)}`);
  }
  return figures;
};

const rounds = process.argv.includes('--full') ? 15 : 5;

const main = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'contracts-'));
  const broker = fork(compile('fakeBroker/main.ts', folder), plain);
  const program = compile('mirrorOnce.ts', folder);
  try {
    const { url } = await word<{ url: string }>(broker, 'url');
    const all: MirrorFigures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      all.push(await mirrorOnce(program, url));
    }
    const of = (key: keyof MirrorFigures) => median(all.map(one => one[key]));
    const world = '1,000 pacticipants, 5,000 integrations, 10,000 pacts';
    report('contracts', [
      {
        figure: `requests to mirror ${world}, 10 environments`,
        ...{ value: of('requests'), unit: 'requests', bar: '≤ 120' },
      },
      {
        figure: `refresh of ${world}`,
        ...{ value: of('refresh'), unit: 'ms', bar: '< 20,000' },
      },
      {
        figure: 'memory of a process that does nothing else, at its highest',
        ...{ value: of('memory') / 2 ** 20, unit: 'MB', bar: '< 150' },
      },
      {
        figure: 'memory the mirror takes of it',
        ...{ value: of('grown') / 2 ** 20, unit: 'MB' },
      },
    ]);
  } finally {
    broker.disconnect();
    rmSync(folder, { recursive: true });
  }
};

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
