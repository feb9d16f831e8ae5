import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import { createOtlpSource } from '../createOtlpSource';
import { readOtlpConfig } from '../readOtlpConfig';
import { createOtlpRouter } from '../receiving/createOtlpRouter';
import { Said } from './ReceiverLives';

/**
 * The whole receiver as a process that can be killed: says its port, then every
 * report it was to keep and every line it logs.
 */
const main = async () => {
  const [settings] = process.argv.slice(2);
  const config = readOtlpConfig(
    new ConfigReader({ sightline: { otlp: JSON.parse(settings) } }),
  );
  // Saying is keeping: what is in the pipe survives this process.
  const say = (said: Said) =>
    new Promise<void>(resolve => {
      process.stdout.write(`${JSON.stringify(said)}\n`, () => resolve());
    });
  const log = (line: string) => say({ line });
  const logger = { info: log, warn: log };
  const source = createOtlpSource({ config, logger });
  const app = express().use(
    createOtlpRouter({
      ...config,
      logger,
      spans: source.spans,
      httpAuth: { credentials: async () => ({} as never) },
    }),
  );
  const server = createServer(app).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    say({ port });
  });
  process.on('message', () => {
    const { maxRSS } = process.resourceUsage();
    say({ memory: { now: process.memoryUsage.rss(), most: maxRSS * 1024 } });
  });
  // Whoever started this may be gone without having said so.
  process.on('disconnect', () => process.exit());
  process.on('SIGTERM', async () => {
    await source.close!();
    process.exit();
  });
  await source
    .open({
      accept: async ({ calls = [] }) => {
        for (const report of [calls].flat()) await say({ report });
      },
      lost: (cause, count) => say({ lost: { cause, count } }),
      evidence: () => {
        throw new Error('reports of calls carry none');
      },
    })
    .catch(({ message }) => say({ notOpened: message }));
};

main();
