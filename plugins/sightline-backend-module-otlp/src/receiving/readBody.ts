import { IncomingMessage } from 'node:http';

export type ReadBody =
  | { read: 'all'; pieces: Uint8Array[] }
  | { read: 'too-large' | 'too-slow' | 'too-much' | 'aborted' };

export type BodyLimits = {
  bytesAtMost: number;
  /** milliseconds */
  within: number;
  /** memory for the next piece, unless there is too much in use already */
  claim(bytes: number): boolean;
};

const smallest = 64 * 1024;
const largest = 1024 * 1024;

/**
 * Reads a body into memory of its own, which can be handed to a worker as it is.
 *
 * In pieces of a mebibyte at most: joining 64 of them would hold the event loop
 * for longer than anybody may. Memory is taken when the bytes are there, not
 * when they are announced, so that who announces much and sends nothing takes
 * nothing from anybody.
 */
export const readBody = (
  request: IncomingMessage,
  limits: BodyLimits,
): Promise<ReadBody> =>
  new Promise(resolve => {
    const told = Number(request.headers['content-length'] ?? Infinity);
    const pieces: Uint8Array[] = [];
    let length = 0;
    let free = 0;

    const end = (result: ReadBody) => {
      clearTimeout(timer);
      request.off('data', take).off('end', finish);
      request.off('close', abort).off('error', abort);
      request.pause();
      resolve(result);
    };
    /** One more piece, as large as all that came so far: seldom more than four. */
    const grow = (needed: number): boolean => {
      const wanted = Math.min(Math.max(length, smallest), largest);
      const bytes = Math.max(Math.min(wanted, told - length), needed);
      if (!limits.claim(bytes)) return false;
      pieces.push(new Uint8Array(bytes));
      free = bytes;
      return true;
    };
    const put = (bytes: Uint8Array) => {
      const piece = pieces[pieces.length - 1];
      piece.set(bytes, piece.length - free);
      free -= bytes.length;
      length += bytes.length;
    };
    const take = (bytes: Buffer) => {
      if (length + bytes.length > limits.bytesAtMost) {
        end({ read: 'too-large' });
        return;
      }
      const fits = Math.min(free, bytes.length);
      if (fits > 0) put(bytes.subarray(0, fits));
      if (fits === bytes.length) return;
      if (grow(bytes.length - fits)) put(bytes.subarray(fits));
      else end({ read: 'too-much' });
    };
    const finish = () => {
      const last = pieces.pop();
      if (last) pieces.push(last.subarray(0, last.length - free));
      end({ read: 'all', pieces });
    };
    const abort = () => end({ read: 'aborted' });
    const timer = setTimeout(() => end({ read: 'too-slow' }), limits.within);

    request.on('data', take).on('end', finish);
    request.on('close', abort).on('error', abort);
  });
