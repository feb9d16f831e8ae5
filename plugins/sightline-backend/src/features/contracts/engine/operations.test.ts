import { Interaction } from './interactionKinds';
import { uncoveredOperations } from './operations';

const get = (path: string): Interaction => ({
  kind: 'http',
  method: 'get',
  path,
});
const rpc = (procedure?: string): Interaction => ({
  kind: 'rpc',
  ...(procedure !== undefined && { procedure }),
});

describe('what is called and in no pact', () => {
  it.each<[string, string, Interaction[], boolean]>([
    ['a route with its example', 'GET /orders/{id}', [get('/orders/1')], true],
    ['another method', 'POST /orders', [get('/orders')], false],
    ['a longer route', 'GET /orders/:id/lines', [get('/orders/1')], false],
    ['no path at all', 'poll', [get('/orders')], true],
    ['a procedure', 'shop.Pay/Charge', [rpc('shop.Pay/Charge')], true],
    ['one without its package', 'shop.Pay/Charge', [rpc('Pay/Charge')], true],
    ['the pact with the package', 'Pay/Charge', [rpc('shop.Pay/Charge')], true],
    ['another service', 'shop.Repay/Charge', [rpc('Pay/Charge')], false],
    [
      'a procedure as a path',
      'shop.Pay/Charge',
      [{ kind: 'http', method: 'post', path: '/shop.Pay/Refund' }],
      false,
    ],
    ['a pact that names none', 'shop.Pay/Charge', [rpc()], true],
    ['a pact about HTTP alone', 'shop.Pay/Charge', [get('/pay')], true],
  ])('%s: %s', (_title, operation, interactions, isCovered) => {
    const called = [{ operation, calls: 1 }];
    expect(uncoveredOperations(called, interactions)).toEqual(
      isCovered ? [] : called,
    );
  });
});
