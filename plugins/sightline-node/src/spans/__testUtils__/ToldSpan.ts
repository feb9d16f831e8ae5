/** A span as a test tells it: what all formats have in common. */
export type ToldSpan = {
  /** 32 and 16 hexadecimal digits */
  traceId: string;
  spanId: string;
  /** empty for a root */
  parentId: string;
  kind:
    | 'unspecified'
    | 'internal'
    | 'server'
    | 'client'
    | 'producer'
    | 'consumer';
  service: string;
  name: string;
  /** microseconds since 1970 */
  start: number;
  duration: number;
  failed: boolean;
  /** whom a client says it calls; empty when it does not say */
  peer: string;
  /** what that is, unless it is a host */
  peerKind?: 'datastore' | 'queue';
  /** what is done with a queue, by a client */
  verb?: 'receive' | 'settle';
  /** how many spans it stands for, when its sampling is stated */
  weight?: 2 | 4;
};

const kinds = [
  'unspecified',
  'internal',
  'server',
  'client',
  'producer',
  'consumer',
];
const thresholds = { 2: '8', 4: 'c' };

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
  traceState: span.weight ? `ot=th:${thresholds[span.weight]}` : '',
  attributes: attributesOf(span),
});

const attributesOf = ({ peer, peerKind, verb }: ToldSpan) => {
  const operation = verb ? [attribute('messaging.operation.type', verb)] : [];
  switch (peerKind) {
    case 'datastore':
      return [
        attribute('db.system', 'postgresql'),
        attribute('peer.service', peer),
      ];
    case 'queue':
      return [
        attribute('messaging.system', 'kafka'),
        ...(peer ? [attribute('messaging.destination.name', peer)] : []),
        ...operation,
      ];
    default:
      return peer ? [attribute('server.address', peer)] : [];
  }
};
