import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from '../Advice.ts';
import type { BenchCommand } from '../arguments.ts';
import { installDependencies } from '../install/installDependencies.ts';
import type { Launch } from '../Launch.ts';

function listBenches(root: string): string[] {
  const folder = join(root, 'bench', 'src');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter(file => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map(file => file.slice(0, -'.ts'.length))
    .sort();
}

/** `npm run bench -- NAME [--full]`; what follows the name is the benchmark's own business. */
export async function bench(
  command: BenchCommand,
  launch: Launch,
): Promise<number> {
  const { root, family, out } = launch;
  const names = listBenches(root);
  if (command.bench === undefined) {
    out.write('npm run bench -- NAME [--full], where NAME is one of:\n');
    for (const name of names) out.write(`  ${name}\n`);
    return 0;
  }
  if (!names.includes(command.bench)) {
    throw new Advice(
      `There is no benchmark called "${command.bench}".`,
      `There are: ${names.join(', ') || 'none yet'}.`,
    );
  }
  await installDependencies(launch);
  const run = family.spawn({
    command: [
      '--expose-gc',
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      `bench/src/${command.bench}.ts`,
      ...command.rest,
    ],
    cwd: root,
    show: true,
  });
  const { code } = await run.ended;
  return code ?? 1;
}
