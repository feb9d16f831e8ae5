/** What a scenario says of a span; the rest is made up. */
export type SaidSpan = {
  id: number;
  trace?: number;
  parent?: number;
  service: string;
  resource?: Record<string, string>;
  kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  name?: string;
  status?: number;
  milliseconds?: number;
  /** since the moment at which the engine is told of the first batch */
  startsAt?: number;
  links?: { trace: number; id: number }[];
  traceState?: string;
  attributes?: Record<string, string | number | boolean>;
};

const kinds = ['', 'internal', 'server', 'client', 'producer', 'consumer'];
export const begin = 1_790_000_000_000;

const hex = (value: number, digits: number) =>
  value.toString(16).padStart(digits, '0');

const kindOf = {
  string: 'stringValue',
  number: 'intValue',
  boolean: 'boolValue',
};

const attribute = (key: string, value: string | number | boolean) => ({
  key,
  value: { [kindOf[typeof value as keyof typeof kindOf]]: value },
});

const attributesOf = (values: Record<string, string | number | boolean>) =>
  Object.entries(values).map(([key, value]) => attribute(key, value));

/** A request of spans, each under a resource of its own. */
export const saidRequest = (spans: readonly SaidSpan[]): string =>
  JSON.stringify({
    resourceSpans: spans.map(span => ({
      resource: {
        attributes: attributesOf({
          'service.name': span.service,
          ...span.resource,
        }),
      },
      scopeSpans: [{ spans: [otlpSpan(span)] }],
    })),
  });

const otlpSpan = (span: SaidSpan) => {
  const start = begin + (span.startsAt ?? 0);
  const end = start + (span.milliseconds ?? 10);
  return {
    traceId: hex(span.trace ?? 1, 32),
    spanId: hex(span.id, 16),
    parentSpanId: span.parent ? hex(span.parent, 16) : '',
    name: span.name ?? 'work',
    kind: kinds.indexOf(span.kind),
    startTimeUnixNano: `${start}000000`,
    endTimeUnixNano: `${end}000000`,
    status: { code: span.status ?? 0 },
    traceState: span.traceState ?? '',
    attributes: attributesOf(span.attributes ?? {}),
    links: span.links?.map(link => ({
      traceId: hex(link.trace, 32),
      spanId: hex(link.id, 16),
    })),
  };
};
