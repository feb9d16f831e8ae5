import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Child, Family } from '../processes/Family.ts';

export type PortalProcess = {
  name: string;
  /** arguments for Node */
  command: string[];
  cwd: string;
  env: Record<string, string>;
};

export type PortalOptions = { root: string; port: number; data: string };

/** What runs while the portal runs. Another process is another entry. */
function portalProcesses(options: PortalOptions): PortalProcess[] {
  const { root, port, data } = options;
  return [
    {
      name: 'backend',
      command: [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        'src/index.ts',
        '--config',
        join(root, 'app-config.yaml'),
      ],
      cwd: join(root, 'packages', 'backend'),
      env: {
        NODE_ENV: 'development',
        SIGHTLINE_PORT: String(port),
        SIGHTLINE_DATA: data,
      },
    },
  ];
}

export type RunningProcess = { name: string; child: Child };

export type Portal = { url: string; processes: RunningProcess[] };

export function startPortal(
  options: PortalOptions & {
    family: Family;
    log: string;
    onLine?: (line: string) => void;
  },
): Portal {
  const { family, log, onLine } = options;
  mkdirSync(options.data, { recursive: true });
  const processes = portalProcesses(options).map(
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
  return { url: `http://localhost:${options.port}`, processes };
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
