import fc from 'fast-check';
import { anyRequest } from '../__testUtils__/anyRequest';
import { SpanColumns } from '../engine/columns/SpanColumns';
import { StringTable } from '../engine/columns/StringTable';
import { decodeWithProtobufjs } from '../__testUtils__/otlpSchema';
import { spansOfColumns, spansOfRequest } from '../__testUtils__/plainSpans';
import {
  bytesField,
  Bytes,
  number,
  request,
  text,
} from '../__testUtils__/wire';
import { OtlpProtobufDecoder } from './OtlpProtobufDecoder';
import { UndecodableError } from './UndecodableError';

const columns = new SpanColumns(new StringTable());
const decoder = new OtlpProtobufDecoder(columns);

const decode = (body: Uint8Array) => {
  columns.clear();
  decoder.decode(body);
  return spansOfColumns(columns);
};

const faultOf = (body: Uint8Array) => {
  try {
    decode(body);
    return undefined;
  } catch (error) {
    return error as UndecodableError;
  }
};

const expectedOf = (body: Uint8Array) => {
  try {
    return spansOfRequest(decodeWithProtobufjs(body));
  } catch {
    return 'refused';
  }
};

describe('OtlpProtobufDecoder', () => {
  it('reads what protobufjs reads, whatever the order, unknown fields and repeated scalars', () => {
    fc.assert(
      fc.property(anyRequest, body => {
        expect(decode(body)).toEqual(
          spansOfRequest(decodeWithProtobufjs(body)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses every cut-off request that protobufjs refuses, and says where', () => {
    fc.assert(
      fc.property(
        anyRequest,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (body, share) => {
          const cut = body.subarray(0, Math.floor(body.length * share));
          const fault = faultOf(cut);
          const spans = fault ? 'refused' : spansOfColumns(columns);
          expect(spans).toEqual(expectedOf(cut));
          expect(fault?.offset ?? 0).toBeLessThanOrEqual(cut.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('throws nothing but its own error, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), body => {
        const fault = faultOf(body);
        expect([undefined, 'UndecodableError']).toContain(fault?.name);
      }),
      { numRuns: 2000 },
    );
  });

  const ids = [
    ...bytesField(1, Array(16).fill(7)),
    ...bytesField(2, Array(8).fill(9)),
  ];

  it('reads a sub-message in parts as one', () => {
    const service = bytesField(1, [
      ...text(1, 'service.name'),
      ...bytesField(2, text(1, 'orders')),
    ]);
    const space = bytesField(1, [
      ...text(1, 'service.namespace'),
      ...bytesField(2, text(1, 'shop')),
    ]);
    const spans = bytesField(
      2,
      bytesField(2, [
        ...ids,
        ...bytesField(15, text(2, 'why')),
        ...bytesField(15, number(3, 2)),
      ]),
    );
    const whole = bytesField(1, [
      ...bytesField(1, [...service, ...space]),
      ...spans,
    ]);
    const parts = bytesField(1, [
      ...bytesField(1, service),
      ...spans,
      ...bytesField(1, space),
    ]);
    const [span0] = decode(Uint8Array.from(parts));
    expect(decode(Uint8Array.from(whole))).toEqual([span0]);
    expect(span0).toMatchObject({
      status: 2,
      resource: { serviceName: 'orders', serviceNamespace: 'shop' },
    });
  });

  it.each([
    [
      'a key given twice',
      [
        ...text(1, 'x'),
        ...text(1, 'http.route'),
        ...bytesField(2, text(1, '/a')),
      ],
    ],
    [
      'a value given twice',
      [
        ...text(1, 'http.route'),
        ...bytesField(2, text(1, '/b')),
        ...bytesField(2, text(1, '/a')),
      ],
    ],
    [
      'a value before its key',
      [...bytesField(2, text(1, '/a')), ...text(1, 'http.route')],
    ],
    [
      'a value in parts',
      [
        ...text(1, 'http.route'),
        ...bytesField(2, text(1, '/a')),
        ...bytesField(2, []),
      ],
    ],
    [
      'a value of two kinds',
      [
        ...text(1, 'http.route'),
        ...bytesField(2, [...number(3, 5), ...text(1, '/a')]),
      ],
    ],
  ])('lets the last one win in %s', (_, attribute) => {
    const [span0] = decode(
      request('orders', [[...ids, ...bytesField(9, attribute)]]),
    );
    expect(span0.attributes).toEqual({ httpRoute: '/a' });
  });

  it('lets a value that is no text take nothing back, of whatever name', () => {
    const said = (name: string, value: Bytes) =>
      bytesField(9, [...text(1, name), ...bytesField(2, value)]);
    const list = bytesField(5, bytesField(1, text(1, 'process')));
    const [span0] = decode(
      request('orders', [
        [
          ...ids,
          ...said('messaging.operation.name', text(1, 'poll')),
          ...said('messaging.operation', text(1, 'receive')),
          ...said('messaging.operation', list),
        ],
      ]),
    );
    expect(span0.attributes).toEqual({ messagingOperation: 'receive' });
  });

  it.each([
    ['https://user@shop.example:8443/orders?id=7', 'shop.example'],
    ['http://[2001:db8::1]:80/', '[2001:db8::1]'],
    ['/orders', undefined],
    ['https://', undefined],
  ])('keeps of the URL %s the host alone', (url, host) => {
    const attribute = bytesField(9, [
      ...text(1, 'url.full'),
      ...bytesField(2, text(1, url)),
    ]);
    const [span0] = decode(request('orders', [[...ids, ...attribute]]));
    expect(span0.attributes).toEqual(host ? { host } : {});
  });

  it('counts spans without an id as rejected and keeps the others', () => {
    const zero = [
      ...bytesField(1, Array(16).fill(0)),
      ...bytesField(2, Array(8).fill(9)),
    ];
    const short = [
      ...bytesField(1, Array(15).fill(7)),
      ...bytesField(2, Array(8).fill(9)),
    ];
    const spans = decode(
      request('orders', [zero, ids, short, bytesField(1, Array(16).fill(7))]),
    );
    expect(spans.map(({ spanId }) => spanId)).toEqual(['0909090909090909']);
    expect(columns.rejected).toBe(3);
  });

  it('cuts a value of 5 MB and reads invalid UTF-8 as replacement characters', () => {
    const long = bytesField(9, [
      ...text(1, 'http.route'),
      ...bytesField(2, text(1, 'x'.repeat(5_000_000))),
    ]);
    const [span0] = decode(
      request('orders', [[...ids, ...bytesField(5, [0xff, 0x41]), ...long]]),
    );
    expect(span0.name).toBe('\ufffdA');
    expect(span0.attributes.httpRoute).toBe('x'.repeat(512));
  });

  it('passes over deeply nested values and refuses deeply nested groups', () => {
    let nested: Bytes = text(1, 'x');
    for (let depth = 0; depth < 1000; depth++)
      nested = bytesField(5, bytesField(1, nested));
    const deep = bytesField(9, [...text(1, 'x'), ...bytesField(2, nested)]);
    expect(decode(request('orders', [[...ids, ...deep]]))).toHaveLength(1);

    const groups = [...Array(10_000).fill(0x0b), ...Array(10_000).fill(0x0c)];
    expect(faultOf(Uint8Array.from(groups))?.message).toBe(
      'Groups are nested too deeply at byte 101',
    );
  });

  it.each([
    [[0x0a], 'The message ends within a number at byte 1'],
    [[0x0a, 5, 1], '5 bytes are announced, 1 are left at byte 1'],
    [[0x0f], 'There is no wire type 7 at byte 1'],
    [[0x02, 0], 'There is no such field at byte 0'],
    [[0x0c], 'A group ends that never began at byte 1'],
    [Array(11).fill(0xff), 'A number is longer than 64 bits at byte 0'],
  ])('says what is wrong with %j', (bytes, words0) => {
    expect(faultOf(Uint8Array.from(bytes))?.message).toBe(words0);
  });
});
