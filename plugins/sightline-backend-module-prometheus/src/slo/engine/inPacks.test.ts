import fc from 'fast-check';
import { asOneQuestion, inPacks } from './inPacks';

describe('inPacks', () => {
  it('leaves out nothing, and makes no more packs than allowed', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat()),
        fc.integer({ min: 1, max: 9 }),
        (all, atMost) => {
          const packs = inPacks(all, atMost);
          expect(packs.flat().sort()).toEqual([...all].sort());
          expect(packs.length).toBeLessThanOrEqual(atMost);
          const sizes = packs.map(pack => pack.length);
          const most = Math.max(0, ...sizes);
          expect(sizes.every(size => size >= most - 1)).toBe(true);
        },
      ),
    );
  });
});

describe('asOneQuestion', () => {
  it('says of each answer which question it belongs to', () => {
    expect(asOneQuestion(['up', 'sum(down)'], 'nth')).toBe(
      'label_replace((up), "nth", "0", "", "") or label_replace((sum(down)), "nth", "1", "", "")',
    );
  });
});
