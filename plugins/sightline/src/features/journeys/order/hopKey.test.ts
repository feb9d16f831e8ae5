import { party } from '../../../__testUtils__/harbourParties';
import { hopKey } from './hopKey';

const way = {
  callee: party('orders'),
  operation: 'GET /orders/{id}',
  mode: 'sync' as const,
};
const none = new Set<string>();

it('is the same for the same way, and another for another', () => {
  const key = hopKey(way, 'above', none);
  expect(key).toMatch(/^[0-9a-z]{1,7}$/);
  expect(hopKey({ ...way }, 'above', none)).toBe(key);
  expect(
    new Set([
      key,
      hopKey(way, 'elsewhere', none),
      hopKey(way, undefined, none),
      hopKey({ ...way, mode: 'async' }, 'above', none),
      hopKey({ ...way, callee: party('cart') }, 'above', none),
    ]).size,
  ).toBe(5);
});

it('counts who goes the same way twice', () => {
  const first = hopKey(way, 'above', none);
  const second = hopKey(way, 'above', new Set([first]));
  expect(second).not.toBe(first);
  expect(hopKey(way, 'above', new Set([first]))).toBe(second);
});
