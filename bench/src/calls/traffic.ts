import { gzipSync } from 'node:zlib';
import { createEdgePayloads } from './edgePayloads';
import { placesOfIds } from './placesOfIds';
import { createPayloads } from './payload';

export type TrafficName = 'shop' | 'edges';

export const spansOfARequest = 512;

const payloadsOf: Record<TrafficName, (begin: number) => Uint8Array[]> = {
  shop: begin =>
    createPayloads({ requests: 60, spansOfARequest, begin }).map(
      ({ body }) => body,
    ),
  edges: begin =>
    createEdgePayloads({ callsOfARequest: spansOfARequest / 2, begin }),
};

/**
 * Bodies without end, from a few that are made once: every time round, all ids
 * are others, and the same relation between them as before.
 */
export const createTraffic = (name: TrafficName) => {
  const payloads = payloadsOf[name](Date.now()).map(body => ({
    body,
    ids: placesOfIds(body),
  }));
  return (n: number): Uint8Array => {
    const { body, ids } = payloads[n % payloads.length];
    const round = Math.floor(n / payloads.length);
    const mask = Math.imul(round, 0x9e3779b1);
    const copy = Buffer.from(body);
    for (const at of ids) copy.writeInt32LE(copy.readInt32LE(at) ^ mask, at);
    // The quickest: packing is not what is measured, and needs the same machine.
    return gzipSync(copy, { level: 1 });
  };
};
