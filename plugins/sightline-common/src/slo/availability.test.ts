import fc from 'fast-check';
import { errorBudget } from './errorBudget';
import { extraNine } from './extraNine';
import { neededOfEach } from './neededOfEach';
import { seriesAvailability } from './seriesAvailability';

const alike = (count: number, each: number) =>
  new Map(Array.from({ length: count }, (_, number) => [`${number}`, each]));

const ratios = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 20,
});
const named = (all: readonly number[]) =>
  new Map(all.map((each, number) => [`${number}`, each]));

describe('seriesAvailability', () => {
  it.each([
    [0, 1],
    [1, 0.999],
    [2, 0.998001],
    [3, 0.997002999],
    [5, 0.99500999],
    [10, 0.99004488],
  ])('of %d at three nines is %d', (count, product) => {
    expect(seriesAvailability(alike(count, 0.999))).toBeCloseTo(product, 9);
  });

  it('counts whoever is named twice once', () => {
    const all = new Map([
      ['payments', 0.9997],
      ['cart', 0.9992],
      ['payments', 0.9997],
    ]);
    expect(seriesAvailability(all)).toBeCloseTo(0.9997 * 0.9992, 15);
  });

  it('is never above its smallest factor', () => {
    fc.assert(
      fc.property(ratios, all => {
        expect(seriesAvailability(named(all))).toBeLessThanOrEqual(
          Math.min(...all),
        );
      }),
    );
  });

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(ratios, all => {
        expect(seriesAvailability(named([...all].reverse()))).toBeCloseTo(
          seriesAvailability(named(all)),
          12,
        );
      }),
    );
  });
});

describe('extraNine', () => {
  it.each([
    [0.9, 0.99],
    [0.95, 0.995],
    [0.995, 0.9995],
    [0.999, 0.9999],
    [0.9995, 0.99995],
    [0.9999, 0.99999],
  ])('of %d is %d', (target, asked) => {
    expect(extraNine(target)).toBe(asked);
  });

  it('is a tenth of the errors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), parts => {
        const target = parts / 100_000;
        expect(errorBudget(extraNine(target)) * 10).toBeCloseTo(
          errorBudget(target),
          12,
        );
      }),
    );
  });
});

describe('neededOfEach', () => {
  it.each([
    [0.995, 6, 0.9991649252319115],
    [0.999, 1, 0.999],
    [0.998001, 2, 0.999],
  ])('%d out of %d is %d', (target, count, needed) => {
    expect(neededOfEach(target, count)).toBeCloseTo(needed, 14);
  });

  it('is nothing where there is nobody to need', () => {
    expect(neededOfEach(0.999, 0)).toBeUndefined();
  });

  it('gives the target when all give it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 0.999999, noNaN: true }),
        fc.integer({ min: 1, max: 50 }),
        (target, count) => {
          const each = neededOfEach(target, count)!;
          expect(seriesAvailability(alike(count, each))).toBeCloseTo(
            target,
            12,
          );
        },
      ),
    );
  });
});
