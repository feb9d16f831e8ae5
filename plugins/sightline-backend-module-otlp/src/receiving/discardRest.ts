import { IncomingMessage } from 'node:http';

/**
 * Reads what is left of a body that was refused, and forgets it: a connection
 * that is closed while its other end still writes is reset, often before the
 * answer was read, and who did not read "too large" sends the same again. It
 * has an end, too: who goes on and on is cut off.
 */
export const discardRest = (
  request: IncomingMessage,
  { bodyAtMost, bodyWithin }: { bodyAtMost: number; bodyWithin: number },
) => {
  if (request.readableEnded || request.destroyed) return;
  // What is a little too large has its end within that.
  let left = 2 * bodyAtMost;
  const timer = setTimeout(() => request.destroy(), bodyWithin);
  const done = () => clearTimeout(timer);
  request.on('data', (bytes: Buffer) => {
    left -= bytes.length;
    if (left < 0) request.destroy();
  });
  request.on('end', done).on('close', done);
  request.on('error', done);
  request.resume();
};
