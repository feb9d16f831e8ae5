import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

const gzipped = promisify(gzip);

/** What became of a request, before anybody decides what that means. */
export type Answer = { status: number; retryAfter?: string; body: Uint8Array };

/** Sends one encoded batch; throws when there was no answer at all. */
export type PostBatch = (
  body: Uint8Array,
  signal: AbortSignal,
) => Promise<Answer>;

const MOST_WAITING_MS = 30_000;

/** OTLP over HTTP as the Collector does it by default: protobuf, gzip, half a minute of patience. */
export function createPostBatch(options: {
  endpoint: string;
  token?: string;
}): PostBatch {
  const { endpoint, token } = options;
  return async (body, signal) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      body: await gzipped(body),
      headers: {
        'content-type': 'application/x-protobuf',
        'content-encoding': 'gzip',
        'user-agent': 'harbour-town',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.any([signal, AbortSignal.timeout(MOST_WAITING_MS)]),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      body: new Uint8Array(await response.arrayBuffer()),
    };
  };
}
