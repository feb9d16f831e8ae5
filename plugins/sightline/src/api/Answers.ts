import { ResponseError } from '@backstage/errors';
import {
  Instant,
  Millis,
  RequestOptions,
} from '@sightline/backstage-plugin-sightline-common';
import { AnswerCache } from './AnswerCache';
import { isAbort, toProblem } from './Problem';
import { SharedRequests } from './SharedRequests';
import { AskOptions } from './SightlineApi';

type Reply = Pick<Response, 'ok' | 'status' | 'headers'> & {
  json(): Promise<unknown>;
};

/** What a question is remembered under: equal questions have equal keys. */
export const keyOf = (path: string, query: object = {}) =>
  `${path}?${JSON.stringify(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )}`;

/** Turns whatever went wrong into a Problem; being cancelled is not wrong. */
export const inWords = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw isAbort(error) ? error : toProblem(error);
  }
};

export const checked = async <R extends Reply>(reply: R): Promise<R> => {
  if (!reply.ok) {
    throw await ResponseError.fromResponse(reply as unknown as Response);
  }
  return reply;
};

/** The body of a reply as a file. */
export const asFile = (ask: () => Promise<Reply>): Promise<Blob> =>
  inWords(async () => {
    const reply = await checked(await ask());
    return (reply as Reply & Pick<Response, 'blob'>).blob();
  });

type AnswersOptions = {
  cache?: AnswerCache;
  /** how long an answer passes for new, so that ten cards ask once */
  freshFor?: Millis;
  now?: () => Instant;
};

/**
 * What was answered lately, and what is being asked:
 *
 * ```
 *   read ─▶ remembered and fresh? ─yes─▶ that
 *             │ no: shown meanwhile
 *             ▼
 *           asked already? ─▶ the same request ─▶ 304? ─yes─▶ what is remembered still holds
 * ```
 */
export class Answers {
  private readonly cache: AnswerCache;
  private readonly requests = new SharedRequests();
  private readonly freshFor: Millis;
  private readonly now: () => Instant;

  constructor(options: AnswersOptions) {
    this.now = options.now ?? Date.now;
    this.cache = options.cache ?? new AnswerCache({ now: this.now });
    this.freshFor = options.freshFor ?? 3_000;
  }

  async read<T>(
    key: string,
    ask: (how: RequestOptions) => Promise<Reply>,
    options: AskOptions<T> = {},
  ): Promise<T> {
    const { signal, fresh, earlier } = options;
    const remembered = this.cache.get<T>(key);
    if (remembered && !fresh) {
      if (this.now() - remembered.receivedAt <= this.freshFor) {
        return remembered.value;
      }
      earlier?.(remembered.value, remembered.receivedAt);
    }
    return inWords(() =>
      this.requests.ask(key, abort => this.fetch(key, ask, abort), signal),
    );
  }

  /** Forgets every answer whose key begins so; after a change was made. */
  forget(beginning: string) {
    this.cache.forget(beginning);
  }

  private async fetch<T>(
    key: string,
    ask: (how: RequestOptions) => Promise<Reply>,
    signal: AbortSignal,
  ): Promise<T> {
    const remembered = this.cache.get<T>(key);
    const reply = await ask({
      signal,
      headers: remembered?.etag ? { 'If-None-Match': remembered.etag } : {},
    });
    if (reply.status === 304 && remembered) {
      return this.cache.put(key, remembered.value, remembered.etag).value;
    }
    const value = (await (await checked(reply)).json()) as T;
    const etag = reply.headers.get('ETag') ?? undefined;
    return this.cache.put(key, value, etag).value;
  }
}
