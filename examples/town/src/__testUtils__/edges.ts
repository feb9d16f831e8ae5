import { kinds, type Span } from '../engine/Span.ts';
import type { CallTree, Truth } from '../engine/Truth.ts';

/** `orders → payments http sync` with the number of calls. */
export type Edges = Map<string, number>;

/** Half of the journey `browse` is sampled away, so each of its spans counts twice. */
const weightOf = ({ traceState }: Span) => (traceState === 'ot=th:8' ? 2 : 1);

/** What the journeys say must be seen. */
export function edgesOfJourneys({ services, journeys }: Truth): Set<string> {
  const traced = (name: string) => services.find(s => s.name === name)?.otel;
  const visible = (name: string) =>
    name.startsWith('resource:') || Boolean(traced(name));
  const edges = new Set<string>();
  const visit = ({ call, calls = [] }: CallTree) => {
    const { caller, callee, protocol, mode } = call;
    if (!visible(caller)) return;
    edges.add(`${caller} → ${callee} ${protocol} ${mode}`);
    calls.forEach(visit);
  };
  journeys.forEach(({ calls }) => calls.forEach(visit));
  return edges;
}

/**
 * What the spans show to somebody who knows nothing but OpenTelemetry and the
 * names of services: slow, plain, and written without a look at the engine.
 */
export function edgesOfSpans(spans: Span[], { services }: Truth): Edges {
  const byId = new Map(spans.map(span => [span.spanId, span]));
  const answered = new Set(
    spans.filter(isServer).map(({ parentSpanId }) => parentSpanId),
  );
  const edges: Edges = new Map();
  const nameOf = ({ instance: { resource } }: Span) =>
    services.find(
      ({ otel }) =>
        otel?.serviceName === resource['service.name'] &&
        (otel.serviceNamespace ?? undefined) === resource['service.namespace'],
    )!.name;
  const add = (span: Span, edge: string) =>
    edges.set(edge, (edges.get(edge) ?? 0) + weightOf(span));

  for (const span of spans) {
    const topic = `resource:${first(span, [
      'messaging.destination.name',
      'messaging.destination',
    ])}`;
    if (isServer(span) && span.parentSpanId) {
      const caller = byId.get(span.parentSpanId)!;
      add(span, `${nameOf(caller)} → ${nameOf(span)} ${protocolOf(span)} sync`);
    } else if (span.kind === kinds.producer) {
      add(span, `${nameOf(span)} → ${topic} messaging async`);
    } else if (span.kind === kinds.consumer) {
      add(span, `${topic} → ${nameOf(span)} messaging async`);
    } else if (span.kind === kinds.client && !answered.has(span.spanId)) {
      const protocol = protocolOf(span);
      // Beside its create span, or its process span, a message's client says nothing new.
      if (protocol === 'messaging') continue;
      add(span, `${nameOf(span)} → ${peerOf(span, protocol)} ${protocol} sync`);
    }
  }
  return edges;
}

const isServer = ({ kind }: Span) => kind === kinds.server;

const first = ({ attributes }: Span, names: string[]) =>
  names.map(name => attributes[name]).find(value => value !== undefined);

function protocolOf({ attributes }: Span): string {
  const begins = (prefix: string) =>
    Object.keys(attributes).some(name => name.startsWith(prefix));
  if (begins('messaging.')) return 'messaging';
  if (begins('db.')) return 'database';
  return begins('rpc.') ? 'grpc' : 'http';
}

function peerOf(span: Span, protocol: string): string {
  const configured = first(span, ['service.peer.name', 'peer.service']);
  if (configured) return String(configured);
  const host = first(span, ['server.address', 'net.peer.name']);
  return `${protocol === 'database' ? 'resource' : 'external'}:${host}`;
}
