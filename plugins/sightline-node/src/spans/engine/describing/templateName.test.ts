import { templateName } from './templateName';

describe('templateName', () => {
  it.each([
    ['GET /orders/4711?verbose=1', 'GET /orders/{id}'],
    ['/users/3f2504e0-4f89-11d3-9a0c-0305e82c3301/cart', '/users/{id}/cart'],
    ['/blobs/9b2f8c1d77aa', '/blobs/{id}'],
    ['/people/ann@shop.example', '/people/{id}'],
    ['/t/eyJhbGciOiJIUzI1NiJ9xQ19_8b2c', '/t/{id}'],
    ['process order-12345', 'process order-{id}'],
    ['job 20261121', 'job {id}'],
    ['shop.Payments/Charge', 'shop.Payments/Charge'],
    ['GET /api/v1/s3/http2', 'GET /api/v1/s3/http2'],
    ['/feedback/facade', '/feedback/facade'],
    ['SELECT orders', 'SELECT orders'],
    ['/orders/{orderId}', '/orders/{orderId}'],
    ['', ''],
    ['x'.repeat(500), 'x'.repeat(120)],
  ])('makes of %s %s', (name, template) => {
    expect(templateName(name)).toBe(template);
  });
});
