import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Outcome, retry } from '../source/Outcome';
import { AskContext } from '../source/Source';
import { untilDeadline } from './deadline';
import { describeFault } from './describeFault';
import { explained } from './explained';
import { outcomeOfFault } from './outcomeOfFault';
import { outcomeOfStatus } from './outcomeOfStatus';
import { placeInWords } from './place';
import { readBody } from './readBody';
import {
  asText,
  parseJson,
  ReceivedBytes,
  readShape,
  refusalOfHtml,
} from './readJson';
import { send, TlsTexts } from './send';

/** One request to the outside. @public */
export type AskOptions = {
  url: string | URL;
  context: AskContext;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string;
  /** statuses besides 2xx that come with an answer, not with a refusal */
  alsoTake?: readonly number[];
  /** bytes of the answer that are read at most; 32 MiB when left out */
  limit?: number;
  /** certificates of our own */
  tls?: TlsTexts;
  /** what the body of a refusal says, to be added to its words; undefined when nothing */
  explain?: (body: string) => string | undefined;
  /** tells the time; for tests */
  now?: () => Instant;
};

const defaultLimit = 32 * 1024 * 1024;

const requestOnce = async (
  options: AskOptions,
  signal: AbortSignal,
  accept: string,
): Promise<Outcome<ReceivedBytes>> => {
  const { url, method = 'GET', headers, body, limit = defaultLimit } = options;
  const place = { url, method };
  const response = await send(url, {
    method,
    headers: { accept, ...headers },
    body,
    signal,
    tls: options.tls,
  });
  const now = options.now ?? Date.now;
  const refusal = options.alsoTake?.includes(response.status)
    ? undefined
    : outcomeOfStatus(response, place, now());
  if (refusal) {
    return explained(refusal, response, options.explain);
  }
  const contentType = response.headers.get('content-type') ?? '';
  try {
    const read = await readBody(response, limit, place);
    if (read.outcome !== 'ok') return read;
    const { status } = response;
    const received = Object.fromEntries(response.headers);
    const value = { bytes: read.value, contentType, status, headers: received };
    return { ...read, value };
  } catch (error) {
    const fault = describeFault(error, place);
    return outcomeOfFault(
      fault.kind === 'connection-reset'
        ? { ...fault, kind: 'cut-off' as const }
        : fault,
    );
  }
};

const ask = async (
  options: AskOptions,
  accept: string,
): Promise<Outcome<ReceivedBytes>> => {
  const { url, method = 'GET', context, now = Date.now } = options;
  const limited = untilDeadline(context, now());
  const startedAt = now();
  try {
    limited.signal.throwIfAborted();
    context.countCall();
    const answer = await requestOnce(options, limited.signal, accept);
    return limited.signal.aborted && answer.outcome !== 'ok'
      ? gaveUp()
      : answer;
  } catch (error) {
    return limited.signal.aborted
      ? gaveUp()
      : outcomeOfFault(describeFault(error, { url, method }));
  } finally {
    limited.clear();
  }

  function gaveUp(): Outcome<never> {
    const { host, request } = placeInWords({ url, method });
    const seconds = Math.max(0, Math.round((now() - startedAt) / 100) / 10);
    const words = `${host} had not answered ${request} after ${seconds} s, when waiting for it was given up`;
    return retry({ kind: 'timeout', words });
  }
};

/**
 * Asks for text. Every way in which this can go wrong comes back as an outcome
 * in words; it never throws.
 * @public
 */
export const askText = async (
  options: AskOptions,
): Promise<Outcome<string>> => {
  const received = await ask(options, 'text/plain, */*;q=0.8');
  return received.outcome === 'ok'
    ? { ...received, value: asText(received.value).text }
    : received;
};

/**
 * Asks for JSON and reads it. `read` gets whatever came and returns what the
 * source understands, or throws (a zod schema's `parse` will do).
 *
 * @example
 * ```ts
 * const answer = await askJson({ url, context, read: targets.parse });
 * if (answer.outcome !== 'ok') return answer;
 * ```
 * @public
 */
export const askJson = async <T>(
  options: AskOptions & {
    read: (json: unknown) => T;
    /** of a text that is large; throws as `JSON.parse` does, which it is when left out */
    parse?: (text: string) => unknown;
  },
): Promise<Outcome<T>> => {
  const place = { url: options.url, method: options.method, as: 'JSON' };
  const received = await ask(options, 'application/json, */*;q=0.5');
  if (received.outcome !== 'ok') {
    return received;
  }
  const json = parseJson(asText(received.value), place, options.parse);
  return json.outcome === 'ok'
    ? readShape(json.value, options.read, place)
    : json;
};

/**
 * Asks for bytes of the type `accept` and reads them; `read` throws when they
 * are something else. A web page never reaches it.
 * @public
 */
export const askBytes = async <T>(
  options: AskOptions & {
    accept: string;
    read: (received: ReceivedBytes) => T;
  },
): Promise<Outcome<T>> => {
  const { url, method, accept } = options;
  const received = await ask(options, accept);
  if (received.outcome !== 'ok') {
    return received;
  }
  const place = { url, method, as: accept };
  return (
    refusalOfHtml(asText(received.value, 100), place) ??
    readShape(received.value, options.read, place)
  );
};
