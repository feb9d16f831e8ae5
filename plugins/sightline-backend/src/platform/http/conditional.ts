import { Request, Response } from 'express';

/**
 * Marks the answer with its ETag, which comes quoted, and says whether the asker has it already
 * (then the answer is complete: 304, no body). Answers are private to the
 * asker and checked each time: what one may see depends on permissions.
 */
export const isUnchanged = (
  request: Pick<Request, 'headers'>,
  response: Response,
  etag: string,
): boolean => {
  response.set('ETag', etag);
  response.set('Cache-Control', 'private, no-cache');
  if (!matches(request.headers['if-none-match'], etag)) {
    return false;
  }
  response.status(304).end();
  return true;
};

/** `If-None-Match` may list several tags, or be `*`; weak and strong compare alike. */
const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  header
    .split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
    .some(tag => tag === '*' || tag === etag);
