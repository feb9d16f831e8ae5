import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';
import { randomUUID } from 'node:crypto';

/** What `@backstage/errors` throws on purpose: its words are meant to be read. */
const meant = new Set([
  'NotModifiedError',
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'NotImplementedError',
  'ServiceUnavailableError',
]);

/**
 * Everything else may carry SQL, hosts or paths in its message. Backstage hides
 * that for PostgreSQL only; here it goes to the log, and the asker gets the id
 * under which it can be found there.
 */
export const hideInternalErrors =
  (logger: LoggerService): ErrorRequestHandler =>
  (error, request, _response, next) => {
    if (meant.has(error?.name) || isRefusal(error)) {
      next(error);
      return;
    }
    const id = randomUUID();
    logger.error(`${request.method} failed, logId=${id}`, error);
    next(new Error(`An internal error occurred logId=${id}`));
  };

/** What Express and its parsers refuse: 413, 415… */
const isRefusal = (error: { status?: unknown; statusCode?: unknown }) => {
  const status = error?.statusCode ?? error?.status;
  return typeof status === 'number' && status >= 400 && status < 500;
};
