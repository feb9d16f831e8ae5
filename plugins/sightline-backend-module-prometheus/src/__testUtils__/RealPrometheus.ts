import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remoteWriteRequest, WrittenSeries } from './remoteWrite';

const binary = process.env.SIGHTLINE_PROMETHEUS ?? '/usr/bin/prometheus';

export const whyNoPrometheus: string | undefined = existsSync(binary)
  ? undefined
  : `there is no Prometheus at ${binary} (Debian: apt-get install prometheus)`;

export interface RealPrometheus {
  readonly url: string;
  /** of everything it keeps; its data are in `data` */
  readonly folder: string;
  /** samples of any age, in the order of their times */
  write(
    all: readonly WrittenSeries[],
    ended?: Parameters<typeof remoteWriteRequest>[1],
  ): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The real thing on a free port of 127.0.0.1, scraping nothing. What `fill` puts
 * into the folder of its data is there from the beginning.
 */
export const startRealPrometheus = async (
  fill?: (data: string, folder: string) => Promise<void>,
): Promise<RealPrometheus> => {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-prometheus-'));
  await fill?.(join(folder, 'data'), folder).catch(async problem => {
    await rm(folder, { recursive: true, force: true });
    throw problem;
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await writeFile(join(folder, 'prometheus.yml'), 'global: {}\n');
  const server = spawn(
    binary,
    [
      `--config.file=${join(folder, 'prometheus.yml')}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      '--storage.tsdb.retention.time=3650d',
      `--web.listen-address=127.0.0.1:${port}`,
      '--web.enable-remote-write-receiver',
      '--enable-feature=native-histograms',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>(resolve => {
    server.once('exit', () => resolve());
  });
  await untilReady(url, ended);
  return {
    url,
    folder,
    async write(all, endedSeries) {
      const response = await fetch(`${url}/api/v1/write`, {
        method: 'POST',
        headers: {
          'content-encoding': 'snappy',
          'content-type': 'application/x-protobuf',
        },
        body: new Uint8Array(remoteWriteRequest(all, endedSeries)),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async stop() {
      server.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

const freePort = async () => {
  const probe = createServer();
  await new Promise<void>(resolve => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise(resolve => probe.close(resolve));
  return port;
};

const untilReady = async (url: string, ended: Promise<void>) => {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  for (;;) {
    const answer = await fetch(`${url}/-/ready`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    if (isOver) throw new Error('Prometheus ended before it was ready');
    await new Promise(resolve => setTimeout(resolve, 20));
  }
};
