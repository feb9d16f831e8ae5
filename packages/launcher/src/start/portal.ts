import { join } from 'node:path';
import type { Child, Family } from '../processes/Family.ts';
import { keepSenderToken } from './senderToken.ts';

export type PortalProcess = {
  name: string;
  /** arguments for Node */
  command: string[];
  cwd: string;
  env: Record<string, string>;
};

export type PortalOptions = {
  root: string;
  port: number;
  data: string;
  /** where the town will answer like Prometheus, if there is to be one */
  townPrometheus?: string;
};

/** What the portal consists of. Another process is another entry. */
export function portalProcesses(
  options: PortalOptions & { senderToken: string },
): PortalProcess[] {
  const { root, port, data, senderToken, townPrometheus } = options;
  const configs = [
    // What comes later wins, so the town stands back behind anybody's own servers.
    ...(townPrometheus ? ['app-config.town.yaml'] : []),
    'app-config.yaml',
    'app-config.senders.yaml',
  ];
  return [
    {
      name: 'backend',
      command: [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index.ts',
        ...configs.flatMap(file => ['--config', join(root, file)]),
      ],
      cwd: join(root, 'packages', 'backend'),
      env: {
        NODE_ENV: 'development',
        SIGHTLINE_PORT: String(port),
        SIGHTLINE_DATA: data,
        SIGHTLINE_SENDER_TOKEN: senderToken,
        ...(townPrometheus && { SIGHTLINE_TOWN_PROMETHEUS: townPrometheus }),
      },
    },
  ];
}

export type RunningProcess = { name: string; child: Child };

export type Portal = {
  url: string;
  /** lets those in who send traces */
  senderToken: string;
  processes: RunningProcess[];
};

export function startPortal(
  options: PortalOptions & {
    family: Family;
    log: string;
    onLine?: (line: string) => void;
  },
): Portal {
  const { family, log, onLine } = options;
  const senderToken = keepSenderToken(options.data);
  const processes = portalProcesses({ ...options, senderToken }).map(
    ({ name, command, cwd, env }) => ({
      name,
      child: family.spawn({
        command,
        cwd,
        env: { ...process.env, ...env },
        log,
        onLine,
      }),
    }),
  );
  const url = `http://localhost:${options.port}`;
  return { url, senderToken, processes };
}

/** Settles when the first of them ends, which none should do by itself. */
export async function firstToEnd(portal: Portal): Promise<string> {
  return Promise.race(
    portal.processes.map(async ({ name, child }) => {
      const { code, signal } = await child.ended;
      return `The ${name} ended by itself (${signal ?? `exit code ${code}`}).`;
    }),
  );
}
