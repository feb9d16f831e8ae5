import fc from 'fast-check';
import { ratioOf } from './ratio';
import { toInstant, toIso } from './time';

describe('ratioOf', () => {
  it.each([
    [3, 4, 0.75],
    [0, 4, 0],
    [4, 4, 1],
    [0, 0, undefined],
    [3, 0, undefined],
  ])('%d of %d is %s', (part, whole, ratio) => {
    expect(ratioOf(part, whole)).toBe(ratio);
  });
});

describe('moments', () => {
  it('survive the way to the wire and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8.64e15, max: 8.64e15 }), instant => {
        expect(toInstant(toIso(instant))).toBe(instant);
      }),
    );
  });

  it.each(['', 'yesterday', '2026-13-01T00:00:00Z'])(
    "are undefined where there is none: '%s'",
    text => {
      expect(toInstant(text)).toBeUndefined();
    },
  );
});
