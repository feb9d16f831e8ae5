import { existsSync, readFileSync } from 'node:fs';
import { Advice } from '../Advice.ts';
import type { TownCommand } from '../arguments.ts';
import { installDependencies } from '../install/installDependencies.ts';
import type { Launch } from '../Launch.ts';
import { dataFolder } from '../start/dataFolder.ts';
import { senderTokenFile } from '../start/senderToken.ts';
import { hasTown, townCommand, townScript } from './townCommand.ts';

/** To our own portal, with its key; the key goes to nobody else. */
function toOurPortal(options: { root: string; port: number; rest: string[] }) {
  const { root, port, rest } = options;
  const data = dataFolder(root);
  const file = senderTokenFile(data);
  if (!existsSync(file)) {
    throw new Advice(
      'No portal was ever started from this checkout.',
      'Start it with `npm start`, or say where to send: npm run town -- --endpoint URL --token TOKEN',
    );
  }
  return {
    command: [...townCommand({ root, port, data }), ...rest],
    env: {
      TOWN_TOKEN: readFileSync(file, 'utf8').trim(),
      ...process.env,
    },
  };
}

/** Whether the town has nothing to tell our portal. */
export function isElsewhere(rest: readonly string[]): boolean {
  const says = (option: RegExp) => rest.some(arg => option.test(arg));
  const onlyWrites = says(/^--openmetrics\b/) && !says(/^--prometheus-port\b/);
  return onlyWrites || says(/^(--endpoint\b|--help$|-h$)/);
}

/** `npm run town`: a town of its own, or an incident for the one that lives with the portal. */
export async function town(
  { port, rest }: TownCommand,
  launch: Launch,
): Promise<number> {
  const { root, family } = launch;
  if (!hasTown(root)) {
    throw new Advice(
      'There is no town here: examples/town is gone.',
      'Get it back with: git checkout -- examples/town',
    );
  }
  await installDependencies(launch);
  const { command, env } = isElsewhere(rest)
    ? { command: [...townScript(root), ...rest], env: process.env }
    : toOurPortal({ root, port, rest });
  launch.upAndRunning();
  const child = family.spawn({ command, cwd: root, env, show: true });
  return (await child.ended).code ?? 1;
}
