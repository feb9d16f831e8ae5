import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../../arguments.ts';
import type { Store } from '../promql/Series.ts';
import { answerAsPrometheus } from './answerAsPrometheus.ts';
import { plain, refuse, type Answer } from './Answer.ts';

const HOST = '127.0.0.1';
const MOST_BYTES = 10_000_000;

export type Served = { url: string; close(): void };

/** Answers on this machine alone. Port 0 means any that is free. */
export async function servePrometheus(options: {
  port: number;
  nowMs(): number;
  storeAt(nowMs: number): Store;
}): Promise<Served> {
  const { port, nowMs, storeAt } = options;
  const server = createServer((request, response) => {
    answerRequest(request, () => {
      const now = nowMs();
      return { nowMs: now, store: storeAt(now) };
    })
      .catch(error => refuse('internal', String(error)))
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type }).end(body);
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? taken(port) : error),
    );
    server.listen(port, HOST, resolve);
  });
  const { port: given } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${given}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const taken = (port: number) =>
  new UsageError(`--prometheus-port ${port} is taken by another program.`);

async function answerRequest(
  request: IncomingMessage,
  present: () => { nowMs: number; store: Store },
): Promise<Answer> {
  const { method = 'GET' } = request;
  const url = URL.parse(request.url ?? '/', `http://${HOST}`);
  if (!url) return plain(400, 'Bad Request\n');
  const parameters = url.searchParams;
  const body = method === 'POST' ? await bodyOf(request) : '';
  if (body === undefined) {
    return refuse('bad_data', `request body is over ${MOST_BYTES} bytes`);
  }
  // As in Go, what the form says comes before what the address says.
  const form = new URLSearchParams(body);
  const both = new URLSearchParams([...form, ...parameters]);
  return answerAsPrometheus(method, url.pathname, {
    parameters: both,
    ...present(),
  });
}

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
