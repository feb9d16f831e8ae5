import fc from 'fast-check';
import { atOnce } from '../../__testUtils__/atOnce';
import { graphOf, id, ToldEdge } from '../../__testUtils__/graphs';
import { blastRadius } from './blastRadius';
import { suspectsOf } from './suspects';

const rounded = (share: number) => Math.round(share * 1_000) / 1_000;

const hitBy = (edges: ToldEdge[], failing: string) => {
  const plan = atOnce(blastRadius(graphOf(edges), id(failing)));
  return {
    affected: plan.affected.map(({ id: hit, hops, share, via }) => [
      hit.replace(/^.*\//, ''),
      hops,
      rounded(share),
      via.map(one => one.replace(/^.*\//, '')),
    ]),
    delayed: plan.delayed.map(one => one.replace(/^.*\//, '')),
  };
};

describe('the blast radius', () => {
  it('weighs by the share of calls, all the way up', () => {
    expect(
      hitBy(
        [
          ['outside', 'web', { calls: 100 }],
          ['web', 'orders', { calls: 50 }],
          ['web', 'search', { calls: 50 }],
          ['orders', 'payments', { calls: 20 }],
        ],
        'payments',
      ),
    ).toEqual({
      affected: [
        ['orders', 1, 0.4, []],
        ['web', 2, 0.2, ['orders']],
      ],
      delayed: [],
    });
  });

  it('does not pass through messages: their readers fall behind', () => {
    expect(
      hitBy(
        [
          ['outside', 'web', { calls: 10 }],
          ['web', 'orders', { calls: 10 }],
          ['orders', 'order-events', { calls: 10 }],
          ['order-events', 'invoices', { calls: 10 }],
        ],
        'orders',
      ),
    ).toEqual({
      affected: [['web', 1, 1, []]],
      delayed: ['invoices', 'order-events'],
    });
  });

  it('hits nobody by more than all of his calls, however many he makes', () => {
    expect(
      hitBy(
        [
          ['outside', 'listing', { calls: 2 }],
          ['listing', 'reviews', { calls: 36 }],
        ],
        'reviews',
      ).affected,
    ).toEqual([['listing', 1, 1, []]]);
  });

  it('adds up the ways to it', () => {
    expect(
      hitBy(
        [
          ['outside', 'web', { calls: 10 }],
          ['web', 'orders', { calls: 3 }],
          ['web', 'cart', { calls: 4 }],
          ['orders', 'pricing', { calls: 3 }],
          ['cart', 'pricing', { calls: 2 }],
        ],
        'pricing',
      ).affected,
    ).toEqual([
      ['orders', 1, 1, []],
      ['cart', 1, 0.5, []],
      ['web', 2, 0.5, ['orders']],
    ]);
  });

  it('ends in circles, and gives shares between nothing and all', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const edge = fc
      .tuple(name, name, fc.record({ calls: fc.nat(50) }))
      .filter(([from, to]) => from !== to);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 20 }), name, (edges, failing) => {
        const { affected } = atOnce(blastRadius(graphOf(edges), id(failing)));
        for (const { share, hops, via } of affected) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(via).toHaveLength(hops - 1);
        }
      }),
    );
  });
});

const suspected = (now: ToldEdge[], before: ToldEdge[], of: string) =>
  suspectsOf(
    { now: graphOf(now), before: graphOf(before) },
    id(of),
  ).suspects.map(({ id: suspect, hops, explains, via }) => [
    suspect.replace(/^.*[/:]/, ''),
    hops,
    rounded(explains),
    via.map(one => one.replace(/^.*\//, '')),
  ]);

describe('suspects', () => {
  const before: ToldEdge[] = [
    ['web', 'orders', { calls: 1_000, errors: 10 }],
    ['orders', 'cart', { calls: 1_000, errors: 50 }],
    ['orders', 'payments', { calls: 1_000, errors: 5 }],
    ['payments', 'card.example', { calls: 1_000, errors: 5 }],
  ];

  it('are followed to where errors begin, and who only passes them on is none', () => {
    const now: ToldEdge[] = [
      ['web', 'orders', { calls: 1_000, errors: 210 }],
      ['orders', 'cart', { calls: 1_000, errors: 50 }],
      ['orders', 'payments', { calls: 1_000, errors: 185 }],
      ['payments', 'card.example', { calls: 1_000, errors: 185 }],
    ];
    expect(suspected(now, before, 'orders')).toEqual([
      ['card.example', 2, 0.9, ['payments']],
    ]);
  });

  it('share the blame', () => {
    const now: ToldEdge[] = [
      ['web', 'orders', { calls: 1_000, errors: 110 }],
      ['orders', 'cart', { calls: 1_000, errors: 100 }],
      ['orders', 'payments', { calls: 1_000, errors: 30 }],
    ];
    expect(suspected(now, before, 'orders')).toEqual([
      ['cart', 1, 0.5, []],
      ['payments', 1, 0.25, []],
    ]);
  });

  it('are none when there are no more errors than before', () => {
    expect(suspected(before, before, 'orders')).toEqual([]);
    const more = before.map(
      ([from, to, said]): ToldEdge => [
        from,
        to,
        { calls: said!.calls! * 3, errors: said!.errors! * 3 },
      ],
    );
    expect(suspected(more, before, 'orders')).toEqual([]);
  });

  it('are looked for in circles once', () => {
    const circle: ToldEdge[] = [
      ['web', 'a', { calls: 10, errors: 10 }],
      ['a', 'b', { calls: 10, errors: 10 }],
      ['b', 'a', { calls: 10, errors: 10 }],
    ];
    expect(suspected(circle, [], 'a')).toEqual([['b', 1, 0.5, []]]);
  });
});
