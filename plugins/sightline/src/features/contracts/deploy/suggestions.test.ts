import { NOON } from '../../../__testUtils__/harbour';
import { harbourPairs } from '../../../__testUtils__/harbourMatrix';
import { harbourServiceContracts } from '../../../__testUtils__/harbourServiceContracts';
import { pacticipantsIn, versionsIn, versionsOf } from './suggestions';

const matrix = { pairs: harbourPairs(NOON) };

it('finds each name once, by its own words and by those of its service', () => {
  expect(pacticipantsIn(matrix, 'bff').map(({ name }) => name)).toEqual(
    ['moblie-bff', 'mobile-bff', 'web-bff'].sort((a, b) =>
      a.localeCompare(b, 'en'),
    ),
  );
  expect(pacticipantsIn(matrix, 'product').map(({ name }) => name)).toEqual([
    'Catalog',
  ]);
});

it('leaves out who has no pact at all: no broker could answer', () => {
  expect(pacticipantsIn(matrix, 'promotions')).toEqual([]);
});

it('knows versions from either side of pairs', () => {
  expect(versionsIn(matrix, 'Orders')).toEqual([
    { value: '9.3.2' },
    { value: '9.3.1' },
  ]);
});

it('says of the versions of a service on which branch and where they are', () => {
  const known = harbourServiceContracts('component:default/orders', NOON);
  expect(versionsOf(known, 'Orders')).toEqual([
    { value: '9.3.2', note: 'main, production, staging' },
    { value: '9.4.0', note: 'stock-v2' },
    { value: '9.3.1', note: 'main, production' },
  ]);
  expect(versionsOf(known, 'somebody else')).toEqual([]);
});
