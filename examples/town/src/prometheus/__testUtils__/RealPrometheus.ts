import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const binary = process.env.SIGHTLINE_PROMETHEUS ?? '/usr/bin/prometheus';
const promtool = join(binary, '..', 'promtool');

export const whyNoPrometheus: string | undefined =
  existsSync(binary) && existsSync(promtool)
    ? undefined
    : `there is no Prometheus at ${binary} (Debian: apt-get install prometheus)`;

export type RealPrometheus = { url: string; stop(): Promise<void> };

/** The real thing on a free port of 127.0.0.1, with the samples of this OpenMetrics text. */
export async function startRealPrometheus(
  texts: Iterable<string>,
): Promise<RealPrometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'town-prometheus-'));
  const [samples, data, config] = ['om.txt', 'data', 'prometheus.yml'].map(
    name => join(folder, name),
  );
  for (const text of texts) writeFileSync(samples, text, { flag: 'a' });
  writeFileSync(config, 'global: {}\n');
  execFileSync(
    promtool,
    ['tsdb', 'create-blocks-from', '--max-block-duration=744h'].concat(
      ...['openmetrics', samples, data],
    ),
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const server = spawn(
    binary,
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=3650d',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>(done => server.once('exit', () => done()));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, server);
  return {
    url,
    async stop() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as AddressInfo;
  await new Promise(done => probe.close(done));
  return port;
}

async function untilReady(url: string, server: { exitCode: number | null }) {
  for (;;) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error('Prometheus did not start');
    await setTimeout(50);
  }
}
