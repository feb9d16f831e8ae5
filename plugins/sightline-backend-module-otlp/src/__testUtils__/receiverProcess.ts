import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import express from 'express';
import { createOtlpSource } from '../createOtlpSource';
import { readOtlpConfig } from '../readOtlpConfig';
import { createOtlpRouter } from '../receiving/createOtlpRouter';

/**
 * The whole receiver as a process that can be killed: prints its port, then
 * every report it was to keep, a line each.
 */
const main = async () => {
  const [folder] = process.argv.slice(2);
  const config = readOtlpConfig(
    new ConfigReader({
      sightline: {
        otlp: {
          folder,
          reportEvery: '20ms',
          pairing: { within: '60ms' },
        },
      },
    }),
  );
  const logger = { warn: () => {} } as unknown as LoggerService;
  const source = createOtlpSource({ config, logger });
  await source.open({
    // Printing is keeping: what is in the pipe survives this process.
    accept: report =>
      new Promise(resolve => {
        process.stdout.write(`${JSON.stringify(report.calls)}\n`, () =>
          resolve(),
        );
      }),
    lost: () => {},
    evidence: () => {
      throw new Error('reports of calls carry none');
    },
  });
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
    process.stdout.write(`${JSON.stringify({ port })}\n`);
  });
};

main();
