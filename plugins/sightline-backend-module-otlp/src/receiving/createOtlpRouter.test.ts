import { gzipSync } from 'node:zlib';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import { gzip, json, protobuf } from '../__testUtils__/post';
import { createReceiver, Receiver } from '../__testUtils__/receivers';
import { requestOfSpans } from '../__testUtils__/spans';
import { field, ids, spanRequest } from '../__testUtils__/wire';

const jsonType = 'application/json; charset=utf-8';

describe('createOtlpRouter', () => {
  let receiver: Receiver;
  afterEach(() => receiver.close());

  it('takes JSON and protobuf, packed and not, and answers in kind', async () => {
    receiver = await createReceiver();
    expect(
      await receiver.send(requestOfSpans(0, 3), { 'content-type': jsonType }),
    ).toMatchObject({ status: 200, type: jsonType, bytes: Buffer.from('{}') });
    const packed = gzipSync(spanRequest(ids(5)));
    expect(await receiver.send(packed, { ...protobuf, ...gzip })).toMatchObject(
      {
        status: 200,
        type: 'application/x-protobuf',
        bytes: Buffer.alloc(0),
      },
    );
    expect((await receiver.send('', protobuf)).status).toBe(200);
    expect(receiver.log).toEqual([]);
    expect(await receiver.counted()).toBe(4);
  });

  it('reads types and encodings however they are written', async () => {
    receiver = await createReceiver();
    const answer = await receiver.send(gzipSync(requestOfSpans(0, 3)), {
      'content-type': 'Application/JSON',
      'content-encoding': 'GZIP',
    });
    expect(answer.status).toBe(200);
    expect(await receiver.counted()).toBe(3);
  });

  it('says how many spans it left out, and keeps the others', async () => {
    receiver = await createReceiver();
    const zero = Buffer.concat([
      field(1, Buffer.alloc(16)),
      field(2, Buffer.alloc(8)),
    ]);
    const answer = await receiver.send(spanRequest(ids(1), zero), protobuf);
    expect(answer.status).toBe(200);
    expect(answer.bytes.subarray(2, 4)).toEqual(Buffer.from([8, 1]));
    expect(answer.bytes.toString()).toContain('1 spans have no valid');
    const { bytes } = await receiver.send(
      JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [{}] }] }] }),
      json,
    );
    expect(JSON.parse(bytes.toString())).toEqual({
      partialSuccess: {
        rejectedSpans: '1',
        errorMessage: '1 spans have no valid trace id and span id',
      },
    });
  });

  it.each([
    ['protobuf', protobuf, Buffer.from([0x08, 3, 0x12])],
    ['JSON', json, Buffer.from('{"code":3,"message":"')],
  ])('says no with a google.rpc.Status in %s', async (_, headers, begin) => {
    receiver = await createReceiver();
    const answer = await receiver.send(Buffer.from([7, 7]), headers);
    expect(answer.status).toBe(400);
    expect(answer.bytes.subarray(0, begin.length)).toEqual(begin);
    expect(receiver.refused).toEqual([400]);
  });

  it('refuses what would take up a thousand times its size in memory', async () => {
    receiver = await createReceiver({ bodyAtMost: 2 ** 22 });
    const empty = field(1, Buffer.alloc(0));
    const body = gzipSync(Buffer.concat(Array(2 ** 20 + 1).fill(empty)));
    const answer = await receiver.send(body, { ...protobuf, ...gzip });
    expect(answer.status).toBe(413);
    expect(answer.bytes.toString()).toContain(
      'The body holds more than 1048576 resources: send it in smaller parts',
    );
    expect(receiver.refused).toEqual([413]);
  });

  it.each<[string, number, string, Record<string, string>]>([
    [
      'another compression',
      415,
      'not with zstd',
      { 'content-encoding': 'zstd' },
    ],
    [
      'another type',
      415,
      'application/x-protobuf or application/json',
      { 'content-type': 'text/plain' },
    ],
  ])('refuses %s with %d', async (_, status, words, headers) => {
    receiver = await createReceiver();
    const answer = await receiver.send('x', { ...protobuf, ...headers });
    expect(answer.status).toBe(status);
    expect(answer.bytes.toString()).toContain(words);
    expect(receiver.log).toEqual([expect.stringContaining(words)]);
  });

  it.each([
    ['nobody', 401, new AuthenticationError('who?'), null],
    ['a person', 403, new NotAllowedError('not you'), null],
    ['a token that cannot be checked', 503, new Error('no keys'), '5'],
  ])('refuses %s with %d', async (_, status, error, retryAfter) => {
    receiver = await createReceiver({
      httpAuth: {
        credentials: async () => {
          throw error;
        },
      },
    });
    const answer = await receiver.send('', protobuf);
    expect(answer).toMatchObject({ status, retryAfter });
    expect(receiver.log).toHaveLength(1);
  });

  it('is there for POST alone', async () => {
    receiver = await createReceiver();
    const url = `http://127.0.0.1:${receiver.port}/otlp/v1/traces`;
    const response = await fetch(url, { headers: json });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await response.json()).toMatchObject({ code: 12 });
  });
});
