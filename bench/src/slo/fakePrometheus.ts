import { once } from 'node:events';
import { createServer, IncomingMessage } from 'node:http';
import { AddressInfo } from 'node:net';
import { fleetServiceName } from '../worlds/fleetCatalog';

const units: Record<string, number> = {
  ...{ s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 },
};

/** `[30d]`, `[1h30m]`: how long the query looks back, in seconds. */
const windowOf = (query: string): number => {
  const [, text] = /\[((?:\d+[smhdw])+)\]/.exec(query) ?? [];
  const parts = text?.match(/\d+[smhdw]/g) ?? [];
  return parts.reduce(
    (sum, part) => sum + Number(part.slice(0, -1)) * units[part.slice(-1)],
    0,
  );
};

/**
 * How many errors a service has: few, a lot for one in a hundred, and never the
 * same twice. What is counted over a month hardly moves from one minute to the next.
 */
const errorsOf = (n: number, at: number, window: number): number => {
  const swing = 0.3 * Math.min(1, 3_600 / window);
  return (n % 100 === 0 ? 0.02 : 0.0002) * (1 + swing * Math.sin(n + at / 600));
};

const shareOf = (query: string): typeof errorsOf => {
  if (query.includes('http_response_status_code')) return errorsOf;
  if (query.includes('_bucket')) return (...of) => 1 - errorsOf(...of);
  return () => 1;
};

const isAboutTheFleet = (query: string) =>
  query.includes('sum by') &&
  query.includes('http_server_request_duration_seconds') &&
  !query.includes('timestamp(');

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
};

/**
 * A fleet as Prometheus tells of it: 20 requests a second for each service, and
 * an answer to every query about all of them. It asks nobody's clock but that in
 * the question.
 */
export const startFakePrometheus = async (services: number) => {
  const names = Array.from({ length: services }, (_, n) => fleetServiceName(n));
  /** One part of a question, whose answer carries the part's number. */
  const partOf = (part: string, at: number): string => {
    const window = windowOf(part);
    const events = window * 20;
    const share = shareOf(part);
    const [, number] = /"sightline_query", "(\d+)"/.exec(part) ?? [];
    const mark = number === undefined ? '' : `"sightline_query":"${number}",`;
    return names
      .map(
        (name, n) =>
          `{"metric":{${mark}"service_namespace":"default","service_name":"${name}"},` +
          `"value":[${at},"${events * share(n, at, window)}"]}`,
      )
      .join(',');
  };

  const vector = (query: string, at: number): string =>
    isAboutTheFleet(query)
      ? query
          .split(' or label_replace')
          .map(part => partOf(part, at))
          .join(',')
      : '';

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://prometheus');
    const form = new URLSearchParams(await bodyOf(request));
    const said = (name: string) =>
      form.get(name) ?? url.searchParams.get(name) ?? '';
    const at = Number(said('time')) || Date.now() / 1000;
    response.setHeader('Content-Type', 'application/json');
    response.end(
      url.pathname.endsWith('/query')
        ? `{"status":"success","data":{"resultType":"vector","result":[${vector(
            said('query'),
            at,
          )}]}}`
        : '{"status":"success","data":{"resultType":"matrix","result":[]}}',
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};
