import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Advice } from './Advice.ts';
import { readCommand, type Command } from './arguments.ts';
import { bench } from './bench/bench.ts';
import { check, test } from './checks/checks.ts';
import { stepNames } from './checks/Step.ts';
import type { Launch } from './Launch.ts';
import { watchAncestors } from './processes/ancestors.ts';
import { createFamily } from './processes/Family.ts';
import { stopOnSignal } from './processes/stopOnSignal.ts';
import { start } from './start/start.ts';
import { town } from './town/town.ts';
import { usage } from './usage.ts';

/** Does what was asked and answers the exit code. */
async function run(command: Command, launch: Launch): Promise<number> {
  switch (command.command) {
    case 'help':
      launch.out.write(usage);
      return 0;
    case 'start':
      return start(command, launch);
    case 'town':
      return town(command, launch);
    case 'test':
      return test(command, launch);
    case 'check':
      return check(launch);
    default:
      return bench(command, launch);
  }
}

function reportFailure(error: unknown) {
  if (error instanceof Advice) {
    process.stderr.write(`\n✗ ${error.message}\n  ${error.wayOut}\n`);
  } else {
    const text = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`\n✗ The launcher itself failed: ${text}\n`);
  }
}

export async function main(options: {
  root: string;
  yarn: string;
  npm: string[] | undefined;
  argv: string[];
}): Promise<void> {
  const { root, yarn, npm, argv } = options;
  const hopped = Boolean(process.env.SIGHTLINE_HOPPED);
  delete process.env.SIGHTLINE_HOPPED;
  process.chdir(root);
  // One Node for all that we start, whatever else is in PATH.
  process.env.PATH = `${join(process.execPath, '..')}:${process.env.PATH}`;
  // Tools that unpack themselves into a cache do it here, not in somebody's home.
  process.env.XDG_CACHE_HOME = join(root, '.local', 'cache');

  const family = createFamily({ root });
  let exitCodeOfStop = 130;
  const signals = stopOnSignal({
    family,
    exitCode: () => exitCodeOfStop,
    say: text => process.stdout.write(`${text}\n`),
  });
  watchAncestors({
    hopped,
    onGone: () => signals.stop('Whoever started this is gone: stopping.'),
  });
  // A reader that went away (`npm start | head`) is no reason to die before the children.
  process.stdout.on('error', () => signals.stop());
  process.stderr.on('error', () => {});

  let exitCode = 1;
  try {
    const command = readCommand({ argv, env: process.env, steps: stepNames });
    mkdirSync(join(root, '.local', 'logs'), { recursive: true });
    exitCode = await run(command, {
      root,
      yarn,
      npm,
      family,
      out: process.stdout,
      upAndRunning: () => (exitCodeOfStop = 0),
    });
  } catch (error) {
    if (!family.stopping) reportFailure(error);
  }
  // While a signal is being obeyed, that path ends the process.
  if (family.stopping) return;
  await family.stopAll();
  process.exit(exitCode);
}
