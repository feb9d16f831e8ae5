import { sorted } from './useOrder';

const rows = [{ p95: 45 }, { p95: undefined }, { p95: 1_120 }, { p95: 3 }];
const orders = { p95: (row: { p95?: number }) => row.p95 };
const by = (order: 'asc' | 'desc') =>
  sorted(rows, orders, { by: 'p95', order }).map(({ p95 }) => p95);

it('puts what is not known last, whichever way it is sorted', () => {
  expect(by('desc')).toEqual([1_120, 45, 3, undefined]);
  expect(by('asc')).toEqual([3, 45, 1_120, undefined]);
});

it('leaves the rows it was given as they are', () => {
  by('asc');
  expect(rows.map(({ p95 }) => p95)).toEqual([45, undefined, 1_120, 3]);
});
