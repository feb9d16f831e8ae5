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
const flagsAtMost = isJson + isPacked;

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

/** The frame that begins here, unless what stands here is none or not whole. */
const frameAt = (segment: Buffer, at: number): Frame | undefined => {
  const bodyEnd = at + header + segment.readUInt32LE(at);
  const id = segment.readDoubleLE(at + 8);
  const flags = segment[at + 24];
  // Before the sum, which costs: almost nothing that is no frame looks like one.
  if (bodyEnd > segment.length || flags > flagsAtMost) return undefined;
  if (!Number.isSafeInteger(id) || id < 0) return undefined;
  const sum = crc32(segment.subarray(at + 8, bodyEnd));
  if (sum !== segment.readUInt32LE(at + 4)) return undefined;
  return {
    id,
    arrivedAt: segment.readDoubleLE(at + 16),
    encoding: flags % 2 === isJson ? 'json' : 'protobuf',
    isGzip: flags >= isPacked,
    body: segment.subarray(at + header, bodyEnd),
  };
};

/**
 * The frames of a segment, and where the last of them ends.
 *
 * ```
 *   │ 41 │ 42 │ ▒▒▒▒ │ 44 │ 45 │ ▒▒
 *               │                └ a crash in the middle of writing: nobody was told
 *               │                  that it is safe
 *               └ the disk lost what it had: the frames behind it are found again,
 *                 and the missing number tells how much is gone
 * ```
 */
export const readFrames = (
  segment: Buffer,
): { frames: Frame[]; end: number } => {
  const frames: Frame[] = [];
  let end = 0;
  for (let at = 0; at + header <= segment.length; ) {
    const frame = frameAt(segment, at);
    if (frame) {
      frames.push(frame);
      at += header + frame.body.length;
      end = at;
    } else at += 1;
  }
  return { frames, end };
};
