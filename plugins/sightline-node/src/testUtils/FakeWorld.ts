import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

/** A request the fake world received. @public */
export type WorldRequest = {
  method: string;
  /** path and query */
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
};

/** @public */
export type WorldAnswer = {
  status?: number;
  headers?: Record<string, string>;
  /** a string and bytes are sent as they are, anything else as JSON */
  body?: unknown;
};

/**
 * How the world feels, for each request anew:
 *
 * - `well`: answers as the author of the source told it to
 * - `hangs`: accepts the request and never answers
 * - `resets`: tears the connection down
 * - `breaks-off`: begins the good answer and closes half-way
 * - `{ answers }`: the given answer, whatever was asked
 * @public
 */
export type WorldMood =
  | 'well'
  | 'hangs'
  | 'resets'
  | 'breaks-off'
  | { answers: WorldAnswer };

/** The outside of a source under test. @public */
export interface FakeWorld {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** credentials for the source; no fault may ever contain it */
  readonly secret: string;
  /** what was asked since the last `feel` */
  readonly requests: readonly WorldRequest[];
  /** sets the mood and forgets the requests so far; a function decides by the request's number, from 0 */
  feel(mood: WorldMood | ((nth: number) => WorldMood)): void;
  /** resolves when the next request has arrived */
  nextRequest(): Promise<void>;
  stop(): Promise<void>;
}

const readRequest = async (
  incoming: IncomingMessage,
): Promise<WorldRequest> => {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) {
    chunks.push(chunk as Buffer);
  }
  return {
    method: incoming.method ?? 'GET',
    url: incoming.url ?? '/',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
};

const asSent = (body: unknown): [string, Buffer] => {
  if (body instanceof Uint8Array) {
    return ['application/octet-stream', Buffer.from(body)];
  }
  return typeof body === 'string'
    ? ['text/plain', Buffer.from(body)]
    : ['application/json', Buffer.from(JSON.stringify(body ?? {}))];
};

const send = (response: ServerResponse, answer: WorldAnswer, half: boolean) => {
  const [type, body] = asSent(answer.body);
  response.writeHead(answer.status ?? 200, {
    'content-type': type,
    'content-length': body.byteLength,
    ...answer.headers,
  });
  if (!half) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, Math.ceil(body.byteLength / 2)), () =>
    response.destroy(),
  );
};

/** Starts a world of its own; stop it when the tests are over. @public */
export const startFakeWorld = async (options: {
  /** what a healthy world answers */
  answer: (request: WorldRequest) => WorldAnswer;
}): Promise<FakeWorld> => {
  let moodOf: (nth: number) => WorldMood = () => 'well';
  let requests: WorldRequest[] = [];
  let waiting: (() => void)[] = [];

  const react = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = await readRequest(incoming);
    const mood = moodOf(requests.length);
    requests.push(request);
    waiting.splice(0).forEach(resolve => resolve());
    if (mood === 'hangs') return;
    if (mood === 'resets') {
      response.socket?.resetAndDestroy();
      return;
    }
    const answer =
      typeof mood === 'object' ? mood.answers : options.answer(request);
    send(response, answer, mood === 'breaks-off');
  };

  const server = createServer((incoming, response) => {
    // A client that gives up tears the stream: nothing to answer then.
    react(incoming, response).catch(() => response.destroy());
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    secret: 'open-sesame-3f9c17',
    get requests() {
      return requests;
    },
    feel(mood) {
      requests = [];
      waiting = [];
      moodOf = typeof mood === 'function' ? mood : () => mood;
    },
    nextRequest: () => new Promise(resolve => waiting.push(resolve)),
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
