import {
  CallFigures,
  EdgeChange,
} from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { atOnce } from '../../__testUtils__/atOnce';
import { graphOf, id, party, ToldEdge } from '../../__testUtils__/graphs';
import { edgeChange } from './edgeChange';
import { MapPlanQuery, pairKey, planMap, Verdicts } from './planMap';

const shop = { ref: 'system:default/shop', name: 'Shop' };
const money = { ref: 'system:default/money', name: 'Money' };

const edges: ToldEdge[] = [
  ['outside', 'web', { calls: 100 }],
  ['web', 'orders', { calls: 50 }],
  ['orders', 'payments', { calls: 20, errors: 2 }],
  ['orders', 'ledger', { calls: 5 }],
  ['payments', 'ledger', { calls: 20 }],
  ['payments', 'card.example', { calls: 18 }],
];
const parties = {
  ...{ web: { system: shop }, orders: { system: shop } },
  ...{ payments: { system: money }, ledger: { system: money } },
};

const plan = (
  query: Partial<MapPlanQuery> = {},
  verdicts: Verdicts = new Map(),
) =>
  atOnce(
    planMap(
      graphOf(edges, parties),
      {
        ...{ groupBy: 'system', open: [], hops: 1, direction: 'both' },
        atMost: 100,
        partyOf: name => party(name.slice(name.indexOf('/') + 1)),
        ...query,
      },
      verdicts,
    ),
  );

const drawn = (query?: Partial<MapPlanQuery>, verdicts?: Verdicts) =>
  plan(query, verdicts).edges.map(
    ({ from, to, sums, pairs }) =>
      `${from.replace(/^.*\//, '')} → ${to.replace(/^.*\//, '')} ${
        sums.calls
      } ${pairs.size}`,
  );

describe('the map', () => {
  it('begins collapsed: groups, and who calls from outside', () => {
    const { nodes, groups, leftOut } = plan();
    expect(drawn()).toEqual([
      'outside → shop 100 1',
      'shop → money 25 2',
      'money → group:external 18 1',
    ]);
    expect(nodes).toEqual([
      {
        ...{ id: 'group:external', kind: 'group', group: 'group:external' },
        ...{ name: 'Outside the catalog', members: 1 },
      },
      { id: 'outside', kind: 'outside', name: 'outside' },
      {
        ...{ id: money.ref, kind: 'group', group: money.ref },
        ...{ name: 'Money', members: 2 },
      },
      {
        ...{ id: shop.ref, kind: 'group', group: shop.ref },
        ...{ name: 'Shop', members: 2 },
      },
    ]);
    expect(groups.map(group => [group.name, group.members])).toEqual([
      ['Money', 2],
      ['Shop', 2],
      ['Outside the catalog', 1],
    ]);
    expect(leftOut).toEqual({ nodes: 0, edges: 0, calls: 0 });
  });

  it('opens a group and keeps the others closed', () => {
    expect(drawn({ open: [money.ref] })).toEqual([
      'outside → shop 100 1',
      'payments → ledger 20 1',
      'shop → payments 20 1',
      'payments → group:external 18 1',
      'shop → ledger 5 1',
    ]);
  });

  it('shows what is around a party, ungrouped', () => {
    const around = { focus: id('orders') };
    expect(drawn({ ...around, hops: 1 })).toEqual([
      'web → orders 50 1',
      'orders → payments 20 1',
      'payments → ledger 20 1',
      'orders → ledger 5 1',
    ]);
    expect(drawn({ ...around, hops: 2, direction: 'callers' })).toEqual([
      'outside → web 100 1',
      'web → orders 50 1',
    ]);
    expect(drawn({ ...around, hops: 1, direction: 'callees' })).toHaveLength(3);
  });

  it('keeps a focus that nobody calls', () => {
    const { nodes } = plan({ focus: id('web'), direction: 'callees', hops: 1 });
    expect(nodes.map(({ name }) => name)).toContain('web');
  });

  it('says what it leaves out', () => {
    const { edges: kept, leftOut } = plan({ groupBy: 'none', atMost: 2 });
    expect(kept.map(({ sums }) => sums.calls)).toEqual([100, 50]);
    expect(leftOut).toEqual({ nodes: 3, edges: 4, calls: 63 });
  });

  it('draws what is declared and not used, between parties alone', () => {
    const verdicts: Verdicts = new Map([
      [pairKey(id('orders'), id('users')), 'unused'],
      [pairKey(id('orders'), id('payments')), 'undeclared'],
    ]);
    const open = [shop.ref, money.ref];
    const found = plan({ groupBy: 'system', open }, verdicts).edges;
    expect(
      found
        .filter(({ verdict }) => verdict)
        .map(e => [e.to, e.verdict, e.sums.calls]),
    ).toEqual([
      [id('payments'), 'undeclared', 20],
      [id('users'), 'unused', 0],
    ]);
    expect(drawn({}, verdicts)).toEqual(drawn());
  });

  it('loses no call: what is drawn, left out and within groups is all', () => {
    const name = fc.constantFrom(
      'web',
      'orders',
      'payments',
      'ledger',
      'users',
    );
    const edge = fc
      .tuple(name, name, fc.record({ calls: fc.integer({ min: 1, max: 9 }) }))
      .filter(([from, to]) => from !== to);
    fc.assert(
      fc.property(fc.array(edge), fc.nat(5), (told, atMost) => {
        const graph = graphOf(told);
        const { edges: kept, leftOut } = atOnce(
          planMap(
            graph,
            {
              ...{ groupBy: 'none', open: [], hops: 1, direction: 'both' },
              ...{ atMost, partyOf: one => party(one) },
            },
            new Map(),
          ),
        );
        const all = told.reduce((sum, [, , said]) => sum + said.calls, 0);
        const shown = kept.reduce((sum, { sums }) => sum + sums.calls, 0);
        expect(shown + leftOut.calls).toBe(all);
      }),
    );
  });
});

describe('the change of an edge', () => {
  const figures = (
    calls: number,
    errors = 0,
    p95: number | undefined = 20,
  ): CallFigures => ({
    ...{ calls, errors, p95 },
    errorRatio: calls === 0 ? 0 : errors / calls,
  });

  it.each<[string, CallFigures, CallFigures, EdgeChange]>([
    ['appears', figures(0), figures(1), 'new'],
    ['disappears', figures(1), figures(0), 'gone'],
    ['never was', figures(0), figures(0), 'same'],
    ['fails more', figures(1_000, 5), figures(1_000, 50), 'more-errors'],
    [
      'fails more and is slower',
      figures(1_000, 5),
      figures(1_000, 50, 90),
      'more-errors',
    ],
    ['fails less', figures(1_000, 50), figures(1_000, 5), 'fewer-errors'],
    ['is slower', figures(1_000, 5, 20), figures(1_000, 5, 30), 'slower'],
    ['is faster', figures(1_000, 5, 30), figures(1_000, 5, 20), 'faster'],
    [
      'is slower by a millisecond',
      figures(1_000, 5, 1),
      figures(1_000, 5, 2),
      'same',
    ],
    ['fails more, perhaps', figures(100, 1), figures(100, 3), 'same'],
    [
      'fails by a hair more, surely',
      figures(1e6, 1_000),
      figures(1e6, 1_500),
      'same',
    ],
    ['was hardly called', figures(10, 0), figures(10, 10), 'same'],
    ['is called a hundred times as often', figures(100), figures(1e4), 'same'],
  ])('that %s', (_title, before, now, expected) => {
    expect(edgeChange(before, now)).toBe(expected);
  });
});
