import fc from 'fast-check';
import { atOnce } from '../../__testUtils__/atOnce';
import { graphOf, id, ToldEdge } from '../../__testUtils__/graphs';
import { treeOf } from '../../__testUtils__/trees';
import { chattyCalls } from './chattyCalls';
import { longestChains } from './longestChains';
import { sharedStores } from './sharedStores';
import { syncCycles } from './syncCycles';
import { tierInversions } from './tierInversions';

const names = (ids: readonly string[]) =>
  ids.map(one => one.replace(/^.*\//, ''));

const cyclesOf = (edges: ToldEdge[]) =>
  Object.fromEntries(
    [...atOnce(syncCycles(graphOf(edges)))].map(([of, cycle]) => [
      names([of])[0],
      names(cycle).join(' '),
    ]),
  );

describe('synchronous cycles', () => {
  it('are the shortest circle through each service in one', () => {
    expect(
      cyclesOf([
        ['web', 'orders'],
        ['orders', 'payments'],
        ['payments', 'fraud'],
        ['fraud', 'orders'],
        ['payments', 'ledger'],
      ]),
    ).toEqual({
      orders: 'orders payments fraud',
      payments: 'payments fraud orders',
      fraud: 'fraud orders payments',
    });
  });

  it('are none of messages, and none of databases', () => {
    expect(
      cyclesOf([
        ['orders', 'order-events'],
        ['order-events', 'payments'],
        ['payments', 'orders'],
        ['orders', 'orders-db'],
        ['orders-db', 'orders'],
      ]),
    ).toEqual({});
  });

  it('are found in chains of thousands', () => {
    const ring = Array.from(
      { length: 5_000 },
      (_, n): ToldEdge => [`s${n}`, `s${n + 1}`],
    );
    expect(atOnce(syncCycles(graphOf(ring))).size).toBe(0);
    const closed: ToldEdge[] = [...ring, ['s5000', 's4998']];
    expect(cyclesOf(closed)).toEqual({
      s4998: 's4998 s4999 s5000',
      s4999: 's4999 s5000 s4998',
      s5000: 's5000 s4998 s4999',
    });
  });

  it('go round, whatever the graph', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const edge = fc.tuple(name, name).filter(([from, to]) => from !== to);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 15 }), edges => {
        const has = (from: string, to: string) =>
          edges.some(([a, b]) => id(a) === from && id(b) === to);
        const cycles = atOnce(syncCycles(graphOf(edges)));
        for (const [of, cycle] of cycles) {
          expect(cycle[0]).toBe(of);
          cycle.forEach((one, at) => {
            expect(has(one, cycle[(at + 1) % cycle.length])).toBe(true);
          });
        }
        const mutual = edges.filter(([a, b]) => has(id(b), id(a)));
        for (const [a] of mutual) {
          expect(cycles.get(id(a))).toHaveLength(2);
        }
      }),
    );
  });
});

describe('shared stores', () => {
  const owner = (name: string) => ({
    owner: { ref: `group:default/${name}`, name },
  });

  it('have users of several owners; topics are there for that', () => {
    const graph = graphOf(
      [
        ['orders', 'orders-db'],
        ['returns', 'orders-db'],
        ['cart', 'cart-db'],
        ['checkout', 'cart-db'],
        ['orders', 'order-events'],
        ['returns', 'order-events'],
      ],
      {
        orders: owner('shop'),
        returns: owner('logistics'),
        cart: owner('shop'),
        checkout: owner('shop'),
      },
    );
    expect(sharedStores(graph)).toEqual([
      { store: id('orders-db'), users: [id('orders'), id('returns')] },
    ]);
  });
});

describe('tier inversions', () => {
  it('are two tiers or more, and only where somebody waits', () => {
    const graph = graphOf(
      [
        ['pricing', 'promotions'],
        ['pricing', 'reviews'],
        ['pricing', 'insights', { mode: 'async' }],
        ['promotions', 'pricing'],
        ['pricing', 'nobody'],
      ],
      {
        pricing: { tier: 'T0' },
        promotions: { tier: 'T3' },
        reviews: { tier: 'T1' },
        insights: { tier: 'T3' },
      },
    );
    expect([...tierInversions(graph)]).toEqual([
      [id('pricing'), [id('promotions')]],
    ]);
  });
});

describe('what journeys say of services', () => {
  const root = treeOf('gateway', 'POST /orders', { calls: 10 }, [
    treeOf('web', 'POST /checkout', { calls: 10 }, [
      treeOf('reviews', 'GET /rating', { calls: 180, parents: 10, most: 24 }),
      treeOf('orders', 'POST /orders', { calls: 10 }, [
        treeOf('orders-db', 'INSERT', { calls: 10 }),
        treeOf('payments', 'POST /payments', { calls: 10 }),
        treeOf('order-events', 'send', { calls: 10 }, [], 'async'),
      ]),
    ]),
  ]);

  it('is the longest row of services that wait for each other', () => {
    const chains = longestChains([root], id);
    expect(
      [...chains].map(([of, { parties }]) => [names([of])[0], names(parties)]),
    ).toEqual([
      ['orders', ['orders', 'payments']],
      ['web', ['web', 'orders', 'payments']],
      ['gateway', ['gateway', 'web', 'orders', 'payments']],
    ]);
  });

  it('is the calls they make again and again', () => {
    expect([...chattyCalls([root], id)]).toEqual([
      [
        id('web'),
        [
          {
            operation: 'POST /checkout',
            callee: id('reviews'),
            calleeOperation: 'GET /rating',
            times: 18,
            most: 24,
          },
        ],
      ],
    ]);
  });
});
