import { gzipSync } from 'node:zlib';
import { createWorld } from './__testUtils__/pipelines';
import { gzip, json, protobuf } from './__testUtils__/post';
import { ReceiverLives } from './__testUtils__/ReceiverLives';
import { slowSender } from './__testUtils__/slowSender';
import { requestOfSpans, spanIdOf, traceIdOf } from './__testUtils__/spans';
import {
  attribute,
  field,
  ids,
  serviceSpans,
  spanRequest,
  time,
} from './__testUtils__/wire';

const mebibyte = 2 ** 20;

/** All that is bad at once takes up no more than this above a receiver that has just begun. */
const memoryAtMost = 640 * mebibyte;

const nested = (depth: number, around: (inner: Buffer) => Buffer) => {
  let bytes = Buffer.alloc(0);
  for (let level = 0; level < depth; level++) bytes = around(bytes);
  return bytes;
};
/** AnyValue { array_value { values: AnyValue { … } } } */
const deepList = nested(10_000, inner => field(5, field(1, inner)));
const deepGroups = Buffer.alloc(20_000, 0x0b).fill(0x0c, 10_000);
const brackets = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;

const year2262 = BigInt('9223372036854775807');
const zero = Buffer.concat([
  field(1, Buffer.alloc(16)),
  field(2, Buffer.alloc(8)),
]);
const span = (...parts: Buffer[]) => spanRequest(Buffer.concat(parts));

type Bad = {
  body: Buffer | string;
  headers?: Record<string, string>;
  status: number;
  /** in the answer, and where it is refused in the one line of the log */
  words?: string;
  /** spans in it that count */
  spans?: number;
};

const bad: Record<string, Bad> = {
  'a gzip bomb of a gibibyte': {
    body: gzipSync(Buffer.alloc(1024 * mebibyte), { level: 9 }),
    headers: gzip,
    status: 413,
    words: 'The body is larger than 67108864 bytes when unpacked',
  },
  'a body of more than 64 MiB': {
    body: Buffer.alloc(64 * mebibyte + 1),
    status: 413,
    words: 'The body is larger than 67108864 bytes',
  },
  'groups nested 10,000 deep': {
    body: deepGroups,
    status: 400,
    words: 'Groups are nested too deeply at byte 101',
  },
  'values nested 10,000 deep': {
    body: span(
      ids(1),
      field(
        9,
        Buffer.concat([
          field(1, Buffer.from('http.route')),
          field(2, deepList),
        ]),
      ),
    ),
    status: 200,
    spans: 1,
  },
  'JSON nested 10,000 deep': {
    body: `{"resourceSpans":${brackets}}`,
    headers: json,
    status: 200,
  },
  'JSON that is nested 10,000 deep and never closed': {
    body: '['.repeat(10_000),
    headers: json,
    status: 400,
    words: 'This is no JSON',
  },
  'JSON of nothing but lists, 20 million of them': {
    body: gzipSync(`{"resourceSpans":[${'[],'.repeat(20_000_000)}1]}`),
    headers: { ...json, ...gzip },
    status: 413,
    words: 'The body has more than 4194304 objects and lists',
  },
  'an attribute of 5 MB': {
    body: span(ids(2), attribute('http.route', Buffer.alloc(5_000_000, 65))),
    status: 200,
    spans: 1,
  },
  'a name of 5 MB': {
    body: span(ids(3), field(5, Buffer.alloc(5_000_000, 66))),
    status: 200,
    spans: 1,
  },
  'a negative duration': {
    body: span(ids(4), time(7, BigInt(2e18)), time(8, BigInt(1e18))),
    status: 200,
    spans: 1,
  },
  'the year 2262': {
    body: span(ids(5), time(7, year2262), time(8, year2262)),
    status: 200,
    spans: 1,
  },
  'a time after the last that there is': {
    body: span(
      ids(6),
      time(7, BigInt(0)),
      time(8, BigInt(2) ** BigInt(64) - BigInt(1)),
    ),
    status: 200,
    spans: 1,
  },
  'invalid UTF-8': {
    body: span(
      ids(7),
      field(5, Buffer.from([0xff, 0xfe, 0x80])),
      attribute('http.route', Buffer.from([0xc0, 0x00, 0xed, 0xa0])),
    ),
    status: 200,
    spans: 1,
  },
  'ids of zeros, beside one that is none': {
    body: spanRequest(zero, ids(8), zero),
    status: 200,
    words: '2 spans have no valid trace id and span id',
    spans: 1,
  },
  'JSON where protobuf is declared': {
    body: requestOfSpans(900_000, 1),
    status: 400,
    words: 'at byte',
  },
  'protobuf where JSON is declared': {
    body: span(ids(9)),
    headers: json,
    status: 400,
    words: 'This is no JSON',
  },
  'a request that breaks off': {
    body: span(ids(9)).subarray(0, 30),
    status: 400,
    words: 'bytes are announced',
  },
  'gzip that breaks off': {
    body: gzipSync(span(ids(9))).subarray(0, 30),
    headers: gzip,
    status: 400,
    words: 'unexpected end of file',
  },
  'what is no gzip': {
    body: Buffer.from('hello hello hello hello'),
    headers: gzip,
    status: 400,
    words: 'incorrect header check',
  },
};

