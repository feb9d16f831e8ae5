import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Request, Response, Router } from 'express';
import {
  answerRefused,
  answerTaken,
  comesAgain,
  Refusal,
  retryAfter,
} from './answers';
import { discardRest } from './discardRest';
import { encodingOf, isGzip, refusalOfForm } from './forms';
import { ReadBody, readBody } from './readBody';
import { RefusalLog } from './RefusalLog';
import { refusalOfSender } from './refusalOfSender';
import { SpanTaker } from './SpanTaker';

export type OtlpRouterOptions = {
  httpAuth: Pick<HttpAuthService, 'credentials'>;
  logger: Pick<LoggerService, 'warn'>;
  spans: SpanTaker;
  bodyAtMost: number;
  /** memory of bodies that may be under way before senders are asked to wait */
  underWayAtMost: number;
  /** milliseconds for a body to arrive */
  bodyWithin: number;
};

/** Below `/api/sightline`. */
export const otlpPath = '/otlp/v1/traces';

const statusOf = {
  undecodable: 400,
  'too-large': 413,
  'not-now': 503,
  failed: 500,
} as const;

/**
 * OTLP over HTTP, version 1.11, for traces. Whatever can be refused is refused
 * before the body is read; what is refused says so once, in the log and in the
 * answer, in the sender's encoding.
 */
export const createOtlpRouter = (options: OtlpRouterOptions): Router => {
  const { spans, httpAuth, bodyAtMost, bodyWithin: within } = options;
  const log = new RefusalLog(options.logger, () => performance.now());
  const router = Router();
  let beingRead = 0;

  const refuse = (request: Request, response: Response, refusal: Refusal) => {
    const { status, words } = refusal;
    log.add(status, words);
    // Who broke off does not know what became of it, and comes again, too.
    const isBrokenOff = request.destroyed && !request.complete;
    if (!isBrokenOff && !comesAgain(status)) spans.refused(status);
    // Who was too slow would be so with the rest, and with the next one behind it.
    if (status === 408) response.set('Connection', 'close');
    answerRefused(response, encodingOf(request) ?? 'json', refusal);
    discardRest(request, options);
  };

  const hasMemory = (bytes: number) =>
    spans.bytesUnderWay + beingRead + bytes <= options.underWayAtMost;

  const refusalBeforeReading = (request: Request): Refusal | undefined => {
    const told = Number(request.headers['content-length'] ?? 0);
    if (told > bodyAtMost) return unread['too-large'](options);
    if (spans.whyNot !== undefined) {
      return { status: 503, words: spans.whyNot, retryAfter };
    }
    return hasMemory(told) ? undefined : unread['too-much'](options);
  };

  const read = async (request: Request): Promise<ReadBody> => {
    let claimed = 0;
    const claim = (bytes: number) => {
      if (!hasMemory(bytes)) return false;
      claimed += bytes;
      beingRead += bytes;
      return true;
    };
    try {
      return await readBody(request, {
        bytesAtMost: bodyAtMost,
        within,
        claim,
      });
    } finally {
      beingRead -= claimed;
    }
  };

  const handle = async (request: Request, response: Response) => {
    const early =
      (await refusalOfSender(request, httpAuth)) ??
      refusalOfForm(request) ??
      refusalBeforeReading(request);
    if (early) {
      refuse(request, response, early);
      return;
    }
    const encoding = encodingOf(request)!;
    const body = await read(request);
    if (body.read !== 'all') {
      refuse(request, response, unread[body.read](options));
      return;
    }
    const { pieces } = body;
    const outcome = await spans.take({
      encoding,
      isGzip: isGzip(request),
      pieces,
    });
    if (outcome.taken === 'safe') {
      answerTaken(response, encoding, outcome.rejected);
      return;
    }
    const { taken, words } = outcome;
    const mayRetry = taken === 'not-now' ? { retryAfter } : {};
    refuse(request, response, { status: statusOf[taken], words, ...mayRetry });
  };

  router.post(otlpPath, (request, response, next) => {
    handle(request, response).catch(next);
  });
  router.all(otlpPath, (request, response) => {
    response.set('Allow', 'POST');
    const words = `Traces are sent with POST, not with ${request.method}`;
    answerRefused(response, encodingOf(request) ?? 'json', {
      status: 405,
      words,
    });
    discardRest(request, options);
  });
  return router;
};

/** Why a body was not read to its end. */
const unread: Record<
  Exclude<ReadBody['read'], 'all'>,
  (options: OtlpRouterOptions) => Refusal
> = {
  'too-large': ({ bodyAtMost }) => ({
    status: 413,
    words: `The body is larger than ${bodyAtMost} bytes`,
  }),
  'too-slow': ({ bodyWithin }) => ({
    status: 408,
    words: `The body took longer than ${bodyWithin} ms`,
  }),
  'too-much': () => ({ status: 429, words: 'Too much at once', retryAfter }),
  aborted: () => ({ status: 400, words: 'The body was broken off' }),
};
