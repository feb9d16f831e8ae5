import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

export type Replica = {
  pid: number;
  get(path: string): Promise<any>;
  kill(): Promise<void>;
};

export const spawnReplica = async (
  env: Record<string, string>,
): Promise<Replica> => {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'replica.ts'),
    ],
    {
      env: {
        ...process.env,
        ...env,
        NODE_ENV: 'development',
        NODE_OPTIONS: '',
        LOG_LEVEL: 'warn',
        REPLICA_PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const url = `http://127.0.0.1:${port}/api/sightline`;
  const get = async (path: string) => {
    const answer = await fetch(`${url}${path}`, {
      headers: { Authorization: 'Bearer replica-test-token' },
    });
    return answer.json();
  };
  await until('the replica is ready', async () => {
    assertRuns(child);
    const answer = await fetch(`${url}/v1/readiness`).catch(() => undefined);
    return answer?.status === 200;
  });
  return {
    pid: child.pid!,
    get,
    async kill() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    },
  };
};

/** Asks again until it holds; the limit only ends a test that would fail anyway. */
export const until = async (
  what: string,
  holds: () => Promise<boolean> | boolean,
) => {
  const limit = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > limit) {
      throw new Error(`a minute passed and still not: ${what}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
};

const assertRuns = (child: ChildProcess) => {
  if (child.exitCode !== null) {
    throw new Error(`the replica ended with ${child.exitCode}`);
  }
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};
