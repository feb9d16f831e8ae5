import { decodeRequest, spansOf } from '../__testUtils__/otlp.ts';
import { outage, traffic } from '../__testUtils__/harbour.ts';
import type { Attributes, Span, SpanContext } from '../engine/Span.ts';
import { encodeTraces } from './encodeTraces.ts';

const base64 = (hex: string) => Buffer.from(hex, 'hex').toString('base64');

const context = ({ traceId, spanId, traceState }: SpanContext) => ({
  trace_id: base64(traceId),
  span_id: base64(spanId),
  trace_state: traceState,
});

function anyValue(value: Attributes[string]) {
  if (typeof value === 'string') return { string_value: value };
  if (typeof value === 'boolean') return { bool_value: value };
  return Number.isInteger(value)
    ? { int_value: String(value) }
    : { double_value: value };
}

const keyValues = (attributes: Attributes) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: anyValue(value),
  }));

/** The span as protobufjs must give it back. */
const expected = (span: Span) => ({
  ...context(span),
  parent_span_id: base64(span.parentSpanId),
  name: span.name,
  kind: span.kind,
  start_time_unix_nano: String(span.startNanos),
  end_time_unix_nano: String(span.endNanos),
  attributes: keyValues(span.attributes),
  events: span.events.map(({ name, atNanos, attributes }) => ({
    time_unix_nano: String(atNanos),
    name,
    attributes: keyValues(attributes),
  })),
  links: span.links.map(context),
  status: span.failed ? expect.objectContaining({ code: 2 }) : null,
  flags: span.flags,
});

const spans = traffic({ minutes: 0.3, outages: [outage('ledger-down')] });

it('gives protobufjs back every span as it was', () => {
  const decoded = spansOf(decodeRequest(encodeTraces(spans)));
  const byId = new Map(decoded.map(span => [span.span_id, span]));

  expect(decoded).toHaveLength(spans.length);
  for (const span of spans) {
    expect(byId.get(base64(span.spanId))).toEqual(expected(span));
  }
  // Otherwise this proves little.
  expect(spans.some(({ links }) => links.length > 0)).toBe(true);
  expect(spans.some(({ events }) => events.length > 0)).toBe(true);
  expect(spans.some(({ traceState }) => traceState)).toBe(true);
});

it('writes each instance once, with all its libraries', () => {
  const { resource_spans } = decodeRequest(encodeTraces(spans));
  const instances = new Set(spans.map(({ instance }) => instance));

  expect(resource_spans.map(({ resource }) => resource.attributes)).toEqual(
    [...instances].map(({ resource }) => keyValues(resource)),
  );
  for (const { scope_spans } of resource_spans) {
    const scopes = scope_spans.map(({ scope }) => scope.name);
    expect(new Set(scopes).size).toBe(scopes.length);
  }
});

const [some] = spans;

it('keeps nanoseconds that no double can hold', () => {
  const startNanos = 2n ** 63n + 1n;
  const endNanos = 2n ** 64n - 1n;
  const [decoded] = spansOf(
    decodeRequest(encodeTraces([{ ...some, startNanos, endNanos }])),
  );

  expect(decoded.start_time_unix_nano).toBe('9223372036854775809');
  expect(decoded.end_time_unix_nano).toBe('18446744073709551615');
});

it.each([0, 1, 127, 128, 300, 16_383, 16_384, 200_000])(
  'writes a name of %d letters with the right length around it',
  letters => {
    const name = 'ü'.repeat(letters);
    const [decoded] = spansOf(decodeRequest(encodeTraces([{ ...some, name }])));

    expect(decoded.name).toBe(name);
    expect(decoded.attributes).toEqual(keyValues(some.attributes));
  },
);

it.each([
  [0, { int_value: '0' }],
  [-1, { int_value: '-1' }],
  [Number.MAX_SAFE_INTEGER, { int_value: '9007199254740991' }],
  [Number.MIN_SAFE_INTEGER, { int_value: '-9007199254740991' }],
  [0.1, { double_value: 0.1 }],
  [true, { bool_value: true }],
  ['', { string_value: '' }],
])('writes the attribute value %p', (value, decodedValue) => {
  const attributes = { a: value };
  const [decoded] = spansOf(
    decodeRequest(encodeTraces([{ ...some, attributes }])),
  );

  expect(decoded.attributes).toEqual([{ key: 'a', value: decodedValue }]);
});

it('writes no spans as an empty message', () => {
  expect(encodeTraces([])).toHaveLength(0);
});
