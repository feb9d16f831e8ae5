import { OtlpTraces, traceIdOf } from '../../sampling/engine/otlpTraces';

type Loose = Record<string, unknown>;

const objects = (value: unknown): Loose[] =>
  Array.isArray(value)
    ? value.filter(one => typeof one === 'object' && one !== null)
    : [];

const objectIn = (owner: Loose, key: string): Loose => {
  const value = owner[key];
  return typeof value === 'object' && value !== null ? (value as Loose) : {};
};

/**
 * Jaeger's own JSON in OTLP's shape. What OTLP has fields for, Jaeger keeps as
 * tags:
 *
 * ```
 *   processes.p1.serviceName ─▶ resource service.name
 *   processes.p1.tags        ─▶ resource attributes
 *   tags span.kind           ─▶ kind
 *   tags otel.status_code    ─▶ status       (error=true is read as an attribute)
 *   tags w3c.tracestate      ─▶ traceState
 *   first CHILD_OF in the trace ─▶ parent; other references ─▶ links
 * ```
 *
 * Written for what is really sent: nothing that is not there is missed, and a
 * span without ids is left to the reader of OTLP, which counts it.
 */
export const jaegerAsOtlp = (traces: readonly unknown[]): OtlpTraces => ({
  resourceSpans: objects(traces).flatMap(trace => {
    const processes = objectIn(trace, 'processes');
    const spans = objects(trace.spans);
    return [...new Set(spans.map(span => String(span.processID)))].map(id => ({
      resource: resourceOf(objectIn(processes, id)),
      scopeSpans: [
        {
          spans: spans
            .filter(span => String(span.processID) === id)
            .map(otlpSpan),
        },
      ],
    }));
  }),
});

const resourceOf = (process: Loose) => ({
  attributes: [
    ...attributesOf(process.tags),
    {
      key: 'service.name',
      value: { stringValue: String(process.serviceName ?? '') },
    },
  ],
});

const otlpSpan = (span: Loose) => {
  const tags = objects(span.tags);
  const tag = (key: string) => tags.find(one => one.key === key)?.value;
  const start = micros(span.startTime);
  const { parent, links } = relationsOf(span);
  return {
    traceId: span.traceID,
    spanId: span.spanID,
    parentSpanId: parent?.spanID ?? span.parentSpanID,
    name: span.operationName,
    kind: kindOf(tag('span.kind')),
    startTimeUnixNano: `${start}000`,
    endTimeUnixNano: `${start + micros(span.duration)}000`,
    status: { code: statusOf(tag('otel.status_code')) },
    traceState: tag('w3c.tracestate'),
    attributes: attributesOf(span.tags),
    links: links.map(({ traceID, spanID }) => ({
      traceId: traceID,
      spanId: spanID,
    })),
  };
};

const micros = (value: unknown): number => {
  const number = Number(value);
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
};

const kinds = ['internal', 'server', 'client', 'producer', 'consumer'];

const kindOf = (said: unknown): number =>
  kinds.indexOf(String(said).toLowerCase()) + 1;

const statusOf = (said: unknown): number =>
  ['OK', 'ERROR'].indexOf(String(said).toUpperCase()) + 1;

const relationsOf = (span: Loose) => {
  const references = objects(span.references);
  const parent = references.find(
    ({ refType, traceID }) =>
      refType === 'CHILD_OF' && traceIdOf(traceID) === traceIdOf(span.traceID),
  );
  return { parent, links: references.filter(one => one !== parent) };
};

const fieldOf: Record<string, string> = {
  string: 'stringValue',
  boolean: 'boolValue',
  number: 'doubleValue',
};

const attributesOf = (tags: unknown) =>
  objects(tags).map(({ key, value }) => {
    const field = fieldOf[typeof value];
    return { key, value: field ? { [field]: value } : {} };
  });
