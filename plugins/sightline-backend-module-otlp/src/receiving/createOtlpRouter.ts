import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Request, RequestHandler, Response, Router } from 'express';
import { Body, Taken } from '../keeping/SpanPipeline';
import { answerRefused, answerTaken, Encoding } from './answers';
import { readBody } from './readBody';

export type OtlpRouterOptions = {
  httpAuth: Pick<HttpAuthService, 'credentials'>;
  logger: Pick<LoggerService, 'warn'>;
  spans: {
    readonly canTake: boolean;
    readonly bytesUnderWay: number;
    take(body: Body): Promise<Taken>;
  };
  bodyAtMost: number;
  /** bytes that may be under way before senders are asked to wait */
  underWayAtMost: number;
  /** milliseconds for a body to arrive */
  bodyWithin: number;
};

type Refusal = { status: number; words: string; retryAfter?: number };

const retryAfter = 5;

const statusOf = {
  undecodable: 400,
  'too-large': 413,
  'not-now': 503,
} as const;

/**
 * OTLP over HTTP, version 1.11, for traces. Whatever can be refused is refused
 * before the body is read; what is refused says so once, in the log and in the
 * answer, in the sender's encoding.
 */
export const createOtlpRouter = (options: OtlpRouterOptions): Router => {
  const { logger, spans } = options;
  const router = Router();
  let bytesBeingRead = 0;

  const refuse = (request: Request, response: Response, refusal: Refusal) => {
    logger.warn(`Traces refused (${refusal.status}): ${refusal.words}`);
    answerRefused(response, encodingOf(request) ?? 'json', refusal);
    // Who is still sending shall be able to read the answer.
    request.resume();
  };

  const refusalBeforeReading = (request: Request): Refusal | undefined => {
    const told = Number(request.headers['content-length'] ?? 0);
    if (told > options.bodyAtMost) {
      return { status: 413, words: tooLarge(options.bodyAtMost) };
    }
    if (!spans.canTake) {
      return { status: 503, words: 'Not ready yet', retryAfter };
    }
    const underWay = spans.bytesUnderWay + bytesBeingRead + told;
    return underWay > options.underWayAtMost
      ? { status: 429, words: 'Too much at once', retryAfter }
      : undefined;
  };

  const readAndTake = async (request: Request): Promise<Taken | Refusal> => {
    const told = Number(request.headers['content-length'] ?? 65_536);
    bytesBeingRead += told;
    try {
      const read = await readBody(request, {
        bytesAtMost: options.bodyAtMost,
        within: options.bodyWithin,
      });
      if (read.read === 'all') {
        return await spans.take({
          body: read.body,
          encoding: encodingOf(request)!,
          isGzip: request.headers['content-encoding'] === 'gzip',
        });
      }
      return unread[read.read](options);
    } finally {
      bytesBeingRead -= told;
    }
  };

  const handle: RequestHandler = async (request, response) => {
    const early =
      (await refusalOfSender(request, options.httpAuth)) ??
      refusalOfForm(request) ??
      refusalBeforeReading(request);
    if (early) {
      refuse(request, response, early);
      return;
    }
    const outcome = await readAndTake(request).catch(
      (error): Refusal => ({ status: 500, words: `${error}` }),
    );
    if ('status' in outcome) refuse(request, response, outcome);
    else if (outcome.taken === 'safe') {
      answerTaken(response, encodingOf(request)!, outcome.rejected);
    } else {
      const status = statusOf[outcome.taken];
      refuse(request, response, {
        status,
        words: outcome.words,
        ...(status === 503 ? { retryAfter } : {}),
      });
    }
  };

  router.post('/otlp/v1/traces', handle);
  return router;
};

const tooLarge = (bytes: number) => `The body is larger than ${bytes} bytes`;

const unread = {
  'too-large': ({ bodyAtMost }: OtlpRouterOptions): Refusal => ({
    status: 413,
    words: tooLarge(bodyAtMost),
  }),
  'too-slow': ({ bodyWithin }: OtlpRouterOptions): Refusal => ({
    status: 408,
    words: `The body took longer than ${bodyWithin} ms`,
  }),
  aborted: (): Refusal => ({ status: 400, words: 'The body was broken off' }),
};

const encodingOf = (request: Request): Encoding | undefined => {
  const type = (request.headers['content-type'] ?? '').split(';')[0].trim();
  if (type === 'application/x-protobuf') return 'protobuf';
  return type === 'application/json' ? 'json' : undefined;
};

const refusalOfForm = (request: Request): Refusal | undefined => {
  if (!encodingOf(request)) {
    return {
      status: 415,
      words: 'Send application/x-protobuf or application/json',
    };
  }
  const encoding = request.headers['content-encoding'] ?? 'identity';
  return ['gzip', 'identity'].includes(encoding)
    ? undefined
    : {
        status: 415,
        words: `Compress with gzip or not at all, not with ${encoding}`,
      };
};

/** Programs send traces, people do not. */
const refusalOfSender = async (
  request: Request,
  httpAuth: OtlpRouterOptions['httpAuth'],
): Promise<Refusal | undefined> => {
  try {
    await httpAuth.credentials(request, { allow: ['service'] });
    return undefined;
  } catch (error) {
    const status =
      error instanceof Error && error.name === 'NotAllowedError' ? 403 : 401;
    return { status, words: 'Send a token of a service or an external access' };
  }
};
