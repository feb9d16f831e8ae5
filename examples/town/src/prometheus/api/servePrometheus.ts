import type { IncomingMessage } from 'node:http';
import { listenHere, type Served } from '../../serving/listenHere.ts';
import type { Store } from '../promql/Series.ts';
import { answerAsPrometheus } from './answerAsPrometheus.ts';
import { plain, refuse, type Answer } from './Answer.ts';

const MOST_BYTES = 10_000_000;

/** Answers as Prometheus would. */
export const servePrometheus = (options: {
  port: number;
  nowMs(): number;
  storeAt(nowMs: number): Store;
}): Promise<Served> => {
  const { port, nowMs, storeAt } = options;
  const present = () => {
    const now = nowMs();
    return { nowMs: now, store: storeAt(now) };
  };
  return listenHere({
    ...{ port, option: '--prometheus-port' },
    listener(request, response) {
      answerRequest(request, present)
        .catch(error => refuse('internal', String(error)))
        .then(({ status, type, body }) => {
          response.writeHead(status, { 'content-type': type }).end(body);
        });
    },
  });
};

async function answerRequest(
  request: IncomingMessage,
  present: () => { nowMs: number; store: Store },
): Promise<Answer> {
  const { method = 'GET' } = request;
  const url = URL.parse(request.url ?? '/', 'http://here');
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
