import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import express from 'express';
import { createWorld } from '../__testUtils__/pipelines';
import { requestOfSpans } from '../__testUtils__/spans';
import { createOtlpRouter, OtlpRouterOptions } from './createOtlpRouter';

const kibibyte = 1024;
const later = 60_000;

const protobuf = 'application/x-protobuf';
const field = (number: number, content: Buffer) => {
  const length: number[] = [];
  for (let rest = content.length; ; rest = Math.floor(rest / 128)) {
    length.push((rest % 128) + (rest > 127 ? 128 : 0));
    if (rest < 128) break;
  }
  return Buffer.concat([Buffer.from([number * 8 + 2, ...length]), content]);
};
const ids = (trace: number) =>
  Buffer.concat([
    field(1, Buffer.alloc(16, trace)),
    field(2, Buffer.alloc(8, 9)),
  ]);
const spanRequest = (...spans: Buffer[]) =>
  field(1, field(2, Buffer.concat(spans.map(span => field(2, span)))));

const createReceiver = async (options: Partial<OtlpRouterOptions> = {}) => {
  const world = createWorld({ bodyAtMost: 64 * kibibyte });
  const pipeline = await world.live();
  const log: string[] = [];
  const app = express().use(
    createOtlpRouter({
      httpAuth: { credentials: async () => ({} as never) },
      logger: { warn: words => log.push(words) },
      spans: {
        canTake: true,
        bytesUnderWay: 0,
        take: body => pipeline.take(body),
      },
      bodyAtMost: 64 * kibibyte,
      underWayAtMost: 128 * kibibyte,
      bodyWithin: 10_000,
      ...options,
    }),
  );
  const server: Server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    world,
    log,
    port,
    send: async (body: BodyInit | Buffer, headers: Record<string, string>) => {
      const response = await fetch(`http://127.0.0.1:${port}/otlp/v1/traces`, {
        method: 'POST',
        body: body as BodyInit,
        headers,
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        retryAfter: response.headers.get('retry-after'),
        bytes,
      };
    },
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

type Receiver = Awaited<ReturnType<typeof createReceiver>>;

describe('createOtlpRouter', () => {
  let receiver: Receiver;
  afterEach(() => receiver.close());

  it('takes JSON and protobuf, packed and not, and answers in kind', async () => {
    receiver = await createReceiver();
    const json = requestOfSpans(0, 3);
    expect(
      await receiver.send(json, {
        'content-type': 'application/json; charset=utf-8',
      }),
    ).toMatchObject({ status: 200, bytes: Buffer.from('{}') });
    expect(
      await receiver.send(gzipSync(spanRequest(ids(5))), {
        'content-type': protobuf,
        'content-encoding': 'gzip',
      }),
    ).toMatchObject({ status: 200, type: protobuf, bytes: Buffer.alloc(0) });
    expect(await receiver.send('', { 'content-type': protobuf })).toMatchObject(
      {
        status: 200,
      },
    );
    expect(receiver.log).toEqual([]);
    expect(await receiver.counted()).toBe(3);
  });

  it('says how many spans it left out, and keeps the others', async () => {
    receiver = await createReceiver();
    const zero = Buffer.concat([
      field(1, Buffer.alloc(16)),
      field(2, Buffer.alloc(8)),
    ]);
    const answer = await receiver.send(spanRequest(ids(1), zero), {
      'content-type': protobuf,
    });
    expect(answer.status).toBe(200);
    expect(answer.bytes.subarray(2, 4)).toEqual(Buffer.from([8, 1]));
    expect(answer.bytes.toString()).toContain('1 spans have no valid');
    const { bytes } = await receiver.send(
      JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{}] }] }] }),
      { 'content-type': 'application/json' },
    );
    expect(JSON.parse(bytes.toString())).toEqual({
      partialSuccess: {
        rejectedSpans: '1',
        errorMessage: '1 spans have no valid trace id and span id',
      },
    });
  });

  const bomb = gzipSync(Buffer.alloc(50 * 2 ** 20));
  const deepGroups = Buffer.alloc(20_000, 0x0b).fill(0x0c, 10_000);
  const services = (count: number) =>
    JSON.stringify({
      resourceSpans: Array.from({ length: count }, (_, n) => ({
        resource: {
          attributes: [
            { key: 'service.name', value: { stringValue: `s${n}` } },
          ],
        },
        scopeSpans: [],
      })),
    });

  it.each<[string, number, string, string | Buffer, Record<string, string>]>([
    [
      'a gzip bomb',
      413,
      'larger than 65536 bytes when unpacked',
      bomb,
      { 'content-encoding': 'gzip' },
    ],
    [
      'a body that is too large',
      413,
      'larger than 65536 bytes',
      Buffer.alloc(70_000),
      {},
    ],
    [
      'an attribute of 5 MB',
      413,
      'larger than 65536 bytes',
      field(1, Buffer.alloc(5_000_000, 65)),
      {},
    ],
    [
      '10,000 nested groups',
      400,
      'Groups are nested too deeply at byte 101',
      deepGroups,
      {},
    ],
    [
      'JSON where protobuf is declared',
      400,
      'at byte',
      requestOfSpans(0, 1),
      {},
    ],
    [
      'protobuf where JSON is declared',
      400,
      'This is no JSON',
      spanRequest(ids(1)),
      { 'content-type': 'application/json' },
    ],
    [
      'a request that breaks off',
      400,
      'bytes are announced',
      spanRequest(ids(1)).subarray(0, 20),
      {},
    ],
    [
      'what is not gzip',
      400,
      'incorrect header check',
      Buffer.from('hello hello hello hello'),
      { 'content-encoding': 'gzip' },
    ],
    [
      'another compression',
      415,
      'not with zstd',
      Buffer.alloc(3),
      { 'content-encoding': 'zstd' },
    ],
    [
      'another type',
      415,
      'application/x-protobuf or application/json',
      'x',
      { 'content-type': 'text/plain' },
    ],
  ])(
    'refuses %s with %d and one line',
    async (_, status, words, body, headers) => {
      receiver = await createReceiver();
      const answer = await receiver.send(body, {
        'content-type': protobuf,
        ...headers,
      });
      expect(answer.status).toBe(status);
      expect(answer.bytes.toString()).toContain(words);
      expect(receiver.log).toEqual([expect.stringContaining(words)]);
      expect(await receiver.counted()).toBe(0);
    },
  );

  it.each<[string, Buffer | string, Record<string, string>]>([
    [
      'invalid UTF-8',
      spanRequest(Buffer.concat([ids(1), field(5, Buffer.from([0xff, 0xfe]))])),
      {},
    ],
    [
      'the year 2262',
      spanRequest(
        Buffer.concat([
          ids(1),
          Buffer.from([0x39, ...Array(7).fill(0xff), 0x7f]),
        ]),
      ),
      {},
    ],
    [
      'a negative duration',
      spanRequest(
        Buffer.concat([
          ids(1),
          Buffer.from([0x39, 9, 9, 9, 9, 9, 9, 9, 9]),
          Buffer.from([0x41, 1, 0, 0, 0, 0, 0, 0, 0]),
        ]),
      ),
      {},
    ],
    [
      '10,000 nested brackets',
      `{"x":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      { 'content-type': 'application/json' },
    ],
    [
      'services that are nothing but a name',
      services(500),
      { 'content-type': 'application/json' },
    ],
  ])('takes %s without a word', async (_, body, headers) => {
    receiver = await createReceiver();
    const answer = await receiver.send(body, {
      'content-type': protobuf,
      ...headers,
    });
    expect(answer.status).toBe(200);
    expect(receiver.log).toEqual([]);
  });

  it.each([
    ['nobody', 401, new AuthenticationError('who?')],
    ['a person', 403, new NotAllowedError('not you')],
  ])('refuses %s with %d', async (_, status, error) => {
    receiver = await createReceiver({
      httpAuth: {
        credentials: async () => {
          throw error;
        },
      },
    });
    const answer = await receiver.send('', { 'content-type': protobuf });
    expect(answer.status).toBe(status);
    expect(receiver.log).toHaveLength(1);
  });

  it.each([
    ['not ready', 503, { canTake: false, bytesUnderWay: 0 }],
    ['busy', 429, { canTake: true, bytesUnderWay: 10 ** 9 }],
  ])(
    'asks senders to wait, before reading, when it is %s',
    async (_, status, spans) => {
      receiver = await createReceiver({
        spans: {
          ...spans,
          take: async () => {
            throw new Error('never asked');
          },
        },
      });
      const answer = await receiver.send(requestOfSpans(0, 1), {
        'content-type': 'application/json',
      });
      expect(answer).toMatchObject({ status, retryAfter: '5' });
      expect(JSON.parse(answer.bytes.toString()).message).not.toBe('');
    },
  );

  const head = `POST /otlp/v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: ${protobuf}\r\nContent-Length: 1000\r\n\r\n`;

  it('does not wait for a body that comes drop by drop', async () => {
    receiver = await createReceiver({ bodyWithin: 50 });
    const socket = connect(receiver.port, '127.0.0.1');
    socket.write(`${head}abc`);
    const [answer] = await once(socket, 'data');
    expect(answer.toString()).toContain('HTTP/1.1 408');
    expect(receiver.log).toEqual([
      expect.stringContaining('took longer than 50 ms'),
    ]);
    socket.destroy();
  });

  it('gives up a body that is broken off', async () => {
    let heard: () => void = () => {};
    const said = new Promise<void>(resolve => {
      heard = resolve;
    });
    const log: string[] = [];
    receiver = await createReceiver({
      logger: {
        warn: words => {
          log.push(words);
          heard();
        },
      },
    });
    const socket = connect(receiver.port, '127.0.0.1');
    socket.write(`${head}abc`, () => socket.destroy());
    await said;
    expect(log).toEqual(['Traces refused (400): The body was broken off']);
    expect(await receiver.counted()).toBe(0);
  });
});