describe('a receiver that is sent what is bad', () => {
  jest.setTimeout(120_000);

  let receiver: ReceiverLives;
  let atFirst: number;
  let sent = 0;
  let wanted = 0;
  beforeAll(async () => {
    receiver = new ReceiverLives({
      folder: createWorld().folder,
      body: { within: '500ms' },
    });
    await receiver.sendUntilSafe(requestOfSpans(0, 1));
    sent = wanted = 1;
    atFirst = (await receiver.memory()).now;
  });
  beforeEach(() => {
    receiver.log.splice(0);
  });
  afterAll(() => receiver.end());

  const sendGood = async (count: number) => {
    expect(await receiver.send(requestOfSpans(sent, count))).toBe(true);
    sent += count;
    wanted += count;
  };
  /** Neither more nor less: what is counted twice would have come before it. */
  const nothingIsLost = async () => {
    await sendGood(1);
    await receiver.until(() => receiver.keeper.calls >= wanted);
    expect(receiver.keeper.calls).toBe(wanted);
  };

  it.each(Object.entries(bad))(
    'answers %s, and goes on',
    async (_, { body, headers, status, words = '', spans = 0 }) => {
      await sendGood(3);
      const answer = await receiver.askUntilAnswered(body, {
        ...protobuf,
        ...headers,
      });
      wanted += spans;
      await nothingIsLost();
      expect(answer).toMatchObject({ status, retryAfter: null });
      expect(String(answer.bytes)).toContain(words);
      const says = (line: string) =>
        line.startsWith(`Traces refused (${status}): `) && line.includes(words);
      expect(receiver.log.map(says)).toEqual(status === 200 ? [] : [true]);
    },
  );

  it('answers a body that comes drop by drop, and goes on', async () => {
    const port = await receiver.opened;
    const sender = slowSender(port, { announced: 1000, first: 'abc' });
    const drops = setInterval(() => sender.write('d'), 50);
    expect(await sender.answer).toMatchObject({ status: 408 });
    await sender.closed;
    clearInterval(drops);
    await nothingIsLost();
    expect(receiver.log).toEqual([
      'Traces refused (408): The body took longer than 500 ms',
    ]);
  });

  it('gives up a body that is broken off, and goes on', async () => {
    const sender = slowSender(await receiver.opened, {
      announced: 1000,
      first: 'abc',
    });
    await sender.sent;
    sender.end();
    await receiver.until(() => receiver.log.length > 0);
    await nothingIsLost();
    expect(receiver.log).toEqual([
      'Traces refused (400): The body was broken off',
    ]);
  });

  it('counts a million services, and says that it does not tell them all apart', async () => {
    const services = 50_000;
    const sendServices = async (from: number, to: number) => {
      for (let first = from; first < to; first += services) {
        const body = gzipSync(requestOfServices(first, services), { level: 1 });
        const answer = await receiver.askUntilAnswered(body, {
          ...protobuf,
          ...gzip,
        });
        expect(answer).toMatchObject({ status: 200 });
        wanted += services;
      }
      await nothingIsLost();
      return receiver.memory();
    };
    const halfWay = await sendServices(0, 500_000);
    const atTheEnd = await sendServices(500_000, 1_000_000);
    expect(atTheEnd.now - halfWay.now).toBeLessThan(memoryAtMost / 4);

    expect(
      receiver.losses['names beyond the most nodes that are told apart'],
    ).toBeGreaterThan(0);
  });

  it('is no larger for it', async () => {
    const { most } = await receiver.memory();
    expect(most - atFirst).toBeLessThan(memoryAtMost);
  });
});

const requestOfServices = (first: number, count: number): Buffer =>
  Buffer.concat(
    Array.from({ length: count }, (_, n) => {
      const number = 1_000_000 + first + n;
      const root = Buffer.concat([
        field(1, Buffer.from(traceIdOf(number), 'hex')),
        field(2, Buffer.from(spanIdOf(number), 'hex')),
      ]);
      return field(1, serviceSpans(`service-${first + n}`, root));
    }),
  );
