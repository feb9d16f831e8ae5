import { NOON } from '../../../__testUtils__/harbour';
import { harbourPairs } from '../../../__testUtils__/harbourMatrix';
import { gridOf, pairAfter } from './gridOf';

const pairs = harbourPairs(NOON);
const names = (parties: { name: string }[]) => parties.map(({ name }) => name);

it('gathers trouble in the corner: who has the worst pair stands first', () => {
  const grid = gridOf(pairs, 'urgent');
  expect(names(grid.consumers).slice(0, 3)).toEqual([
    'Orders',
    'mobile-bff',
    'web-bff',
  ]);
  expect(names(grid.providers).slice(0, 3)).toEqual([
    'Payments',
    'promotions',
    'Orders',
  ]);
  expect(grid.cell(0, 0)?.state).toBe('failed');
});

it('orders by name when asked to, whatever the states are', () => {
  const { consumers } = gridOf(pairs, 'name');
  expect(names(consumers)).toEqual(
    [...names(consumers)].sort((a, b) => a.localeCompare(b, 'en')),
  );
});

it('keeps one name on two brokers apart', () => {
  const [pair] = pairs;
  const other = {
    ...pair,
    consumer: { ...pair.consumer, broker: 'pact:eu' },
    provider: { ...pair.provider, broker: 'pact:eu' },
  };
  const grid = gridOf([pair, other], 'name');
  expect(grid.consumers.map(({ broker }) => broker)).toEqual([
    'pact:eu',
    'pact:main',
  ]);
  expect(grid.cell(0, 0)).toBe(other);
  expect(grid.cell(0, 1)).toBeUndefined();
  expect(grid.cell(1, 1)).toBe(pair);
});

it('goes from pair to pair in reading order, and stops at both ends', () => {
  const grid = gridOf(pairs, 'name');
  const seen = [];
  let at: { row: number; column: number } | undefined = { row: 0, column: -1 };
  while (at) {
    at = pairAfter(grid, at, 1);
    if (at) seen.push(grid.cell(at.row, at.column));
  }
  expect(new Set(seen)).toEqual(new Set(pairs));
  expect(pairAfter(grid, { row: 0, column: 0 }, -1)).toBeUndefined();
});

it('is empty of nothing', () => {
  const grid = gridOf([], 'urgent');
  expect([grid.consumers, grid.providers]).toEqual([[], []]);
  expect(pairAfter(grid, { row: 0, column: 0 }, 1)).toBeUndefined();
});
