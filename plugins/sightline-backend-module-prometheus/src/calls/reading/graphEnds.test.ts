import { CallNode } from '@sightline/backstage-plugin-sightline-common';
import { Labels } from '../../client/engine/readAnswer';
import { graphEnds, reportingNames } from './graphEnds';

const inWords = ({ kind, environment, namespace, name }: CallNode) =>
  [kind, environment, namespace, name].filter(Boolean).join(' ');

const read = (labels: Labels, reporting: string[] = [], environment = '') => {
  const { caller, callee, timedBy, protocol, mode } = graphEnds(labels, {
    environment,
    reporting: new Set(reporting),
  });
  return [
    `${inWords(caller)} -> ${inWords(callee)}`,
    protocol === 'other' ? timedBy : `${timedBy} ${protocol} ${mode}`,
  ];
};

const virtual = { connection_type: 'virtual_node' };
const production = { client_deployment_environment_name: 'production' };

describe('graphEnds', () => {
  it.each<[string, Labels, [edge: string, timedBy: string]]>([
    [
      'two services',
      {
        client: 'checkout',
        server: 'payments',
        connection_type: '',
        client_service_namespace: 'shop',
        server_service_namespace: 'money',
        client_deployment_environment: 'production',
        server_deployment_environment_name: 'production',
      },
      [
        'service production shop checkout -> service production money payments',
        'server',
      ],
    ],
    [
      'a message',
      {
        client: 'orders',
        server: 'mails',
        connection_type: 'messaging_system',
      },
      ['service orders -> service mails', 'server messaging async'],
    ],
    [
      'a datastore, by its database',
      {
        ...production,
        client: 'orders',
        server: 'shop_orders',
        connection_type: 'database',
        client_db_system: 'mssql',
      },
      [
        'service production orders -> datastore production microsoft.sql_server shop_orders',
        'client database sync',
      ],
    ],
    [
      'a datastore that has but an address, by its system',
      {
        client: 'orders',
        server: '10.0.0.3:6379',
        connection_type: 'database',
        client_db_system_name: 'redis',
      },
      ['service orders -> datastore redis redis', 'client database sync'],
    ],
    [
      'a datastore of which only an address is known',
      { client: 'orders', server: '10.0.0.3', connection_type: 'database' },
      ['service orders -> unnamed', 'client database sync'],
    ],
    [
      'a root span',
      { ...virtual, client: 'user', server: 'frontend' },
      ['outside -> service frontend', 'server'],
    ],
    [
      'somebody who was called by a name',
      { ...virtual, ...production, client: 'rates', server: 'Old ERP' },
      ['service production rates -> external production Old ERP', 'client'],
    ],
    [
      'an address in a cluster',
      {
        ...virtual,
        client: 'rates',
        server: 'cache.shop.svc.cluster.local:8080',
      },
      ['service rates -> external shop cache', 'client'],
    ],
    [
      'an address of the web',
      { ...virtual, client: 'rates', server: 'http://fx.example:8080/v1?a=b' },
      ['service rates -> external fx.example', 'client'],
    ],
    [
      'somebody of whom nothing is known',
      { ...virtual, client: 'rates', server: 'unknown' },
      ['service rates -> unnamed', 'client'],
    ],
    [
      'a path instead of a name',
      { ...virtual, client: 'rates', server: '/v1/rates' },
      ['service rates -> unnamed', 'client'],
    ],
    [
      'a caller that the callee has a name for, as Tempo marks it',
      {
        ...virtual,
        virtual_node: 'client',
        client: 'partner',
        server: 'gateway',
        server_deployment_environment: 'test',
      },
      ['external test partner -> service test gateway', 'server'],
    ],
    [
      'a service that nobody has named',
      { client: 'unknown_service:java', server: 'payments' },
      ['unnamed -> service payments', 'server'],
    ],
    [
      'ids instead of names',
      {
        client: '4f9c1b7e-7f0e-4f39-9d2c-6a3b6f1f0d11',
        server: '8c5a0c4d9f3e',
      },
      ['unnamed -> unnamed', 'server'],
    ],
    [
      'a host that a probe saw',
      {
        source: 'obi',
        client: 'rates',
        server: 'fx.example',
        connection_type: '',
      },
      ['service rates -> external fx.example', 'client'],
    ],
    [
      'nobody, as probes write it',
      { source: 'beyla', client: '', server: 'rates' },
      ['unnamed -> service rates', 'server'],
    ],
  ])('reads %s', (_, labels, told) => {
    expect(read(labels, ['rates'])).toEqual(told);
  });

  it('takes the side for the virtual one that has reported nothing itself', () => {
    const labels = { ...virtual, client: 'partner', server: 'gateway' };
    expect(read(labels, ['gateway'])).toEqual([
      'external partner -> service gateway',
      'server',
    ]);
    expect(read(labels, ['gateway', 'partner'])).toEqual([
      'service partner -> external gateway',
      'client',
    ]);
  });

  it('takes the environment of the server where labels name none', () => {
    const labels = { client: 'a', server: 'b' };
    expect(read({ ...labels, ...production }, [], 'test')).toEqual([
      'service production a -> service test b',
      'server',
    ]);
  });
});

describe('reportingNames', () => {
  it('are all but those whom others have named', () => {
    expect(
      reportingNames([
        { client: 'a', server: 'b' },
        { client: 'c', server: 'db', connection_type: 'database' },
        { client: 'user', server: 'd', ...virtual },
        { client: '', server: 'e' },
      ]),
    ).toEqual(new Set(['a', 'b', 'c', 'e']));
  });
});
