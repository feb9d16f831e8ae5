import { crc32 } from 'node:zlib';

/** A body as it came, with what is needed to take it in once more. */
export type Frame = {
  /** number of the batch: ever one more */
  id: number;
  arrivedAt: number;
  encoding: 'protobuf' | 'json';
  isGzip: boolean;
  body: Uint8Array;
};

/**
 * ```
 *   0        4        8          16           24      25
 *   │ length │ crc32  │ id (f64) │ time (f64) │ flags │ body … │
 *            └ of all that follows it
 * ```
 */
const header = 25;

const isJson = 1;
const isPacked = 2;

export const frameHeader = (frame: Frame): Buffer => {
  const bytes = Buffer.alloc(header);
  const flags =
    (frame.encoding === 'json' ? isJson : 0) + (frame.isGzip ? isPacked : 0);
  bytes.writeUInt32LE(frame.body.length, 0);
  bytes.writeDoubleLE(frame.id, 8);
  bytes.writeDoubleLE(frame.arrivedAt, 16);
  bytes.writeUInt8(flags, 24);
  bytes.writeUInt32LE(crc32(frame.body, crc32(bytes.subarray(8))), 4);
  return bytes;
};

/**
 * The frames of a segment up to the first that is not whole, and where that
 * begins: a crash in the middle of writing leaves such an end, and nobody was
 * told that what stands there is safe.
 */
export const readFrames = (
  segment: Buffer,
): { frames: Frame[]; end: number } => {
  const frames: Frame[] = [];
  let at = 0;
  while (at + header <= segment.length) {
    const bodyEnd = at + header + segment.readUInt32LE(at);
    if (bodyEnd > segment.length) break;
    const sum = crc32(segment.subarray(at + 8, bodyEnd));
    if (sum !== segment.readUInt32LE(at + 4)) break;
    const flags = segment.readUInt8(at + 24);
    frames.push({
      id: segment.readDoubleLE(at + 8),
      arrivedAt: segment.readDoubleLE(at + 16),
      encoding: flags % 2 === isJson ? 'json' : 'protobuf',
      isGzip: flags >= isPacked,
      body: segment.subarray(at + header, bodyEnd),
    });
    at = bodyEnd;
  }
  return { frames, end: at };
};
