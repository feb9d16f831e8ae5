const zero = 0x30;
const nine = 0x39;

/**
 * How many spans one sampled span stands for, from W3C `tracestate`: the
 * OpenTelemetry entry `ot=` carries `th:`, the threshold below which traces
 * were dropped, as up to 14 hexadecimal digits without their trailing zeros.
 *
 * `weight = 2^56 ÷ (2^56 − threshold)`; 0 when nothing (readable) is said.
 *
 * @example `ot=th:8` dropped half: 2; `rojo=1,ot=rv:1;th:c` dropped three of four: 4
 */
export const samplingWeight = (
  buffer: Uint8Array,
  from: number,
  to: number,
): number => {
  const digits = thresholdAt(buffer, from, to);
  if (digits < 0) return 0;
  let threshold = 0;
  let scale = 1;
  let count = 0;
  for (let at = digits; at < to && count < 15; at++) {
    const digit = hexDigit(buffer[at]);
    if (digit < 0) break;
    scale /= 16;
    threshold += digit * scale;
    count += 1;
  }
  // A share of 1 would mean that nothing is sampled, and here is a sample.
  return count === 0 || count > 14 || threshold >= 1 ? 0 : 1 / (1 - threshold);
};

/** Where the digits of `th:` begin within the `ot=` entry, or -1. */
const thresholdAt = (buffer: Uint8Array, from: number, to: number): number => {
  let at = from;
  while (at < to) {
    while (at < to && buffer[at] === 0x20) at += 1;
    const isOt =
      buffer[at] === 0x6f && buffer[at + 1] === 0x74 && buffer[at + 2] === 0x3d;
    if (isOt && at + 3 <= to) {
      let field = at + 3;
      while (field < to && buffer[field] !== 0x2c) {
        const isTh =
          buffer[field] === 0x74 &&
          buffer[field + 1] === 0x68 &&
          buffer[field + 2] === 0x3a;
        if (isTh && field + 3 < to) return field + 3;
        while (field < to && buffer[field] !== 0x3b && buffer[field] !== 0x2c) {
          field += 1;
        }
        if (buffer[field] === 0x3b) field += 1;
      }
      return -1;
    }
    while (at < to && buffer[at] !== 0x2c) at += 1;
    at += 1;
  }
  return -1;
};

const hexDigit = (byte: number) => {
  if (byte >= zero && byte <= nine) return byte - zero;
  if (byte >= 0x61 && byte <= 0x66) return byte - 0x57;
  if (byte >= 0x41 && byte <= 0x46) return byte - 0x37;
  return -1;
};
