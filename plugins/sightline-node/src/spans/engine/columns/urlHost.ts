const slash = 0x2f;
const colon = 0x3a;
const question = 0x3f;
const hash = 0x23;
const at = 0x40;
const bracket = 0x5b;
const closing = 0x5d;

/**
 * Where the host stands in a URL, as `from * 2^16 + length` relative to the
 * URL's start; 0 when there is none. Works on bytes, because a URL differs in
 * every span and must not become a string.
 *
 * @example `https://user@shop.example:8443/orders?id=7` → `shop.example`
 */
export const urlHost = (
  buffer: Uint8Array,
  from: number,
  to: number,
): number => {
  let start = -1;
  for (let i = from; i + 2 < to && i < from + 16; i++) {
    if (
      buffer[i] === colon &&
      buffer[i + 1] === slash &&
      buffer[i + 2] === slash
    ) {
      start = i + 3;
      break;
    }
  }
  if (start < 0) return 0;
  let end = start;
  // A host has at most 253 characters; credentials may stand before it.
  const limit = Math.min(to, start + 512);
  while (end < limit) {
    const byte = buffer[end];
    if (byte === slash || byte === question || byte === hash) break;
    if (byte === at) start = end + 1;
    end += 1;
  }
  // The colons within an IPv6 address's brackets begin no port.
  const within = buffer[start] === bracket;
  for (let i = start; i < end; i++) {
    if (within ? buffer[i] === closing : buffer[i] === colon) {
      end = within ? i + 1 : i;
    }
  }
  return end > start ? (start - from) * 65536 + (end - start) : 0;
};
