import fc from 'fast-check';
import { Bond, forwardOrder } from './forwardOrder';

const bond = (from: number, to: number, weight = 1): Bond => ({
  from,
  to,
  weight,
});

const backwards = (order: number[], bonds: Bond[]) =>
  bonds.filter(({ from, to }) => order.indexOf(from) > order.indexOf(to));

it('puts callers before whom they call', () => {
  expect(forwardOrder(3, [bond(2, 1), bond(1, 0)])).toEqual([2, 1, 0]);
});

it('turns back the lightest bond of a cycle', () => {
  const bonds = [bond(0, 1, 9), bond(1, 2, 9), bond(2, 0, 1)];
  expect(backwards(forwardOrder(3, bonds), bonds)).toEqual([bond(2, 0, 1)]);
});

it('goes by the distance from the focus first', () => {
  const bonds = [bond(0, 1), bond(1, 2)];
  expect(forwardOrder(3, bonds, [1, 0, -1])).toEqual([2, 1, 0]);
});

const world = fc
  .tuple(
    fc.integer({ min: 1, max: 12 }),
    fc.array(fc.tuple(fc.nat(), fc.nat())),
  )
  .map(([size, pairs]) => ({
    size,
    bonds: pairs
      .map(([a, b]) => bond(a % size, b % size))
      .filter(({ from, to }) => from !== to),
  }));

it('names each block once, whatever the cycles', () => {
  fc.assert(
    fc.property(world, ({ size, bonds }) => {
      expect([...forwardOrder(size, bonds)].sort((a, b) => a - b)).toEqual(
        Array.from({ length: size }, (_, block) => block),
      );
    }),
  );
});

it('turns nothing back where there is no cycle', () => {
  fc.assert(
    fc.property(world, ({ size, bonds }) => {
      const forward = bonds.filter(({ from, to }) => from < to);
      expect(backwards(forwardOrder(size, forward), forward)).toEqual([]);
    }),
  );
});

it('turns back at most half of the weight', () => {
  fc.assert(
    fc.property(world, ({ size, bonds }) => {
      const back = backwards(forwardOrder(size, bonds), bonds);
      expect(back.length).toBeLessThanOrEqual(bonds.length / 2);
    }),
  );
});
