/** A span as a test tells it. */
export type FakeSpan = {
  id: number;
  parent?: number;
  service: string;
  kind: 'internal' | 'server' | 'client';
  name?: string;
  /** milliseconds since 1970 */
  at: number;
  milliseconds?: number;
  failed?: boolean;
  attributes?: Record<string, string>;
};

export type FakeTrace = {
  /** hexadecimal, of any length up to 32 */
  id: string;
  spans: FakeSpan[];
};

const kinds = ['', 'internal', 'server', 'client'];
const hex = (value: number | string, digits: number) =>
  value.toString(16).padStart(digits, '0');

export const beginOf = ({ spans }: FakeTrace) =>
  Math.min(...spans.map(({ at }) => at));

export const servicesOf = ({ spans }: FakeTrace) => [
  ...new Set(spans.map(({ service }) => service)),
];

/**
 * One order in the shop:
 *
 * ```
 *   outside ─▶ frontend ─▶ orders ─▶ db
 * ```
 */
export const orderTrace = (id: number, at: number): FakeTrace => ({
  id: hex(id, 32),
  spans: [
    { id: 1, service: 'frontend', kind: 'server', name: 'GET /', at },
    { id: 2, parent: 1, service: 'frontend', kind: 'client', at: at + 1 },
    {
      ...{ id: 3, parent: 2, service: 'orders', kind: 'server' },
      ...{ name: 'POST /orders', at: at + 2 },
    },
    {
      ...{ id: 4, parent: 3, service: 'orders', kind: 'client' },
      ...{ name: 'INSERT sales_order', at: at + 3 },
      attributes: { 'db.system': 'postgresql', 'db.name': 'orders' },
    },
  ],
});

const attribute = (key: string, stringValue: string) => ({
  key,
  value: { stringValue },
});

/** Traces in OTLP's own JSON, a resource a service and trace. */
export const asOtlp = (traces: readonly FakeTrace[]) => ({
  resourceSpans: traces.flatMap(trace =>
    servicesOf(trace).map(service => ({
      resource: { attributes: [attribute('service.name', service)] },
      scopeSpans: [
        {
          spans: trace.spans
            .filter(span => span.service === service)
            .map(span => otlpSpan(trace.id, span)),
        },
      ],
    })),
  ),
});

const otlpSpan = (traceId: string, span: FakeSpan) => ({
  traceId,
  spanId: hex(span.id, 16),
  ...(span.parent && { parentSpanId: hex(span.parent, 16) }),
  name: span.name ?? 'work',
  kind: kinds.indexOf(span.kind),
  startTimeUnixNano: `${span.at}000000`,
  endTimeUnixNano: `${span.at + (span.milliseconds ?? 5)}000000`,
  status: span.failed ? { code: 2 } : {},
  attributes: Object.entries(span.attributes ?? {}).map(([key, value]) =>
    attribute(key, value),
  ),
});

/** One trace as Jaeger's first API answers it. */
export const asJaeger = ({ id, spans }: FakeTrace) => ({
  traceID: id,
  spans: spans.map(span => ({
    traceID: id,
    spanID: hex(span.id, 16),
    operationName: span.name ?? 'work',
    references: span.parent
      ? [{ refType: 'CHILD_OF', traceID: id, spanID: hex(span.parent, 16) }]
      : [],
    startTime: span.at * 1000,
    duration: (span.milliseconds ?? 5) * 1000,
    tags: [
      { key: 'span.kind', type: 'string', value: span.kind },
      ...(span.failed ? [{ key: 'error', type: 'bool', value: true }] : []),
      ...Object.entries(span.attributes ?? {}).map(([key, value]) => ({
        ...{ key, type: 'string', value },
      })),
    ],
    logs: [],
    processID: `p-${span.service}`,
    warnings: null,
  })),
  processes: Object.fromEntries(
    servicesOf({ id, spans }).map(serviceName => [
      `p-${serviceName}`,
      { serviceName, tags: [] },
    ]),
  ),
});
