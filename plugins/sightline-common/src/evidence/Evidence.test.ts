import fc from 'fast-check';
import { toIso } from '../units/time';
import { ageOf, isStale } from './Evidence';

const seen = Date.parse('2026-11-21T02:00:00Z');
const evidence = {
  source: 'catalog',
  observedAt: '2026-11-21T02:00:00.000Z',
  validFor: 60_000,
};

describe('evidence', () => {
  it.each([
    ['the moment it was seen', seen, 0, false],
    ['within its validity', seen + 59_999, 59_999, false],
    ['at the very end of it', seen + 60_000, 60_000, false],
    ['a millisecond later', seen + 60_001, 60_001, true],
    ['before it was seen, by a clock that lags', seen - 5_000, 0, false],
  ])('%s', (_title, now, age, stale) => {
    expect({
      age: ageOf(evidence, now),
      stale: isStale(evidence, now),
    }).toEqual({ age, stale });
  });

  it('once stale stays stale', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (after, later) => {
        const stale = isStale(evidence, seen + after);
        expect(stale && !isStale(evidence, seen + after + later)).toBe(false);
      }),
    );
  });

  it('keeps a moment to the millisecond on its way over the wire', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), instant => {
        expect(
          ageOf({ ...evidence, observedAt: toIso(instant) }, instant),
        ).toBe(0);
      }),
    );
  });
});
