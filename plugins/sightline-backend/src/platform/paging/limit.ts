import { InputError } from '@backstage/errors';

/** Rows a page when nobody says, and at most. */
const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

export const checkLimit = (limit: number = DEFAULT_LIMIT): number => {
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) {
    throw new InputError(
      `limit must be a whole number from 1 to ${MAX_LIMIT}, not ${limit}`,
    );
  }
  return limit;
};
