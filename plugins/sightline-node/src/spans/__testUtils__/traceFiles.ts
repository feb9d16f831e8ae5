import { readFileSync } from 'node:fs';
import { ToldSpan } from './ToldSpan';

type Tag = { key: string; value: unknown };
type JaegerTrace = {
  processes: Record<string, { serviceName: string }>;
  spans: {
    traceID: string;
    spanID: string;
    operationName: string;
    references: { refType: string; spanID: string }[];
    startTime: number;
    duration: number;
    tags: Tag[];
    processID: string;
  }[];
};
type ZipkinSpan = {
  traceId: string;
  id: string;
  parentId?: string;
  name: string;
  annotations: {
    timestamp: number;
    value: string;
    endpoint: { serviceName: string };
  }[];
};

const kindOf = (said: unknown): ToldSpan['kind'] =>
  said === 'server' || said === 'client' ? said : 'unspecified';

/** Jaeger's JSON: what its page downloads and its first API answers. */
export const readJaeger = (file: string): ToldSpan[] => {
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as {
    data: JaegerTrace[];
  };
  return data.flatMap(({ spans, processes }) =>
    spans.map(span => {
      const tag = (key: string) =>
        span.tags.find(one => one.key === key)?.value;
      const parent = span.references.find(
        ({ refType }) => refType === 'CHILD_OF',
      );
      return {
        traceId: span.traceID.padStart(32, '0'),
        spanId: span.spanID.padStart(16, '0'),
        parentId: parent?.spanID.padStart(16, '0') ?? '',
        kind: kindOf(tag('span.kind')),
        service: processes[span.processID].serviceName,
        name: span.operationName,
        start: span.startTime,
        duration: span.duration,
        failed: tag('error') === true,
        peer: '',
      };
    }),
  );
};

/**
 * Zipkin's first format: both sides of a call share one span and annotate it,
 * cs and cr by the client, sr and ss by the server. Taken apart into two.
 */
export const readZipkin = (file: string): ToldSpan[] => {
  const spans = JSON.parse(readFileSync(file, 'utf8')) as ZipkinSpan[];
  const serverId = (id: string) =>
    // eslint-disable-next-line no-bitwise
    (BigInt(`0x${id}`) ^ 0xa5a5a5a5n).toString(16).padStart(16, '0');
  const isServer = (id: string) =>
    spans.some(
      span =>
        span.id === id && span.annotations.some(one => one.value === 'sr'),
    );
  return spans.flatMap(span => {
    const at = (value: string) =>
      span.annotations.find(one => one.value === value);
    const side = (
      kind: 'client' | 'server',
      begin: ReturnType<typeof at>,
      end: ReturnType<typeof at>,
    ): ToldSpan[] =>
      begin
        ? [
            {
              traceId: span.traceId.padStart(32, '0'),
              spanId: kind === 'client' ? span.id : serverId(span.id),
              parentId: '',
              kind,
              service: begin.endpoint.serviceName,
              name: span.name,
              start: begin.timestamp,
              duration: (end?.timestamp ?? begin.timestamp) - begin.timestamp,
              failed: false,
              peer: '',
            },
          ]
        : [];
    const [client] = side('client', at('cs'), at('cr'));
    const [server] = side('server', at('sr'), at('ss'));
    const { parentId = '' } = span;
    const above = isServer(parentId) ? serverId(parentId) : parentId;
    const both = [
      ...(client ? [{ ...client, parentId: above }] : []),
      ...(server ? [{ ...server, parentId: client ? span.id : above }] : []),
    ];
    return both;
  });
};

type OtlpAttribute = { key: string; value: Record<string, unknown> };
type OtlpLine = {
  resourceSpans?: {
    resource: { attributes: OtlpAttribute[] };
    scopeSpans: {
      spans: {
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        name: string;
        kind: number;
        startTimeUnixNano: string;
        endTimeUnixNano: string;
        status?: { code?: number };
        attributes?: OtlpAttribute[];
      }[];
    }[];
  }[];
};

/** The lines that hold spans, as the Collector's file exporter writes them. */
export const readOtlpLines = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line.includes('"resourceSpans"'));

const micros = (nanos: string) => Number(nanos.slice(0, -3));

/** The same lines, read a second way. */
export const toldByOtlp = (lines: string[]): ToldSpan[] =>
  lines
    .flatMap(line => (JSON.parse(line) as OtlpLine).resourceSpans ?? [])
    .flatMap(({ resource, scopeSpans }) =>
      scopeSpans.flatMap(({ spans }) =>
        spans.map(span => {
          const said = new Map(
            (span.attributes ?? []).map(({ key, value }) => [
              key,
              String(Object.values(value)[0]),
            ]),
          );
          const isClient = span.kind === 3;
          const http = Number(
            said.get('http.response.status_code') ??
              said.get('http.status_code') ??
              0,
          );
          const rpc = Number(said.get('rpc.grpc.status_code') ?? 0);
          const url = said.get('http.url') ?? said.get('url.full');
          return {
            traceId: span.traceId,
            spanId: span.spanId,
            parentId: span.parentSpanId ?? '',
            kind: (['unspecified', 'internal', 'server', 'client'] as const)[
              span.kind
            ],
            service: String(
              resource.attributes.find(one => one.key === 'service.name')?.value
                .stringValue,
            ),
            name: span.name,
            start: micros(span.startTimeUnixNano),
            duration:
              micros(span.endTimeUnixNano) - micros(span.startTimeUnixNano),
            failed:
              span.status?.code === 2 ||
              (span.status?.code !== 1 &&
                (said.has('error.type') ||
                  said.get('error') === 'true' ||
                  http >= (isClient ? 400 : 500) ||
                  (isClient ? rpc > 0 : [2, 4, 12, 13, 14, 15].includes(rpc)))),
            peer:
              said.get('server.address') ??
              said.get('net.peer.name') ??
              (url ? new URL(url).hostname : undefined) ??
              said.get('rpc.service') ??
              '',
          };
        }),
      ),
    );
