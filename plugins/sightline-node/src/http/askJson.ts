import { Instant } from '@sightline/backstage-plugin-sightline-common';
import { Outcome, retry } from '../source/Outcome';
import { AskContext } from '../source/Source';
import { untilDeadline } from './deadline';
import { describeFault } from './describeFault';
import { outcomeOfFault } from './outcomeOfFault';
import { outcomeOfStatus } from './outcomeOfStatus';
import { placeInWords } from './place';
import { readBody } from './readBody';
import { parseJson, ReceivedText, readShape } from './readJson';

/** One request to the outside. @public */
export type AskOptions = {
  url: string | URL;
  context: AskContext;
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  body?: string;
  /** bytes of the answer that are read at most; 32 MiB when left out */
  limit?: number;
  /** tells the time; for tests */
  now?: () => Instant;
};

const defaultLimit = 32 * 1024 * 1024;

const requestOnce = async (
  options: AskOptions,
  signal: AbortSignal,
  accept: string,
): Promise<Outcome<ReceivedText>> => {
  const { url, method = 'GET', headers, body, limit = defaultLimit } = options;
  const place = { url, method };
  const response = await fetch(url, {
    method,
    headers: { accept, ...headers },
    body,
    signal,
    redirect: 'manual',
  });
  const now = options.now ?? Date.now;
  const refusal = outcomeOfStatus(response, place, now());
  if (refusal) {
    await response.body?.cancel().catch(() => {});
    return refusal;
  }
  const contentType = response.headers.get('content-type') ?? '';
  try {
    const read = await readBody(response, limit, place);
    return read.outcome === 'ok'
      ? { ...read, value: { text: read.value, contentType } }
      : read;
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
): Promise<Outcome<ReceivedText>> => {
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
    ? { ...received, value: received.value.text }
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
  options: AskOptions & { read: (json: unknown) => T },
): Promise<Outcome<T>> => {
  const place = { url: options.url, method: options.method };
  const received = await ask(options, 'application/json, */*;q=0.5');
  if (received.outcome !== 'ok') {
    return received;
  }
  const json = parseJson(received.value, place);
  return json.outcome === 'ok'
    ? readShape(json.value, options.read, place)
    : json;
};
