/**
 * 64 bits of (trace id, span id), as two integers. All six words go through both
 * halves one after the other, because ids are not always random: old tracers
 * number their spans from 1.
 */
export const fingerprintHigh = (
  traceIds: Uint32Array,
  trace: number,
  spanIds: Uint32Array,
  span: number,
): number => {
  let hash = Math.imul(traceIds[trace] ^ 0x2545f491, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ traceIds[trace + 1], 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ traceIds[trace + 2], 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16) ^ traceIds[trace + 3], 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 15) ^ spanIds[span], 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 13) ^ spanIds[span + 1], 0x9e3779b1);
  return hash ^ (hash >>> 16);
};

export const fingerprintLow = (
  traceIds: Uint32Array,
  trace: number,
  spanIds: Uint32Array,
  span: number,
): number => {
  let hash = Math.imul(spanIds[span + 1] ^ 0x51ed270b, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15) ^ spanIds[span], 0x27d4eb2f);
  hash = Math.imul(hash ^ (hash >>> 13) ^ traceIds[trace + 3], 0x165667b1);
  hash = Math.imul(hash ^ (hash >>> 16) ^ traceIds[trace + 2], 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15) ^ traceIds[trace + 1], 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 13) ^ traceIds[trace], 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};
