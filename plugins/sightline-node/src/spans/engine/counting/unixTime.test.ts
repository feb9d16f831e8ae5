import fc from 'fast-check';
import { wholeMicros, wholeMillis } from './unixTime';

const words = (nanos: bigint): [number, number] => [
  Number(nanos >> 32n),
  Number(nanos & 0xffffffffn),
];

const moment = fc.oneof(
  fc.bigInt(0n, 9_000_000_000_000_000_000n),
  // A nanosecond before and after whole milliseconds of these days.
  fc
    .tuple(
      fc.bigInt(1_700_000_000_000n, 1_900_000_000_000n),
      fc.bigInt(-1n, 1n),
    )
    .map(([millis, nanos]) => millis * 1_000_000n + nanos),
);

describe('nanoseconds in two words', () => {
  it('are whole milliseconds and microseconds, exactly, also at their edges', () => {
    fc.assert(
      fc.property(moment, nanos => {
        const [high, low] = words(nanos);
        expect(wholeMillis(high, low)).toBe(Number(nanos / 1_000_000n));
        expect(wholeMicros(high, low)).toBe(Number(nanos / 1000n));
      }),
      { numRuns: 2000 },
    );
  });

  it('of nonsense are still milliseconds', () => {
    expect(wholeMillis(2 ** 32 - 1, 2 ** 32 - 1)).toBe(18_446_744_073_709);
  });
});
