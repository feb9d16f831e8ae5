import { Asked, readAsked } from './readAsked';

/** The texts looked for, the surest first, with where they are. */
const textsOf = ({ texts }: Asked) =>
  texts.map(({ text, namespace }) => (namespace ? [text, namespace] : [text]));

describe('what is pasted', () => {
  it.each<[string, Asked['form'], string[][]]>([
    ['search', 'words', [['search']]],
    [
      'https://ana@shop.example:8443/orders/17?x=1#y',
      'url',
      [
        ['https://ana@shop.example:8443/orders/17?x=1#y'],
        ['shop.example'],
        ['shop'],
        ['orders'],
      ],
    ],
    [
      'jdbc:postgresql://orders-db:5432/orders',
      'url',
      [
        ['jdbc:postgresql://orders-db:5432/orders'],
        ['orders-db'],
        ['orders-db'],
        ['orders'],
      ],
    ],
    [
      'ledger.money.svc.cluster.local:9090',
      'url',
      [
        ['ledger.money.svc.cluster.local:9090'],
        ['ledger.money.svc.cluster.local'],
        ['ledger', 'money'],
      ],
    ],
    [
      'registry.example/shop/search:5.2.8@sha256:0a1b',
      'image',
      [
        ['registry.example/shop/search:5.2.8@sha256:0a1b'],
        ['registry.example/shop/search'],
        ['search'],
      ],
    ],
    [
      'discovery/search-7c9f8d-x2x4q',
      'pod',
      [
        ['discovery/search-7c9f8d-x2x4q'],
        ['search-7c9f8d-x2x4q', 'discovery'],
        ['search', 'discovery'],
      ],
    ],
    [
      'pod/identity-0',
      'pod',
      [['pod/identity-0'], ['identity-0'], ['identity']],
    ],
    [
      'exports-29384720-b8kzm',
      'pod',
      [['exports-29384720-b8kzm'], ['exports-29384720-b8kzm'], ['exports']],
    ],
    ['api-gateway', 'words', [['api-gateway']]],
    [
      '{service="search",namespace="discovery",severity="page"}',
      'labels',
      [
        ['{service="search",namespace="discovery",severity="page"}'],
        ['search', 'discovery'],
      ],
    ],
    [
      'app.kubernetes.io/name: search',
      'labels',
      [['app.kubernetes.io/name: search'], ['search']],
    ],
    [
      '{job="discovery/search",pod="search-7c9f8d-x2x4q"}',
      'labels',
      [
        ['{job="discovery/search",pod="search-7c9f8d-x2x4q"}'],
        ['search'],
        ['search-7c9f8d-x2x4q'],
        ['search-7c9f8d-x2x4q'],
        ['search'],
      ],
    ],
    ['', 'words', [['']]],
  ])('%s is of the form %s', (pasted, form, texts) => {
    const asked = readAsked(pasted);
    expect([asked.form, textsOf(asked)]).toEqual([form, texts]);
  });

  it.each([
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    'traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00',
    '4BF92F3577B34DA6A3CE929D0E0E4736',
    'trace_id=4bf92f3577b34da6a3ce929d0e0e4736',
  ])('%s is a trace', pasted => {
    expect(readAsked(pasted).trace).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
  });

  it('says how it was read', () => {
    expect(
      [
        'search-7c9f8d-x2x4q',
        '{app="search",namespace="shop"}',
        'a.b:80/c',
      ].map(pasted => readAsked(pasted).read),
    ).toEqual([
      'The workload search, by the name of its pod',
      'The labels app=search, namespace=shop',
      'The host a.b',
    ]);
  });

  it('looks for everything a line of a log names', () => {
    const line = 'ERROR [search-7c9f8d-x2x4q] refused by orders-db:5432.';
    expect(textsOf(readAsked(line))).toEqual([
      [line],
      ['ERROR'],
      ...[['search-7c9f8d-x2x4q'], ['search-7c9f8d-x2x4q'], ['search']],
      ...[['refused']],
      ...[['orders-db:5432'], ['orders-db'], ['orders-db']],
    ]);
  });
});
