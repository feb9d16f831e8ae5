import { truth } from '../__testUtils__/harbour.ts';
import {
  askBroker,
  canIDeploy,
  harbourBroker,
} from './__testUtils__/askBroker.ts';

const { pacts, deployed } = harbourBroker;

type Shown = {
  consumer: { name: string; version: { number: string } };
  provider: { name: string; version: { number: string } | null };
  verificationStatus: string;
};

const versionsIn = (environment: string, pacticipant: string) =>
  deployed
    .filter(
      one => one.environment === environment && one.pacticipant === pacticipant,
    )
    .map(({ version }) => version);

it.each(truth.pacts)(
  '$id: both versions are where the truth says, and nowhere else together',
  ({ consumer, consumerVersion, provider, providerVersion, environments }) => {
    const together = truth.environments
      .map(({ name }) => name)
      .filter(name => {
        const there = versionsIn(name, provider);
        return (
          versionsIn(name, consumer).includes(consumerVersion) &&
          (providerVersion === null
            ? there.length > 0
            : there.includes(providerVersion))
        );
      });
    expect(together.sort()).toEqual([...environments].sort());
  },
);

it('in production is what the clusters run, in each of them', () => {
  const runs = truth.services.flatMap(({ pact, runs: own }) =>
    pact === null
      ? []
      : own.map(
          ({ cluster, version }) =>
            `${pact} ${version} ${own.length > 1 ? cluster : null}`,
        ),
  );
  const recorded = deployed
    .filter(({ environment }) => environment === 'production')
    .map(one => `${one.pacticipant} ${one.version} ${one.instance}`);

  expect(recorded.sort()).toEqual(runs.sort());
  expect(recorded).toEqual(
    expect.arrayContaining([
      'pricing-svc 3.8.0 harbour-eu1',
      'pricing-svc 3.6.2 harbour-us1',
      // The rollout of 5.3.0 hangs.
      'search 5.2.8 null',
    ]),
  );
});

it('every pact is on the dashboard as it stands, and no other', () => {
  const words = { verified: 'success', failed: 'failed', never: 'never' };
  const { items } = askBroker('/dashboard?page=1&size=100').body;
  const shown = items.map(({ consumer, provider, verificationStatus }: Shown) =>
    [
      ...[consumer.name, consumer.version.number, provider.name],
      ...[provider.version?.number ?? null, verificationStatus],
    ].join(' '),
  );
  const wanted = truth.pacts.map(pact =>
    [
      ...[pact.consumer, pact.consumerVersion, pact.provider],
      ...[pact.providerVersion, words[pact.state]],
    ].join(' '),
  );
  expect(shown.sort()).toEqual(wanted.sort());
});

it('nothing happens before what it follows from', () => {
  const born = new Map(
    harbourBroker.versions.map(one => [
      `${one.pacticipant} ${one.number}`,
      one.createdMs,
    ]),
  );
  for (const { provider, consumer, version, verifications } of pacts) {
    expect(born.has(`${consumer} ${version}`)).toBe(true);
    for (const { providerVersion, atMs } of verifications) {
      expect(born.get(`${provider} ${providerVersion}`)).toBeLessThan(atMs);
    }
  }
  for (const { pacticipant, version, createdMs } of deployed) {
    expect(born.get(`${pacticipant} ${version}`)).toBeLessThan(createdMs);
  }
});

describe('the broker’s own verdicts', () => {
  it('Payments 12.0.4 may not go where it is: it broke what Orders expects', () => {
    expect(canIDeploy('Payments', '12.0.4', 'production')).toEqual({
      deployable: false,
      rows: expect.arrayContaining(['Orders 9.3.2 → Payments 12.0.4 false']),
    });
    const result = '/pacts/provider/Payments/consumer/Orders/latest';
    const { body } = askBroker(`${result}/verification-results/latest`);
    expect(body).toMatchObject({
      success: false,
      testResults: [
        {
          mismatches: [
            {
              identifier: '$.state',
              description: 'expected captured, received settled',
            },
          ],
        },
      ],
    });
  });

  it('nobody knows of Orders 9.3.2, though one of its pacts failed: Pricing never checked', () => {
    const { deployable, rows } = canIDeploy('Orders', '9.3.2', 'production');

    expect(deployable).toBeNull();
    expect(rows).toEqual(
      expect.arrayContaining([
        'Orders 9.3.2 → pricing-svc - -',
        'Orders 9.3.2 → Payments 12.0.4 false',
      ]),
    );
    const never = '/pacts/provider/pricing-svc/consumer/Orders/latest';
    expect(askBroker(`${never}/verification-results/latest`).status).toBe(404);
  });

  it('Cart 7.5.1 may go', () => {
    expect(canIDeploy('cart-service', '7.5.1', 'production')).toEqual({
      deployable: true,
      rows: expect.arrayContaining([
        'web-bff 6.41.0 → cart-service 7.5.1 true',
        'Orders 9.3.2 → cart-service 7.5.1 true',
      ]),
    });
  });

  it('Invoices needs nobody', () => {
    expect(canIDeploy('Invoices', '4.3.9', 'production')).toEqual({
      deployable: true,
      rows: [],
    });
  });
});

it('pacts speak of what the journeys do', () => {
  const requests = (provider: string, consumer: string) =>
    askBroker(
      `/pacts/provider/${provider}/consumer/${consumer}/latest`,
    ).body.interactions.map(
      ({ request }: { request: { method: string; path: string } }) =>
        `${request.method} ${request.path}`,
    );

  expect(requests('Catalog', 'web-bff')).toEqual([
    'GET /products',
    'GET /products/HB-10472',
  ]);
  expect(requests('Inventory%20Service', 'Orders')).toEqual([
    'POST /harbour.inventory.v1.Inventory/Reserve',
  ]);
  // It calls Users no more.
  expect(requests('users', 'web-bff')).not.toEqual([]);
  const path = '/pacts/provider/Orders/consumer/shipping/latest';
  expect(askBroker(path).body.messages).toMatchObject([
    { metadata: { topic: 'order-events' } },
  ]);
});
