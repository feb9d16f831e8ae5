import { setTimeout } from 'node:timers/promises';
import type { Family } from '../processes/Family.ts';
import { keepAlive, type Ended } from '../processes/keepAlive.ts';
import { townCommand } from './townCommand.ts';
import type { TownPorts } from './townPorts.ts';

/** Enough for every page to have something to show, and little to do for the machine. */
const BACKFILL = '15m';
const RATE = '0.2';

const REMEMBERED_LINES = 50;

export type TownOptions = {
  root: string;
  port: number;
  data: string;
  /** the portal was told that the town answers there */
  ports: TownPorts;
  /** lets the town in */
  token: string;
  /** what whoever asks its clusters has to show */
  kubernetesToken: string;
  /** what goes wrong a minute after the start */
  incidents: string[];
  log: string;
  family: Family;
  say: (line: string) => void;
};

/** Lets Harbour live beside the portal until all is stopped. What befalls the town never befalls the portal. */
export function startTown(options: TownOptions): void {
  const { family, say } = options;
  let lines: string[] = [];
  const begin = (life: number) => {
    lines = [];
    return family.spawn({
      command: [...townCommand(options), ...argumentsOf(options, life)],
      cwd: options.root,
      env: {
        ...process.env,
        TOWN_TOKEN: options.token,
        TOWN_KUBERNETES_TOKEN: options.kubernetesToken,
      },
      log: options.log,
      onLine: line => {
        lines.push(line);
        if (lines.length > REMEMBERED_LINES) lines.shift();
      },
      // It still has to tell the portal how its last visits ended.
      endsFirst: true,
    });
  };
  keepAlive({
    begin,
    onEnd: ended => {
      if (ended.failures === 1) say(explainEnd(ended, lines));
    },
    isOver: () => family.stopping,
    now: Date.now,
    wait: setTimeout,
  }).catch(error => say(`The town is not started again: ${error}`));
}

/** What is to go wrong is said once: the town remembers it when it comes again. */
export const argumentsOf = (
  { incidents, ports }: Pick<TownOptions, 'incidents' | 'ports'>,
  life: number,
): string[] => [
  ...['--backfill', BACKFILL, '--rate', RATE],
  ...Object.entries(ports).flatMap(([name, port]) => [
    ...[`--${name}-port`, String(port)],
  ]),
  ...(life === 0 ? incidents.flatMap(id => ['--incident', id]) : []),
];

export function explainEnd(
  { end: { code, signal }, pauseMs }: Ended,
  lines: string[],
): string {
  const how = signal ?? `exit code ${code}`;
  const complaint = lines.find(line => /^(✗|\w*Error\b)/.test(line));
  return [
    `The town ended by itself (${how})${complaint ? `: ${complaint}` : '.'}`,
    `It is started again in ${
      pauseMs / 1000
    } s, later each time; the portal goes on.`,
    'Its log: .local/logs/town.log',
  ].join('\n  ');
}
