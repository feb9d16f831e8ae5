import type { Spread } from '../../engine/latency.ts';
import { meanCalls } from '../../engine/retries.ts';
import type { CallTree, Journey, Protocol, Retry } from '../../engine/Truth.ts';

/** What arrives at one route of a service. */
export type Load = {
  service: string;
  method: string;
  route: string;
  /** statuses of requests that fail */
  failures: number[];
  perSecond: number;
  errors: number;
  spread: Spread;
};

type Request = {
  callee: string;
  operation: string;
  protocol: Protocol;
  p50: number;
  p95: number;
  errors: number;
  retry?: Retry;
  refused?: boolean;
};

/**
 * Requests by service and route, over all journeys; means are weighted by rate. Who
 * speaks gRPC counts, too: those servers answer over HTTP as well (Connect), and count
 * both alike. Messages are no requests.
 */
export function loadsOf(journeys: Journey[]): Map<string, Load> {
  const loads = new Map<string, Load>();
  const walk = (request: Request, perSecond: number, below: CallTree[]) => {
    if (isHeard(request)) add(loads, request, perSecond);
    for (const { call, calls = [] } of below) {
      walk(call, perSecond * meanCalls(call), calls);
    }
  };
  for (const { root, calls } of journeys) {
    walk({ ...root, callee: root.service }, root.perSecond, calls);
  }
  return loads;
}

const isHeard = ({ protocol, refused = false }: Request) =>
  !refused && (protocol === 'http' || protocol === 'grpc');

const loadKey = ({ service, method, route }: Load) =>
  `${service} ${method} ${route}`;

const FAILURES = [500, 502, 503];

function add(loads: Map<string, Load>, request: Request, perSecond: number) {
  const { callee: service, operation, protocol, retry } = request;
  const [method, route] =
    protocol === 'grpc' ? ['POST', `/${operation}`] : operation.split(' ');
  const { errors, p50, p95 } = request;
  const load: Load = {
    ...{ service, method, route, perSecond, errors },
    failures: retry?.after ?? FAILURES,
    spread: { p50, p95 },
  };
  const key = loadKey(load);
  const before = loads.get(key);
  loads.set(key, before ? merge(before, load) : load);
}

function merge(a: Load, b: Load): Load {
  const perSecond = a.perSecond + b.perSecond;
  const mean = (of: (load: Load) => number) =>
    perSecond > 0
      ? (of(a) * a.perSecond + of(b) * b.perSecond) / perSecond
      : of(a);
  return {
    ...a,
    perSecond,
    errors: mean(load => load.errors),
    spread: {
      p50: mean(load => load.spread.p50),
      p95: mean(load => load.spread.p95),
    },
  };
}
