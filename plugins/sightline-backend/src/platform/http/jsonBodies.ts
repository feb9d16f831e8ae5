import { InputError } from '@backstage/errors';
import express, { RequestHandler } from 'express';

/** What the parser notes about itself is nobody's business: only these are told. */
const tooLarge = () =>
  Object.defineProperties(new Error('The body is larger than 100 kB'), {
    name: { value: 'PayloadTooLargeError' },
    statusCode: { value: 413 },
  });

/**
 * Reads JSON before the router of the specification does. That one calls all that
 * goes wrong while it reads a mistake in what was sent (400); here a body that is
 * too large is answered as such (413).
 */
export const jsonBodies = (): RequestHandler => {
  const read = express.json({ limit: '100kb' });
  return (request, response, next) =>
    read(request, response, error => {
      if (!error) next();
      else
        next(error.status === 413 ? tooLarge() : new InputError(error.message));
    });
};
