import {
  AttributeKey,
  resourceAttributeKeys,
  resourceSlots,
  spanAttributeKeys,
  spanSlots,
} from '../engine/columns/attributeKeys';
import { SpanColumns } from '../engine/columns/SpanColumns';
import { OtlpAttribute, OtlpRequest, OtlpSpan, OtlpValue } from './otlpSchema';

/** A span as people read it, to compare what two decoders made of the same bytes. */
export type PlainSpan = {
  traceId: string;
  spanId: string;
  parentId: string;
  name: string;
  kind: number;
  status: number;
  flags: number;
  start: string;
  end: string;
  weight: number;
  links: string[];
  attributes: Record<string, string>;
  resource: Record<string, string>;
};

const hexWords = (column: Uint32Array, at: number, words: number) =>
  [...column.subarray(at, at + words)]
    .map(word => word.toString(16).padStart(8, '0'))
    .join('');

const nanos = (column: Uint32Array, row: number) =>
  String(BigInt(column[row * 2 + 1]) * 4294967296n + BigInt(column[row * 2]));

const slotsOf = (
  slots: Record<string, number>,
  textOf: (slot: number) => string,
) =>
  Object.fromEntries(
    Object.entries(slots)
      .map(([slot, number]) => [slot, textOf(number)])
      .filter(([, value]) => value !== ''),
  );

export const spansOfColumns = (columns: SpanColumns): PlainSpan[] =>
  Array.from({ length: columns.spans }, (_, row) => {
    const links = [];
    for (
      let at = columns.linkStarts[row];
      at < columns.linkStarts[row + 1];
      at++
    ) {
      links.push(
        `${hexWords(columns.linkTraceIds, at * 4, 4)}/${hexWords(
          columns.linkSpanIds,
          at * 2,
          2,
        )}`,
      );
    }
    const { strings } = columns;
    return {
      traceId: hexWords(columns.traceIds, row * 4, 4),
      spanId: hexWords(columns.spanIds, row * 2, 2),
      parentId: hexWords(columns.parentIds, row * 2, 2),
      name: strings.textOf(columns.names[row]),
      kind: columns.kinds[row],
      status: columns.statuses[row],
      flags: columns.flags[row],
      start: nanos(columns.starts, row),
      end: nanos(columns.ends, row),
      weight: columns.weights[row],
      links,
      attributes: slotsOf(spanSlots, slot =>
        strings.textOf(columns.attributeOf(row, slot)),
      ),
      resource: slotsOf(resourceSlots, slot =>
        strings.textOf(
          columns.resourceAttributeOf(columns.resourceOf[row], slot),
        ),
      ),
    };
  });

/** The same, slowly, from what protobufjs answers: written apart from the decoder on purpose. */
export const spansOfRequest = (request: OtlpRequest): PlainSpan[] =>
  (request.resourceSpans ?? []).flatMap(({ resource, scopeSpans }) => {
    const about = chosen(
      resource?.attributes,
      resourceAttributeKeys,
      resourceSlots,
    );
    return (scopeSpans ?? [])
      .flatMap(({ spans }) => spans ?? [])
      .map(span => plain(span, about))
      .filter(span => /[1-9a-f]/.test(span.traceId))
      .filter(span => /[1-9a-f]/.test(span.spanId));
  });

const plain = (
  span: OtlpSpan,
  resource: Record<string, string>,
): PlainSpan => ({
  traceId: idOf(span.traceId, 16),
  spanId: idOf(span.spanId, 8),
  parentId: idOf(span.parentSpanId, 8),
  name: cut(span.name ?? ''),
  kind: span.kind ?? 0,
  status: span.status?.code ?? 0,
  flags: span.flags ?? 0,
  start: span.startTimeUnixNano ?? '0',
  end: span.endTimeUnixNano ?? '0',
  weight: weightOf(span.traceState ?? ''),
  links: (span.links ?? []).map(
    link => `${idOf(link.traceId, 16)}/${idOf(link.spanId, 8)}`,
  ),
  attributes: chosen(span.attributes, spanAttributeKeys, spanSlots),
  resource,
});

const idOf = (base64: string | undefined, length: number) => {
  const id = Buffer.from(base64 ?? '', 'base64');
  return (id.length === length ? id : Buffer.alloc(length)).toString('hex');
};

const cut = (value: string) => Buffer.from(value).subarray(0, 512).toString();

const weightOf = (state: string) => {
  const entry = state.split(',').find(one => one.trim().startsWith('ot='));
  const field = entry
    ?.trim()
    .slice(3)
    .split(';')
    .find(one => one.startsWith('th:'));
  const digits = /^[0-9a-f]{1,14}$/i.exec(field?.slice(3) ?? '');
  if (!digits) return 0;
  const threshold = parseInt(digits[0].padEnd(14, '0'), 16);
  return 2 ** 56 / (2 ** 56 - threshold);
};

const textOf = ({ value: kind, ...values }: OtlpValue, key: AttributeKey) => {
  if (kind === 'string' && key.isUrl) {
    return URL.canParse(String(values.string))
      ? new URL(String(values.string)).hostname
      : '';
  }
  return kind && ['string', 'int', 'bool', 'double'].includes(kind)
    ? cut(String(values[kind]))
    : '';
};

const chosen = (
  attributes: OtlpAttribute[] = [],
  keys: AttributeKey[],
  slots: Record<string, number>,
) => {
  const found: Record<string, string> = {};
  for (const [slot, number] of Object.entries(slots)) {
    for (const key of keys.filter(one => one.slot === number)) {
      const value = attributes
        .filter(one => one.key === key.name)
        .map(one => textOf(one.value ?? {}, key))
        .filter(text => text !== '')
        .at(-1);
      if (value !== undefined) found[slot] ??= value;
    }
  }
  return found;
};
