import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import express from 'express';
import { joined } from '../keeping/ReceivedBody';
import {
  createOtlpRouter,
  OtlpRouterOptions,
} from '../receiving/createOtlpRouter';
import { createWorld } from './pipelines';
import { post } from './post';

const kibibyte = 1024;
const later = 60_000;

/** The router over real HTTP, before a pipeline in this process; bodies of 64 KiB at most unless the test says otherwise. */
export const createReceiver = async (
  options: Partial<OtlpRouterOptions> = {},
) => {
  const { bodyAtMost = 64 * kibibyte } = options;
  const world = createWorld({ bodyAtMost });
  const pipeline = await world.live();
  const log: string[] = [];
  const refused: number[] = [];
  const app = express().use(
    createOtlpRouter({
      httpAuth: { credentials: async () => ({} as never) },
      logger: { warn: words => log.push(words) },
      spans: {
        whyNot: undefined,
        bytesUnderWay: 0,
        take: body => pipeline.take(joined(body)),
        refused: status => refused.push(status),
      },
      bodyAtMost,
      underWayAtMost: 128 * kibibyte,
      bodyWithin: 10_000,
      ...options,
    }),
  );
  const server: Server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    /** lines that were logged */
    log,
    /** statuses of requests that were counted as lost */
    refused,
    port,
    send: (body: BodyInit | Buffer, headers: Record<string, string>) =>
      post(port, body, headers),
    /** calls that are counted by now */
    counted: async () => {
      world.now += later;
      await pipeline.advance();
      return world.keeper.calls;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await pipeline.close();
    },
  };
};

export type Receiver = Awaited<ReturnType<typeof createReceiver>>;
