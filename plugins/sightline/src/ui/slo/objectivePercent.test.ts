import fc from 'fast-check';
import {
  attainedPercent,
  leftFigure,
  leftPercent,
  targetPercent,
} from './objectivePercent';

it.each([
  [0.9995, '99.95 %'],
  [0.99, '99 %'],
  [0.999999, '99.9999 %'],
  [0.5, '50 %'],
  [0.001, '0.1 %'],
])('a target of %d is written %s', (target, words) => {
  expect(targetPercent(target)).toBe(words);
});

it.each([
  [0.999649, 0.9995, '99.964 %'],
  [0.99949999, 0.9995, '99.949 %'],
  [0.9969, 0.99, '99.69 %'],
  [0.99, 0.99, '99.00 %'],
  [1, 0.9995, '100 %'],
  [0, 0.99, '0.00 %'],
])('%d of %d is written %s', (attained, target, words) => {
  expect(attainedPercent(attained, target)).toBe(words);
});

it('never writes what falls short as if it were enough', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0.9, 0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999, 0.99999),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (target, attained) => {
        const short = attained < target - 1e-11;
        const shown = parseFloat(attainedPercent(attained, target));
        const promised = parseFloat(targetPercent(target));
        expect(short && shown >= promised).toBe(false);
      },
    ),
  );
});

it.each([
  [1, '100 %'],
  [0.9999, '99 %'],
  [0.29, '29 %'],
  [0.238, '23 %'],
  [0.004, '< 1 %'],
  [0, '0 %'],
  [-0.14, '−14 %'],
  [-1.678, '−167 %'],
])('of a budget %d is left: %s', (left, words) =>
  expect(leftPercent(left)).toBe(words),
);

it.each([
  [0.238, '23 %'],
  [-1.678, '−167 %'],
  [-9.999, '−999 %'],
  [-15.38, '−15×'],
  [-9_999, '−9,999×'],
])('in a column, of a budget %d is left: %s', (left, words) =>
  expect(leftFigure(left)).toBe(words),
);
