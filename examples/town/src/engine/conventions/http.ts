import type { Random } from '../random.ts';
import type { Address, Call, Generation } from '../Truth.ts';
import { inGeneration, type Wording } from './generation.ts';
import { peerAttributes } from './peer.ts';

export type Exchange = {
  method: string;
  route: string;
  /** the route with somebody's values in it */
  path: string;
  status: number;
};

/** What both ends of an HTTP call agree on. */
export function exchangeOf(
  call: Call,
  failed: boolean,
  random: Random,
): Exchange {
  const [method, route] = call.operation.split(' ');
  const path = route.replace(/\{(\w+)\}|\*\*/g, (_, name: string) =>
    valueOf(name, random),
  );
  return { method, route, path, status: statusOf(call, failed, random) };
}

function valueOf(name: string | undefined, random: Random): string {
  if (name === 'sku') return `HB-${10_000 + random.below(40_000)}`;
  if (name === 'category') return ['lamps', 'coats', 'pans'][random.below(3)];
  if (name === 'login') return `customer${random.below(90_000)}`;
  if (name === undefined) return ['sale', 'lamps/floor'][random.below(2)];
  return String(1_000_000 + random.below(9_000_000));
}

function statusOf({ operation, retry }: Call, failed: boolean, random: Random) {
  if (!failed) return operation.startsWith('POST') ? 201 : 200;
  const failures = retry?.after ?? [500, 502, 503];
  return failures[random.below(failures.length)];
}

export function httpServer(
  generation: Generation,
  { method, route, path, status }: Exchange,
): Wording {
  return {
    scope: 'http-server',
    name: `${method} ${route}`,
    errorType: status >= 500 ? String(status) : undefined,
    attributes: inGeneration(generation, {
      both: { 'http.route': route },
      old: {
        'http.method': method,
        'http.target': path,
        'http.scheme': 'http',
        'http.status_code': status,
        'http.flavor': '1.1',
      },
      new: {
        'http.request.method': method,
        'url.path': path,
        'url.scheme': 'http',
        'http.response.status_code': status,
        'network.protocol.version': '1.1',
      },
    }),
  };
}

export function httpClient(options: {
  generation: Generation;
  exchange: Exchange;
  address: Address;
  resend: number;
  refused: boolean;
}): Wording {
  const { generation, address, resend, refused } = options;
  const { method, route, path, status } = options.exchange;
  const scheme = address.port === 443 ? 'https' : 'http';
  const port = address.port === 443 ? '' : `:${address.port}`;
  const url = `${scheme}://${address.host}${port}${path}`;
  const errorType = refused ? 'ECONNREFUSED' : String(status);
  return {
    scope: 'http-client',
    // Old libraries knew no template of the path, so the name cannot carry one.
    name: generation === 'old' ? `HTTP ${method}` : `${method} ${route}`,
    errorType: refused || status >= 400 ? errorType : undefined,
    attributes: {
      ...peerAttributes(generation, address),
      ...inGeneration(generation, {
        old: {
          'http.method': method,
          'http.url': url,
          ...(!refused && { 'http.status_code': status }),
          ...(resend > 0 && { 'http.resend_count': resend }),
        },
        new: {
          'http.request.method': method,
          'url.full': url,
          'url.template': route,
          ...(!refused && { 'http.response.status_code': status }),
          ...(resend > 0 && { 'http.request.resend_count': resend }),
        },
      }),
    },
  };
}
