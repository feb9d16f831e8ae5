import { observedWithin } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../../platform/__testUtils__/testDatabases';
import { answersWorld } from '../__testUtils__/answersWorld';
import { ref } from '../__testUtils__/callsWorld';
import { reportOf, serviceNode, START } from '../__testUtils__/reports';

jest.setTimeout(60_000);

const databases = useTestDatabases();

const minute = 60_000;
const web = serviceNode('storefront');
const orders = serviceNode('orders');
const payments = serviceNode('payments');
const store = {
  ...{ kind: 'datastore' as const, environment: 'production' },
  ...{ namespace: 'postgresql', name: 'orders-db/orders' },
};
const stranger = {
  ...{ kind: 'external' as const, environment: 'production' },
  ...{ namespace: '', name: 'cards.example' },
};

describe.each(databases.ids)('what was seen of the whole fleet, on %s', id => {
  const told = async () => {
    const world = answersWorld(await databases.open(id));
    const at = { minute: START - minute };
    await world.accept(
      reportOf(1, [
        { from: web, to: orders, calls: 40, ...at },
        { from: orders, to: payments, calls: 3, ...at },
        { from: payments, to: orders, calls: 2, mode: 'async', ...at },
        { from: orders, to: store, calls: 5, protocol: 'database', ...at },
        { from: orders, to: stranger, calls: 9, ...at },
        { from: serviceNode('nobody'), to: orders, calls: 9, ...at },
      ]),
    );
    world.time.now = START;
    return world;
  };

  const shop = 'group:default/shop';
  const sync = { modes: ['sync'], lastSeen: '2026-11-21T02:00:00.000Z' };
  const pairs = {
    ordersPayments: {
      ...{ from: ref('orders'), to: ref('payments'), calls: 3, ...sync },
    },
    ordersStore: {
      ...{ from: ref('orders'), to: 'resource:default/orders-db' },
      ...{ calls: 5, ...sync },
    },
    paymentsOrders: {
      ...{ from: ref('payments'), to: ref('orders'), calls: 2 },
      ...{ ...sync, modes: ['async'] },
    },
    webOrders: {
      ...{ from: ref('storefront'), to: ref('orders'), calls: 40, ...sync },
    },
  };

  it('is pairs of entities of the catalog, cycles included, page by page', async () => {
    const { answers } = await told();
    const first = await answers.observed({ limit: 3 });
    expect(first).toEqual({
      items: [pairs.ordersPayments, pairs.ordersStore, pairs.paymentsOrders],
      nextCursor: expect.any(String),
      evidence: {
        ...{ source: 'otlp', observedAt: '2026-11-21T02:00:00.000Z' },
        validFor: 60 * minute,
      },
    });
    const { nextCursor: cursor } = first;
    const second = await answers.observed({ limit: 3, cursor });
    expect(second).toEqual({
      items: [pairs.webOrders],
      evidence: first.evidence,
    });
  });

  it('ends with a page that is full, and refuses cursors of other lists', async () => {
    const { answers } = await told();
    const { items, nextCursor } = await answers.observed({ limit: 4 });
    expect([items.length, nextCursor]).toEqual([4, undefined]);
    await expect(
      answers.observed({ limit: 4, cursor: 'garbage' }),
    ).rejects.toThrow('cursor is not one this list gave out');
  });

  it('forgets a pair of which nothing was seen for 14 days', async () => {
    const { accept, answers, time } = await told();
    time.now = START + observedWithin + minute;
    const again = { minute: time.now - minute, calls: 1 };
    await accept(reportOf(2, [{ from: web, to: orders, ...again }]));
    const { items } = await answers.observed({ limit: 10 });
    expect(items.map(({ from, to }) => [from, to])).toEqual([
      [ref('storefront'), ref('orders')],
    ]);
  });

  it('says nothing about two that may not be seen', async () => {
    const { answers } = await told();
    const { items } = await answers.observed({
      limit: 10,
      mayRead: owner => owner === shop,
    });
    expect(items).toEqual(Object.values(pairs));
    const none = await answers.observed({ limit: 10, mayRead: () => false });
    expect(none.items).toEqual([]);
  });
});
