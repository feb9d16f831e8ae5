import { InputError } from '@backstage/errors';
import { RequestHandler } from 'express';

/**
 * PostgreSQL keeps no NUL in a text and fails on the question alone. Nothing we
 * know by name has one, so that a request with one is a mistake of its sender.
 */
export const refuseNul = (): RequestHandler => (request, _response, next) => {
  if (/%00/.test(request.url) || holdsNul(request.body)) {
    throw new InputError('A request must not contain the character NUL');
  }
  next();
};

const holdsNul = (value: unknown): boolean => {
  if (typeof value === 'string') {
    return value.includes('\0');
  }
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some(holdsNul)
  );
};
