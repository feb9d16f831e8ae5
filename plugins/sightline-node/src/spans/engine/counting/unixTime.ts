/**
 * Nanoseconds since 1970, which come as two words of 32 bits, in coarser units.
 * As one number they would be 64 bits, and a float has 53: the remainder of the
 * upper word is carried to the lower one, where everything is exact.
 *
 * ```
 *   high × 2^32 + low   with   2^32 = 4294 × 10^6 + 967,296
 *                                   = 4,294,967 × 10^3 + 296
 * ```
 *
 * @example 1,790,000,000,000,999,999 ns are 1,790,000,000,000 ms
 */
export const wholeMillis = (high: number, low: number): number =>
  high * 4294 + Math.floor((high * 967_296 + low) / 1e6);

/** Exact until the year 2255. */
export const wholeMicros = (high: number, low: number): number =>
  high * 4_294_967 + Math.floor((high * 296 + low) / 1e3);
