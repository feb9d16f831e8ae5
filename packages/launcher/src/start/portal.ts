import { randomBytes } from 'node:crypto';
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
  /** where the town will answer, if there is to be one */
  town?: TownAddresses;
};

/** Addresses by what the town answers as. */
export type TownAddresses = Partial<Record<keyof typeof townSettings, string>>;

/** A file of its own for each, because Backstage does not start with an address left empty. */
const townSettings = {
  prometheus: {
    config: 'app-config.town.yaml',
    variable: 'SIGHTLINE_TOWN_PROMETHEUS',
  },
  pact: {
    config: 'app-config.town-pact.yaml',
    variable: 'SIGHTLINE_TOWN_PACT',
  },
  kubernetes: {
    config: 'app-config.town-kubernetes.yaml',
    variable: 'SIGHTLINE_TOWN_KUBERNETES',
  },
};

/** What the portal consists of. Another process is another entry. */
export function portalProcesses(
  options: PortalOptions & { senderToken: string; townToken: string },
): PortalProcess[] {
  const { root, port, data, senderToken, townToken, town = {} } = options;
  const told = Object.entries(townSettings).flatMap(([name, settings]) => {
    const address = town[name as keyof TownAddresses];
    return address === undefined ? [] : [{ ...settings, address }];
  });
  const configs = [
    // What comes later wins, so the town stands back behind anybody's own servers.
    ...told.map(({ config }) => config),
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
        ...(town.kubernetes && { SIGHTLINE_TOWN_TOKEN: townToken }),
        ...Object.fromEntries(
          told.map(({ variable, address }) => [variable, address]),
        ),
      },
    },
  ];
}

export type RunningProcess = { name: string; child: Child };

export type Portal = {
  url: string;
  /** lets those in who send traces */
  senderToken: string;
  /** lets the portal look at the town's clusters, for as long as both live */
  townToken: string;
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
  const townToken = randomBytes(32).toString('base64url');
  const tokens = { senderToken, townToken };
  const processes = portalProcesses({ ...options, ...tokens }).map(
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
  return { url, ...tokens, processes };
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
