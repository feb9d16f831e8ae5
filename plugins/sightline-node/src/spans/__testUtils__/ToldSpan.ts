/** A span as a test tells it: what all formats have in common. */
export type ToldSpan = {
  /** 32 and 16 hexadecimal digits */
  traceId: string;
  spanId: string;
  /** empty for a root */
  parentId: string;
  kind: 'unspecified' | 'internal' | 'server' | 'client';
  service: string;
  name: string;
  /** microseconds since 1970 */
  start: number;
  duration: number;
  failed: boolean;
  /** whom a client says it calls; empty when it does not say */
  peer: string;
};

const kinds = ['unspecified', 'internal', 'server', 'client'];

/** Spans as a request in OTLP's JSON, those of one service together. */
export const requestOf = (spans: readonly ToldSpan[]): string =>
  JSON.stringify({
    resourceSpans: [...new Set(spans.map(({ service }) => service))].map(
      service => ({
        resource: { attributes: [attribute('service.name', service)] },
        scopeSpans: [
          {
            spans: spans.filter(span => span.service === service).map(asOtlp),
          },
        ],
      }),
    ),
  });

const attribute = (key: string, stringValue: string) => ({
  key,
  value: { stringValue },
});

const asOtlp = (span: ToldSpan) => ({
  traceId: span.traceId,
  spanId: span.spanId,
  parentSpanId: span.parentId,
  name: span.name,
  kind: kinds.indexOf(span.kind),
  startTimeUnixNano: `${span.start}000`,
  endTimeUnixNano: `${span.start + span.duration}000`,
  status: { code: span.failed ? 2 : 0 },
  attributes: span.peer ? [attribute('server.address', span.peer)] : [],
});
