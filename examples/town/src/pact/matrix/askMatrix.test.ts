import { askBroker, canIDeploy, inShort } from '../__testUtils__/askBroker.ts';
import { shop } from '../__testUtils__/shop.ts';

const may = (question: string) => {
  const [pacticipant, version, environment] = question.split(' ');
  return canIDeploy(pacticipant, version, environment, shop);
};
const ask = (url: string) => askBroker(url, shop);

it.each([
  [
    'a yes, when all that would meet was checked',
    'web 1.0.0 production',
    true,
    ['web 1.0.0 → orders 10 true'],
  ],
  [
    'a no, when something failed',
    'web 1.1.0 test',
    false,
    ['web 1.1.0 → orders 11 false'],
  ],
  [
    'nothing, while something is unknown, whatever failed',
    'till 3 test',
    null,
    ['till 3 → orders 11 false', 'till 3 → stock - -'],
  ],
  [
    'nothing, while those are not there who are needed',
    'orders 11 test',
    null,
    ['orders 11 → payments - -', 'orders 11 → stock - -'],
  ],
  [
    'nothing for a provider whose consumers it was not checked with',
    'payments 8aa production',
    null,
    [
      'mobile 5.0.0 → payments - -',
      'mobile 5.1.0 → payments 8aa true',
      'payments 8aa → orders - -',
      'orders 10 → payments - -',
    ],
  ],
  [
    'a yes, though beside the one that was checked another runs: it has no row',
    'mobile 5.1.0 staging',
    true,
    ['mobile 5.1.0 → payments 8aa true'],
  ],
  [
    'a no for what does not exist',
    'orders 404 production',
    false,
    ['web 1.0.0 → orders - -'],
  ],
  ['a yes where nobody needs anybody', 'payments 7f3 staging', true, []],
])('says %s: %s', (_, question, deployable, rows) => {
  const answer = may(question);
  expect({ ...answer, rows: [...answer.rows].sort() }).toEqual({
    deployable,
    rows: [...rows].sort(),
  });
});

it('says why, in the words of Pact Brokers', () => {
  const why = (question: string) => {
    const [pacticipant, version, environment] = question.split(' ');
    const query = new URLSearchParams({ pacticipant, version, environment });
    return ask(`/can-i-deploy?${query}`).body.summary.reason.split('\n');
  };
  expect(why('web 1.0.0 production')).toEqual([
    'All required verification results are published and successful',
  ]);
  expect(why('web 1.1.0 test')).toEqual([
    'The verification for the pact between version 1.1.0 of web and the version of orders currently in test (11) failed',
  ]);
  expect(why('orders 11 production')).toEqual([
    'There is no verified pact between the version of web currently in production (1.0.0) and version 11 of orders',
    'There is no verified pact between version 11 of orders and a version of stock currently in production (no version is currently recorded as deployed/released in this environment)',
  ]);
  expect(why('payments 8aa production')).toContain(
    'There is no verified pact between one of the versions of mobile currently in production (5.0.0) and version 8aa of payments',
  );
  expect(why('orders 404 production')).toEqual([
    'No pacts or verifications have been published for version 404 of orders',
  ]);
  expect(why('payments 7f3 staging')).toEqual([
    'There are no missing dependencies',
  ]);
});

it.each(['ignore[]=stock', 'ignore[][pacticipant]=stock'])(
  'leaves aside whom it is told to: %s',
  ignored => {
    const question =
      '/can-i-deploy?pacticipant=orders&version=10&environment=production';
    const { body } = ask(`${question}&${ignored}`);

    expect(body.summary).toMatchObject({ deployable: true, ignored: 1 });
    expect(inShort(body).rows).toContain('orders 10 → stock - - ignored');
    expect(ask(question).body.summary).toEqual({
      ...{ deployable: null, success: 2, failed: 0, unknown: 1 },
      reason: expect.any(String),
    });
  },
);

it('does not know what anybody has tagged', () => {
  const { body } = ask('/can-i-deploy?pacticipant=web&version=1.0.0&to=prod');
  expect(inShort(body)).toEqual({
    ...{ deployable: null, rows: ['web 1.0.0 → orders - -'] },
  });
});

describe('the matrix', () => {
  const rows = (query: string) => inShort(ask(`/matrix?${query}`).body).rows;
  const pair = 'q[][pacticipant]=web&q[][pacticipant]=orders';

  it('has all results of two, or the last of each version of the provider, or the last of all', () => {
    const of120 = (query: string) =>
      rows(query).filter(row => row.startsWith('web 1.2.0'));
    const [no, yes, other] = ['10 false', '10 true', '11 true'].map(
      result => `web 1.2.0 → orders ${result}`,
    );
    expect(of120(pair)).toEqual([no, yes, other]);
    expect(of120(`${pair}&latestby=cvpv`)).toEqual([yes, other]);
    expect(of120(`${pair}&latestby=cvp`)).toEqual([other]);
    expect(rows(pair)).not.toContain('orders 10 → stock - -');
  });

  it('cuts off before it chooses the last', () => {
    const query = 'q[][pacticipant]=web&q[][version]=1.2.0&latestby=cvpv';
    expect(rows(`${query}&limit=1`)).toEqual(['web 1.2.0 → orders 10 false']);
  });

  it('reads selectors in their order', () => {
    const orders = 'q[][version]=11&q[][pacticipant]=orders';
    expect(rows(`${orders}&q[][pacticipant]=web&q[][version]=1.1.0`)).toEqual([
      'web 1.1.0 → orders 11 false',
    ]);
    expect(rows('q[][pacticipant]=orders&q[][version]=11')).toContain(
      'orders 11 → payments 7f3 true',
    );
  });

  it('finds those who have to do with one', () => {
    const { body } = ask(
      '/matrix?q[][pacticipant]=orders&q[][version]=11&latestby=cvp&environment=production',
    );
    expect(inShort(body)).toEqual({
      deployable: null,
      rows: expect.arrayContaining([
        'web 1.0.0 → orders - -',
        'orders 11 → payments 7f3 true',
        'orders 11 → stock - -',
      ]),
    });
  });

  it('shows only some results', () => {
    expect(rows(`${pair}&success[]=false`)).toEqual([
      'web 1.1.0 → orders 11 false',
      'web 1.2.0 → orders 10 false',
    ]);
  });

  it.each([
    ['', 'Please provide 1 or more version selectors.'],
    ['?q[][pacticipant]=Wiffle', 'Pacticipant Wiffle not found'],
    [
      '?q[][pacticipant]=web&environment=nope',
      "Environment with name 'nope' does not exist",
    ],
  ])('refuses %s', (query, complaint) => {
    expect(ask(`/matrix${query}`)).toEqual({
      status: 400,
      body: { errors: [complaint] },
    });
  });
});

it.each([
  [
    'pacticipant=zzz&version=1&environment=production',
    { pacticipant: ['does not match an existing pacticipant'] },
  ],
  ['pacticipant=web&environment=test', { version: ["can't be blank"] }],
  [
    'pacticipant=web&version=1',
    { '': ["Must specify either an environment or a 'to' tag."] },
  ],
  [
    'pacticipant=web&version=1&environment=nope',
    { environment: ["environment with name 'nope' does not exist"] },
  ],
])('cannot say whether %s', (query, errors) => {
  expect(ask(`/can-i-deploy?${query}`)).toEqual({
    status: 400,
    body: { errors },
  });
});
