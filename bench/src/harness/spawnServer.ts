import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Answer } from './answerQuestions';

/** A backend in a process of its own, so that it shares no event loop with its load. */
export type BenchServer = {
  url: string;
  memoryMb(): number;
  cpuMs(): number;
  /** what the server answers to with `answerQuestions` */
  ask<T>(name: string): Promise<T>;
  stop(): Promise<void>;
};

/** Kept on these cores where the system can do that. */
const pinnedTo = (cores: string) =>
  process.platform === 'linux' ? ['taskset', '-c', cores] : [];

/**
 * With gigabytes free, V8 lets garbage pile up long before it collects, and the
 * memory of a process says more about the machine than about the program.
 */
const heapLimit = '--max-old-space-size=400';

export const spawnServer = async (
  script: string,
  env: Record<string, string>,
  /** one, unless told otherwise; the load generator has the others */
  cores = '0',
): Promise<BenchServer> => {
  const port = await freePort();
  const [command, ...args] = [
    ...pinnedTo(cores),
    process.execPath,
    heapLimit,
    '--require',
    require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    join(process.cwd(), 'bench/src/servers', script),
  ];
  const child = spawn(command, args, {
    env: {
      ...process.env,
      ...env,
      BENCH_PORT: String(port),
      LOG_LEVEL: 'warn',
    },
    stdio: ['pipe', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/api/sightline/v1/readiness`, child);
  return {
    url,
    memoryMb: () => statusKb(child.pid!, 'VmRSS') / 1024,
    cpuMs: () => cpuTicks(child.pid!) * 10,
    ask: asking(child),
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
};

const asking = (child: ChildProcess) => {
  let id = 0;
  return <T>(name: string) =>
    new Promise<T>((resolve, reject) => {
      id += 1;
      const mine = id;
      const hear = (said: Answer) => {
        if (said.id !== mine) return;
        child.off('message', hear);
        if (said.problem) reject(new Error(said.problem));
        else resolve(said.answer as T);
      };
      child.on('message', hear);
      child.send({ id: mine, name });
    });
};

const answers = async (url: string, child: ChildProcess) => {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(
        `the server ended with ${child.exitCode} before it was ready`,
      );
    }
    const status = await fetch(url).then(
      response => response.status,
      () => 0,
    );
    if (status === 200) {
      return;
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error(`${url} was not ready after two minutes`);
};

const statusKb = (pid: number, key: string) =>
  Number(
    new RegExp(`${key}:\\s+(\\d+)`).exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    )?.[1] ?? 0,
  );

const cpuTicks = (pid: number) => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return Number(fields[11]) + Number(fields[12]);
};

const freePort = async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
};
