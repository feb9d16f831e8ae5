import { bentAxis, linearAxis } from './ValueAxis';

const plain = (value: number) => `${value}`;

it('a linear axis goes from its least to its greatest tick, and no further', () => {
  const { share } = linearAxis([1, 0, -3], plain);
  expect([1, 0, -1, -3, 2, -9].map(share)).toEqual([1, 0.75, 0.5, 0, 1, 0]);
});

it('a bent axis gives 0 a place and leaves room for what is small', () => {
  const { ticks, share } = bentAxis(18, plain);
  expect(ticks).toEqual([0, 1, 3, 10, 20]);
  expect(
    [0, 1, 3, 14.4, 20].map(value => Number(share(value).toFixed(2))),
  ).toEqual([0, 0.23, 0.46, 0.9, 1]);
});

it('a bent axis of nothing still has two ends', () =>
  expect(bentAxis(0, plain).ticks).toEqual([0, 1]));
