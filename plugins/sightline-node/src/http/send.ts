import { request } from 'node:https';
import { Readable } from 'node:stream';

/**
 * How to trust, and be trusted by, a server inside a company: texts in PEM
 * format. What is left out is as Node has it.
 * @public
 */
export type TlsTexts = {
  /** authorities that may have issued the server's certificate, instead of Node's */
  ca?: string;
  /** our own certificate and its key, where the server asks for one */
  cert?: string;
  key?: string;
};

export type Sent = {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  tls?: TlsTexts;
};

// The constructor of Response refuses a body beside these.
const withoutBody = new Set([204, 205, 304]);

/**
 * As `fetch` does it, redirects left alone. `fetch` takes no certificates of our
 * own, so where there are some Node's client asks, and its answer is put into
 * the same form.
 */
export const send = (url: string | URL, sent: Sent): Promise<Response> => {
  const { tls, ...init } = sent;
  return tls && new URL(url).protocol === 'https:'
    ? sendWith(tls, url, init)
    : fetch(url, { ...init, redirect: 'manual' });
};

const sendWith = (
  tls: TlsTexts,
  url: string | URL,
  { body, ...init }: Omit<Sent, 'tls'>,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { ...init, ...tls }, incoming => {
      const status = incoming.statusCode ?? 0;
      const headers = new Headers();
      for (const [name, value] of Object.entries(incoming.headersDistinct)) {
        value?.forEach(one => headers.append(name, one));
      }
      // Ends with an error when the connection breaks off, as that of fetch does.
      const stream = Readable.toWeb(incoming) as ReadableStream<Uint8Array>;
      const answer = withoutBody.has(status) ? null : stream;
      resolve(new Response(answer, { status, headers }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
