import { harbourMap } from '../../../__testUtils__/harbourMap';
import { serviceRows } from '../../../__testUtils__/harbour';
import { findParties } from './findParties';

const map = harbourMap({ open: ['system:default/checkout'] });
const names = (words: string, fleet = serviceRows(0)) =>
  findParties(words, map, fleet).map(({ name }) => name);

it('finds by any part of the name, those that begin so first', () => {
  expect(names('or')).toEqual([
    'Order events',
    'Orders',
    'Orders database',
    'Cart store',
    'storefront',
  ]);
});

it('wants every word', () => {
  expect(names('orders data')).toEqual(['Orders database']);
});

it('adds services that are not on the map, and none twice', () => {
  const fleet = serviceRows(3);
  const twice = { ...fleet[0], ref: 'component:default/cart' };
  const found = findParties('cart', map, [...fleet, twice]);
  expect(found.filter(({ id }) => id === twice.ref)).toHaveLength(1);
  expect(found.map(({ id }) => id)).toContain(fleet[0].ref);
});
