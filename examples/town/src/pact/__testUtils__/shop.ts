import type { Broker, Pact } from '../model/Broker.ts';

/** `mobile 5.1.0 → payments`, and who was checked with what result: `8aa0000 yes`. */
const pact = (text: string, ...results: string[]): Pact => {
  const [consumer, version, , provider] = text.split(' ');
  return {
    ...{ consumer, version, provider, createdMs: 0, sha: text },
    content: { interactions: [], metadata: {} },
    verifications: results.map((result, i) => {
      const [providerVersion, success] = result.split(' ');
      return {
        ...{ number: i + 1, providerVersion, success: success === 'yes' },
        ...{ atMs: i, testResults: [] },
      };
    }),
  };
};

const deployed = (text: string) => {
  const [environment, pacticipant, version, instance = null] = text.split(' ');
  return {
    ...{ uuid: text, environment, pacticipant, version, instance },
    createdMs: 0,
  };
};

const pacts = [
  pact('web 1.0.0 → orders', '10 yes'),
  pact('web 1.1.0 → orders', '11 no'),
  pact('web 1.2.0 → orders', '10 no', '10 yes', '11 yes'),
  pact('orders 10 → payments', '7f3 yes'),
  pact('orders 10 → stock'),
  pact('orders 11 → payments', '7f3 yes'),
  pact('orders 11 → stock'),
  pact('mobile 5.0.0 → payments'),
  pact('mobile 5.1.0 → payments', '8aa yes'),
  pact('payments 8aa → orders'),
  pact('team/edge 2020.1 → orders'),
  pact('till 3 → orders', '11 no'),
  pact('till 3 → stock'),
];

/** A broker in which everything is that surprises those who ask it. */
export const shop: Broker = {
  pacts,
  pacticipants: [
    'web',
    'orders',
    'payments',
    'stock',
    'mobile',
    'team/edge',
    'till',
  ].map(name => ({ name, createdMs: 0 })),
  versions: [
    ...['web 1.0.0', 'web 1.1.0', 'web 1.2.0', 'orders 10', 'orders 11'],
    ...['payments 7f3', 'payments 8aa', 'mobile 5.0.0', 'mobile 5.1.0'],
    ...['team/edge 2020.1', 'till 3'],
  ].map((text, i) => {
    const [pacticipant, number] = text.split(' ');
    return { pacticipant, number, createdMs: i };
  }),
  environments: ['production', 'staging', 'test'].map(name => ({
    ...{ uuid: name, name, displayName: `The ${name}` },
    ...{ production: name === 'production', createdMs: 0 },
  })),
  deployed: [
    ...['production web 1.0.0', 'production orders 10'],
    ...['production payments 7f3', 'production mobile 5.0.0 old'],
    ...['production mobile 5.1.0 new', 'test orders 11'],
    ...['staging payments 7f3 a', 'staging payments 8aa b'],
  ].map(deployed),
};
