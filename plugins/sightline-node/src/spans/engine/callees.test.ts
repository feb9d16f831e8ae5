import { runScenario } from '../__testUtils__/scenario';

describe('the engine, of those who say nothing themselves,', () => {
  const postgres = {
    'db.system': 'postgresql',
    'db.operation': 'select',
    'db.sql.table': 'items',
  };

  it.each<[string, Record<string, string | number>, string]>([
    [
      'by its peer name',
      { 'peer.service': 'main-db', 'server.address': 'db1' },
      'main-db',
    ],
    [
      'by address and namespace',
      { 'server.address': 'db1', 'server.port': 5433, 'db.name': 'shop' },
      'db1:5433/shop',
    ],
    [
      'without a default port',
      { 'server.address': 'db1', 'server.port': 5432 },
      'db1',
    ],
    [
      'by namespace where there is only an IP address',
      { 'server.address': '10.0.0.7', 'db.name': 'shop' },
      'shop',
    ],
    ['by its system when nothing else is said', {}, 'postgresql'],
  ])('names a datastore %s', (_, attributes, name) => {
    const { lines } = runScenario([
      [
        {
          id: 1,
          service: 'orders',
          kind: 'client',
          attributes: { ...postgres, ...attributes },
        },
      ],
    ]);
    expect(lines).toEqual([
      `service:orders → datastore:${name} database sync client-only [SELECT items] 1`,
    ]);
  });

  it('waits for a datastore that reports spans of its own', () => {
    const { lines } = runScenario([
      [{ id: 1, service: 'orders', kind: 'client', attributes: postgres }],
      [{ id: 2, parent: 1, service: 'flagdb', kind: 'server', name: 'query' }],
    ]);
    expect(lines).toEqual([
      'service:orders → service:flagdb database sync paired [query] 1',
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a host',
      { 'server.address': 'api.pay.example' },
      'external:api.pay.example',
    ],
    [
      'the host of a URL',
      { 'url.full': 'https://api.pay.example/x' },
      'external:api.pay.example',
    ],
    [
      'a service within the cluster',
      { 'server.address': 'pay.shop.svc.cluster.local' },
      'external:pay',
    ],
    ['an IP address', { 'server.address': '10.0.0.7' }, 'unnamed:'],
  ])('names what is called at %s', (_, attributes, name) => {
    const { lines } = runScenario([
      [
        {
          ...{ id: 1, service: 'orders', kind: 'client', name: 'GET' },
          attributes: { 'http.request.method': 'GET', ...attributes },
        },
      ],
    ]);
    expect(lines).toEqual([
      `service:orders → ${name} http sync client-only [GET] 1`,
    ]);
  });

  it('counts a datastore call once, whatever layers of a service tell of it', () => {
    const { lines, losses } = runScenario([
      [
        {
          ...{ id: 1, service: 'orders', kind: 'client' },
          attributes: { ...postgres, 'peer.service': 'orders-db' },
        },
        {
          ...{ id: 2, parent: 1, service: 'orders', kind: 'client' },
          attributes: { ...postgres, 'peer.service': 'orders-db' },
        },
        { id: 3, parent: 2, service: 'orders', kind: 'client', name: 'tcp' },
        {
          ...{ id: 4, parent: 1, service: 'orders', kind: 'client' },
          attributes: { 'db.system': 'redis', 'peer.service': 'cache' },
        },
      ],
    ]);
    expect(lines).toEqual([
      'service:orders → datastore:cache database sync client-only [work] 1',
      'service:orders → datastore:orders-db database sync client-only [SELECT items] 1',
    ]);
    expect(losses).toEqual({
      'spans around another span of the same call: collapsed': 2,
      'calls of no operation: in no journey': 2,
    });
  });
});
