import { IncomingMessage } from 'node:http';

export type ReadBody =
  | { read: 'all'; body: Uint8Array }
  | { read: 'too-large' | 'too-slow' | 'aborted' };

/**
 * Reads a body into memory of its own, which can be handed to a worker as it is.
 * Each piece is copied when it comes: joining 64 MiB at the end would hold the
 * event loop for longer than anybody may.
 */
export const readBody = (
  request: IncomingMessage,
  limits: { bytesAtMost: number; within: number },
): Promise<ReadBody> =>
  new Promise(resolve => {
    const told = Number(request.headers['content-length']);
    let memory = new Uint8Array(Math.min(told || 65_536, limits.bytesAtMost));
    let length = 0;

    const end = (result: ReadBody) => {
      clearTimeout(timer);
      request.off('data', take).off('end', finish);
      request.off('close', abort).off('error', abort);
      request.pause();
      resolve(result);
    };
    const take = (piece: Buffer) => {
      const needed = length + piece.length;
      if (needed > limits.bytesAtMost) {
        end({ read: 'too-large' });
        return;
      }
      if (needed > memory.length) {
        const room = Math.min(
          Math.max(needed, memory.length * 2),
          limits.bytesAtMost,
        );
        const larger = new Uint8Array(room);
        larger.set(memory.subarray(0, length));
        memory = larger;
      }
      memory.set(piece, length);
      length = needed;
    };
    const finish = () => end({ read: 'all', body: memory.subarray(0, length) });
    const abort = () => end({ read: 'aborted' });
    const timer = setTimeout(() => end({ read: 'too-slow' }), limits.within);

    request.on('data', take).on('end', finish);
    request.on('close', abort).on('error', abort);
  });
