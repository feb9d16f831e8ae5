import { Body } from './BodyDecoder';

/** A body in the pieces in which it came, each in memory of its own. */
export type ReceivedBody = Omit<Body, 'body'> & { pieces: Uint8Array[] };

/** Joining takes long where the body is large: it is the worker's to do. */
export const joined = ({ pieces, ...body }: ReceivedBody): Body => ({
  ...body,
  body: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces),
});

/** What it takes up, which is more than what is in it. */
export const memoryOf = ({ pieces }: ReceivedBody): number =>
  pieces.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
