import fc from 'fast-check';
import { isotonic } from './isotonic';

const ones = (values: number[]) => values.map(() => 1);

it.each([
  [[], []],
  [[4], [4]],
  [
    [1, 2, 3],
    [1, 2, 3],
  ],
  [
    [1, 3, 2],
    [1, 2.5, 2.5],
  ],
  [
    [3, 2, 1],
    [2, 2, 2],
  ],
])('%j becomes %j', (wanted, expected) => {
  expect(isotonic(wanted, ones(wanted))).toEqual(expected);
});

it('gives way to the heavier one', () => {
  expect(isotonic([10, 0], [1, 9])).toEqual([1, 1]);
});

it('never descends, and keeps what ascends already', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 9 }))),
      pairs => {
        const wanted = pairs.map(([value]) => value);
        const values = isotonic(
          wanted,
          pairs.map(([, weight]) => weight),
        );
        const ascending = values.every(
          (value, at) => at === 0 || value >= values[at - 1] - 1e-6,
        );
        const sorted = [...wanted].sort((a, b) => a - b);
        expect(ascending).toBe(true);
        expect(isotonic(sorted, ones(sorted))).toEqual(sorted);
      },
    ),
  );
});
