import {
  AttributeKey,
  resourceAttributeKeys,
  spanAttributeKeys,
} from '../engine/columns/attributeKeys';
import { KeyIndex } from '../engine/columns/KeyIndex';
import { samplingWeight } from '../engine/columns/samplingWeight';
import { SpanColumns } from '../engine/columns/SpanColumns';
import { urlHost } from '../engine/columns/urlHost';
import { writeId, writeNanos, writeEnum } from './jsonScalars';
import { UndecodableError } from './UndecodableError';

type Json = Record<string, unknown>;

const spanKeyIndex = new KeyIndex(spanAttributeKeys);
const resourceKeyIndex = new KeyIndex(resourceAttributeKeys);
const utf8 = new TextEncoder();

const kinds = [
  'UNSPECIFIED',
  'INTERNAL',
  'SERVER',
  'CLIENT',
  'PRODUCER',
  'CONSUMER',
];
const statuses = ['UNSET', 'OK', 'ERROR'];

/**
 * Reads OTLP's JSON into the same columns as the protobuf decoder does.
 *
 * Written for what is really sent: besides the specification's spelling it takes
 * snake_case, `batches` for `resourceSpans`, `instrumentationLibrarySpans` and
 * `spans` in them, enums by name, ids in base64, numbers as strings and strings
 * as numbers, and a byte order mark. What is neither is left out, as unknown
 * fields are; only a body that is no JSON object is refused.
 * @public
 */
export const readOtlpJson = (body: string, columns: SpanColumns) =>
  readOtlpObject(parse(body), columns);

/** The same for JSON that is parsed already: what a trace back-end answers has more around it. @public */
export const readOtlpObject = (
  traces: Record<string, unknown>,
  columns: SpanColumns,
) => {
  for (const group of list(traces, 'resourceSpans', 'batches')) {
    const resource = columns.openResource();
    readAttributes(
      object(get(group, 'resource')),
      resourceKeyIndex,
      columns,
      (key, value) => columns.setResourceAttribute(resource, key, value),
    );
    const scopes = [
      ...list(group, 'scopeSpans'),
      ...list(group, 'instrumentationLibrarySpans'),
    ];
    for (const scope of scopes) {
      for (const span of list(scope, 'spans')) {
        readSpan(span, resource, columns);
      }
    }
  }
};

const parse = (body: string): Json => {
  const text = body.charCodeAt(0) === 0xfeff ? body.slice(1) : body;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const [, position] = /position (\d+)/.exec(String(error)) ?? [];
    throw new UndecodableError(
      'This is no JSON',
      position === undefined ? text.length : Number(position),
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UndecodableError('This JSON is no object', 0);
  }
  return value as Json;
};

const readSpan = (span: Json, resource: number, columns: SpanColumns) => {
  const row = columns.openSpan(resource);
  const { strings } = columns;
  writeId(get(span, 'traceId'), columns.traceIds, row * 4, 4);
  writeId(get(span, 'spanId'), columns.spanIds, row * 2, 2);
  writeId(get(span, 'parentSpanId'), columns.parentIds, row * 2, 2);
  writeNanos(get(span, 'startTimeUnixNano'), columns.starts, row * 2);
  writeNanos(get(span, 'endTimeUnixNano'), columns.ends, row * 2);
  columns.kinds[row] = writeEnum(get(span, 'kind'), kinds);
  columns.statuses[row] = writeEnum(get(object(span.status), 'code'), statuses);
  columns.flags[row] = Number(span.flags) || 0;
  if (typeof span.name === 'string') {
    columns.names[row] = strings.idOfText(span.name);
  }
  const state = get(span, 'traceState');
  if (typeof state === 'string' && state !== '') {
    const bytes = utf8.encode(state);
    columns.weights[row] = samplingWeight(bytes, 0, bytes.length);
  }
  readAttributes(span, spanKeyIndex, columns, (key, value) =>
    columns.setSpanAttribute(row, key, value),
  );
  for (const link of list(span, 'links')) {
    const linkRow = columns.openLink();
    writeId(get(link, 'traceId'), columns.linkTraceIds, linkRow * 4, 4);
    writeId(get(link, 'spanId'), columns.linkSpanIds, linkRow * 2, 2);
  }
  columns.closeSpan(row);
};

const readAttributes = (
  owner: Json,
  keys: KeyIndex,
  columns: SpanColumns,
  set: (key: AttributeKey, value: number) => void,
) => {
  for (const attribute of list(owner, 'attributes')) {
    const key =
      typeof attribute.key === 'string'
        ? keys.ofName(attribute.key)
        : undefined;
    if (key) set(key, valueOf(object(attribute.value), key, columns));
  }
};

const valueOf = (value: Json, key: AttributeKey, { strings }: SpanColumns) => {
  const text = get(value, 'stringValue');
  if (typeof text === 'string') {
    if (!key.isUrl) return strings.idOfText(text);
    const bytes = utf8.encode(text);
    const host = urlHost(bytes, 0, bytes.length);
    const start = Math.floor(host / 65536);
    return strings.idOfText(
      new TextDecoder().decode(bytes.subarray(start, start + (host & 0xffff))),
    );
  }
  const scalar =
    get(value, 'intValue') ??
    get(value, 'boolValue') ??
    get(value, 'doubleValue');
  return ['string', 'number', 'boolean'].includes(typeof scalar)
    ? strings.idOfText(String(scalar))
    : 0;
};

const snake = (name: string) =>
  name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
const snakes = new Map<string, string>();

/** A field by its name, in camelCase or, failing that, in snake_case. */
const get = (owner: Json, name: string): unknown => {
  const value = owner[name];
  if (value !== undefined) return value;
  let other = snakes.get(name);
  if (other === undefined) snakes.set(name, (other = snake(name)));
  return owner[other];
};

const object = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? (value as Json) : {};

const list = (owner: Json, ...names: string[]): Json[] => {
  const value = names.map(name => get(owner, name)).find(Array.isArray);
  return value
    ? value.filter(one => typeof one === 'object' && one !== null)
    : [];
};
