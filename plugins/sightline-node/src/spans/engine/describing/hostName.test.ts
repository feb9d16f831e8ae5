import { hostName } from './hostName';

describe('hostName', () => {
  it.each([
    ['api.stripe.example', { name: 'api.stripe.example', namespace: '' }],
    ['API.Stripe.example.:443', { name: 'api.stripe.example', namespace: '' }],
    [
      'payments.shop.svc.cluster.local',
      { name: 'payments', namespace: 'shop' },
    ],
    ['payments.shop.svc', { name: 'payments', namespace: 'shop' }],
    ['orders-7d9f8b6c5d-x2x4q', { name: 'orders', namespace: '' }],
    ['10.0.3.7', undefined],
    ['10.0.3.7:8080', undefined],
    ['2001:db8::1', undefined],
    ['[2001:db8::1]', undefined],
    ['localhost', undefined],
    ['ip-10-0-3-7.eu-west-1.compute.internal', undefined],
    ['4f2a9c01bd77', undefined],
    ['/var/run/app.sock', undefined],
    ['', undefined],
  ])('makes of %s %j', (host, name) => {
    expect(hostName(host)).toEqual(name);
  });
});
