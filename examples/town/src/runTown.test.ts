import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { FakeClock } from './__testUtils__/FakeClock.ts';
import { MINUTE, NOON, truth } from './__testUtils__/harbour.ts';
import { decodeRequest, spansOf } from './__testUtils__/otlp.ts';
import { createOutbox } from './delivery/Outbox.ts';
import { createPostBatch } from './delivery/postBatch.ts';
import { createSender } from './delivery/Sender.ts';
import { seededRandom } from './engine/random.ts';
import { createTown } from './engine/Town.ts';
import { createTraffic } from './engine/traffic.ts';
import { runTown } from './runTown.ts';

/** A receiver that is overloaded now and then. */
function receiver() {
  const ids: string[] = [];
  const headers: unknown[] = [];
  let requests = 0;
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      headers.push(request.headers);
      if (requests++ % 5 === 1) {
        response.writeHead(503, { 'retry-after': '1' }).end();
        return;
      }
      const body = gunzipSync(Buffer.concat(chunks));
      for (const { span_id } of spansOf(decodeRequest(body))) ids.push(span_id);
      response.end();
    });
  });
  return { server, ids, headers };
}

const traffic = createTraffic({
  town: createTown(truth),
  seed: 'run',
  rate: 0.2,
  outages: [],
});

it('sends the past and the present over HTTP, each span once, and ends', async () => {
  const { server, ids, headers } = receiver();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const clock = new FakeClock(NOON);
  const sleep = clock.sleep.bind(clock);
  // The patience at the end is not for this clock: it would be over at once.
  clock.sleep = async (ms, signal) => {
    if (ms < 10_000) await sleep(ms, signal);
    else await new Promise(done => signal?.addEventListener('abort', done));
  };
  const sender = createSender({
    post: createPostBatch({
      endpoint: `http://127.0.0.1:${port}/v1/traces`,
      token: 'harbour',
    }),
    clock,
    random: () => 1,
    mostWaiting: 1_000_000,
  });
  await runTown({
    traffic,
    outbox: createOutbox({ random: seededRandom('x'), mishaps: {} }),
    sender,
    clock,
    startMicros: NOON,
    fromMicros: NOON - 2 * MINUTE,
    durationMs: 120_000,
    signal: new AbortController().signal,
  });
  server.closeAllConnections();
  await new Promise(done => server.close(done));

  // Waiting for Retry-After moves this clock on, so the last visit is not known beforehand.
  const unique = new Set(ids);
  const all = traffic(NOON - 2 * MINUTE, NOON + 2 * MINUTE);
  const wanted = all.map(({ spanId }) =>
    Buffer.from(spanId, 'hex').toString('base64'),
  );
  expect(wanted.filter(id => !unique.has(id))).toEqual([]);
  expect(unique.size).toBe(ids.length);
  expect(sender.tally()).toMatchObject({
    offered: ids.length,
    acknowledged: ids.length,
    lost: 0,
    waiting: 0,
  });
  expect(sender.tally().retries).toBeGreaterThan(0);
  expect(headers[0]).toMatchObject({
    'content-type': 'application/x-protobuf',
    'content-encoding': 'gzip',
    authorization: 'Bearer harbour',
  });
}, 60_000);
