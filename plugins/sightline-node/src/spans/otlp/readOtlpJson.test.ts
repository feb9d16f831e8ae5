import fc from 'fast-check';
import { anyRequest } from '../__testUtils__/anyRequest';
import { asOtlpJson } from '../__testUtils__/asOtlpJson';
import { decodeWithProtobufjs } from '../__testUtils__/otlpSchema';
import { PlainSpan, spansOfColumns } from '../__testUtils__/plainSpans';
import { SpanColumns } from '../engine/columns/SpanColumns';
import { StringTable } from '../engine/columns/StringTable';
import { OtlpProtobufDecoder } from './OtlpProtobufDecoder';
import { readOtlpJson } from './readOtlpJson';

const columns = new SpanColumns(new StringTable());
const decoder = new OtlpProtobufDecoder(columns);

const read = (body: unknown): PlainSpan[] => {
  columns.clear();
  readOtlpJson(typeof body === 'string' ? body : JSON.stringify(body), columns);
  return spansOfColumns(columns);
};

const span = {
  traceId: '5B8EFFF798038103D269B633813FC60C',
  spanId: 'eee19b7ec3c1b174',
  name: 'POST /orders',
  kind: 2,
  startTimeUnixNano: '1544712660000000001',
  endTimeUnixNano: '1544712661000000002',
};
const plain: PlainSpan = {
  ...{
    traceId: '5b8efff798038103d269b633813fc60c',
    spanId: 'eee19b7ec3c1b174',
  },
  ...{ parentId: '0000000000000000', name: 'POST /orders', kind: 2, status: 0 },
  ...{ flags: 0, start: '1544712660000000001', end: '1544712661000000002' },
  ...{ weight: 0, links: [], attributes: {}, resource: {} },
};
const around = (...spans: unknown[]) => ({
  resourceSpans: [{ scopeSpans: [{ spans }] }],
});

describe('readOtlpJson', () => {
  it('reads from JSON what the protobuf decoder reads from bytes', () => {
    fc.assert(
      fc.property(anyRequest, body => {
        columns.clear();
        decoder.decode(body);
        const expected = spansOfColumns(columns);
        const json = asOtlpJson(decodeWithProtobufjs(body));
        expect(read(json)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['ids in capitals', span],
    [
      'ids in base64',
      { ...span, traceId: 'W47/95gDgQPSabYzgT/GDA==', spanId: '7uGbfsPBsXQ=' },
    ],
    ['an empty parent', { ...span, parentSpanId: '' }],
    [
      'an enum by its name',
      {
        ...span,
        kind: 'SPAN_KIND_SERVER',
        status: { code: 'STATUS_CODE_UNSET' },
      },
    ],
    ['an enum as text', { ...span, kind: '2' }],
    ['keys nobody knows', { ...span, colour: { nested: [1, [2]] } }],
    [
      'attributes that are none',
      {
        ...span,
        attributes: [
          null,
          5,
          { key: 'http.route' },
          { key: 'http.route', value: null },
        ],
      },
    ],
    [
      'nulls',
      {
        ...span,
        links: null,
        status: null,
        attributes: null,
        traceState: null,
      },
    ],
  ])('takes %s', (_, variant) => {
    expect(read(around(variant))).toEqual([plain]);
  });

  it('takes snake_case, batches, instrumentation libraries and a byte order mark', () => {
    const snake = {
      trace_id: span.traceId,
      span_id: span.spanId,
      name: span.name,
      kind: 2,
      start_time_unix_nano: span.startTimeUnixNano,
      end_time_unix_nano: span.endTimeUnixNano,
    };
    const body = {
      batches: [{ instrumentationLibrarySpans: [{ spans: [snake] }] }],
    };
    expect(read(`\ufeff${JSON.stringify(body)}`)).toEqual([plain]);
  });

  it('pads the short trace ids of old systems', () => {
    const [{ traceId }] = read(around({ ...span, traceId: '7a' }));
    expect(traceId).toBe('7a'.padStart(32, '0'));
  });

  it.each([
    ['1544712660000000001', '1544712660000000001'],
    ['7', '7'],
    [4294967296, '4294967296'],
    ['18446744073709551615', '18446744073709551615'],
    ['yesterday', '0'],
    [-5, '0'],
  ])('reads the time %j as %s ns', (time, nanos) => {
    expect(read(around({ ...span, startTimeUnixNano: time }))[0].start).toBe(
      nanos,
    );
  });

  it('reads values of all kinds, and of a URL the host', () => {
    const attributes = [
      { key: 'http.response.status_code', value: { intValue: '500' } },
      { key: 'server.port', value: { intValue: 8080 } },
      { key: 'error', value: { boolValue: true } },
      { key: 'http.url', value: { stringValue: 'http://shop.example/orders' } },
    ];
    expect(read(around({ ...span, attributes }))[0].attributes).toEqual({
      httpStatus: '500',
      port: '8080',
      error: 'true',
      host: 'shop.example',
    });
  });

  it('is not impressed by ten thousand brackets', () => {
    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`;
    const body = JSON.stringify(around(span)).replace('{', `{"x":${deep},`);
    expect(read(body)).toEqual([plain]);
  });

  it.each([
    ['{"resourceSpans":[', 'This is no JSON at byte 18'],
    ['[]', 'This JSON is no object at byte 0'],
    ['null', 'This JSON is no object at byte 0'],
  ])('refuses %s', (body, words) => {
    expect(() => read(body)).toThrow(words);
  });

  it('finds no span in an object without any', () => {
    expect(read({})).toEqual([]);
    expect(read({ resourceSpans: [{ scopeSpans: 5 }] })).toEqual([]);
  });
});
