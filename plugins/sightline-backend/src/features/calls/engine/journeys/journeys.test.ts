import fc from 'fast-check';
import { party } from '../../__testUtils__/graphs';
import { treeOf } from '../../__testUtils__/trees';
import { hopsAcross, topicJourneys } from './acrossTopics';
import { availabilityCeiling } from './availabilityCeiling';
import { failurePoints } from './failurePoints';
import { journeyTrees, StoredStep, TreeStep } from './JourneyTree';

const stored = (
  key: string,
  parent: string | null,
  more: Partial<StoredStep> = {},
): StoredStep => ({
  ...{ id: Number(key), key, root: '1', parent, callee: `node-${key}` },
  ...{ caller: null, protocol: 'http', mode: 'sync', operation: 'GET /' },
  ...{ sample: '', lastSeen: 0 },
  ...more,
});

const counts = (calls: number, begins = 0) =>
  treeOf('any', 'any', { calls, begins }).counts;

const outline = (tree: TreeStep): unknown => [
  tree.step.key,
  ...tree.children.map(outline),
];

describe('journeys as trees', () => {
  it('have their steps in the order in which they begin, and roots by calls', () => {
    const steps = [
      stored('1', null),
      stored('2', '1'),
      stored('3', '1'),
      stored('4', '3'),
      stored('5', null),
    ];
    const trees = journeyTrees(
      steps,
      new Map([
        [1, counts(10)],
        [2, counts(10, 900)],
        [3, counts(100, 4_000)],
        [4, counts(1)],
        [5, counts(20)],
      ]),
    );
    expect(trees.map(outline)).toEqual([['5'], ['1', ['3', ['4']], ['2']]]);
  });

  it('leave out what nobody took in the window, with all below it', () => {
    const steps = [stored('1', null), stored('2', '1'), stored('3', '2')];
    const trees = journeyTrees(
      steps,
      new Map([
        [1, counts(10)],
        [2, counts(0)],
        [3, counts(5)],
      ]),
    );
    expect(trees.map(outline)).toEqual([['1']]);
  });
});

const readBy = (topic: string, tree: TreeStep): TreeStep => ({
  ...tree,
  step: { ...tree.step, caller: topic },
});

const hopsOf = (root: TreeStep, readers: TreeStep[]) =>
  [...hopsAcross(root, topicJourneys(readers))].map(
    ({ tree, depth, isAcross }) =>
      `${'  '.repeat(depth)}${isAcross ? '~' : ''}${tree.step.callee}`,
  );

describe('journeys across topics', () => {
  const order = treeOf('orders', 'POST /orders', { calls: 1 }, [
    treeOf('order-events', 'send', { calls: 1 }, [], 'async'),
    treeOf('orders-db', 'INSERT', { calls: 1 }),
  ]);

  it('go on with everybody who reads the message', () => {
    const invoices = treeOf('invoices', 'process', { calls: 1 }, [
      treeOf('invoices-db', 'INSERT', { calls: 1 }),
    ]);
    const readers = [
      readBy('order-events', invoices),
      readBy('order-events', treeOf('shipping', 'process', { calls: 1 })),
      readBy('other-events', treeOf('users', 'process', { calls: 1 })),
    ];
    expect(hopsOf(order, readers)).toEqual([
      'orders',
      '  order-events',
      '    ~invoices',
      '      invoices-db',
      '    ~shipping',
      '  orders-db',
    ]);
  });

  it('end although two services answer each other’s messages for ever', () => {
    const ping = treeOf('ping', 'process', { calls: 1 }, [
      treeOf('pongs', 'send', { calls: 1 }, [], 'async'),
    ]);
    const pong = treeOf('pong', 'process', { calls: 1 }, [
      treeOf('pings', 'send', { calls: 1 }, [], 'async'),
    ]);
    expect(
      hopsOf(ping, [readBy('pongs', pong), readBy('pings', ping)]),
    ).toEqual([
      'ping',
      '  pongs',
      '    ~pong',
      '      pings',
      '        ~ping',
      '          pongs',
    ]);
  });
});

describe('failure points', () => {
  it('are where errors begin, not where they pass', () => {
    const root = treeOf('checkout', 'POST', { calls: 1_000, errors: 14 }, [
      treeOf('orders', 'POST', { calls: 1_000, errors: 13 }, [
        treeOf('payments', 'POST', { calls: 1_000, errors: 9 }, [
          treeOf('card.example', 'POST', { calls: 1_000, errors: 7 }),
        ]),
        treeOf('order-events', 'send', { calls: 900, errors: 9 }, [], 'async'),
      ]),
    ]);
    const hops = [...hopsAcross(root, new Map())];
    expect(
      failurePoints(hops).map(({ hop, errors, share }) => [
        hop.tree.step.callee,
        errors,
        Math.round(share * 1_000) / 1_000,
      ]),
    ).toEqual([
      ['order-events', 9, 0.391],
      ['card.example', 7, 0.304],
      ['orders', 4, 0.174],
      ['payments', 2, 0.087],
      ['checkout', 1, 0.043],
    ]);
  });

  it('are none when nothing fails', () => {
    const root = treeOf('checkout', 'POST', { calls: 1_000 });
    expect(failurePoints([...hopsAcross(root, new Map())])).toEqual([]);
  });
});

const ceilingOf = (root: TreeStep) =>
  availabilityCeiling(root, ({ step }) => party(step.callee));

const named = (root: TreeStep) => {
  const { ceiling, dependencies, unknown } = ceilingOf(root);
  return {
    ceiling: Math.round(ceiling * 1e6) / 1e6,
    dependencies: dependencies.map(({ party: { name }, availability }) => [
      ...[name, Math.round(availability * 1e6) / 1e6],
    ]),
    unknown: unknown.map(({ name }) => name),
  };
};

describe('the availability ceiling', () => {
  it('is the product over what each dependency spoils, worst first; those hardly called are unknown', () => {
    const root = treeOf('web', 'POST', { calls: 1_000, errors: 3 }, [
      treeOf('users', 'GET', { calls: 1_000, errors: 1 }),
      treeOf('card.example', 'POST', { calls: 2_000, errors: 2 }),
      treeOf('mail', 'POST', { calls: 29 }),
      treeOf('order-events', 'send', { calls: 1_000, errors: 9 }, [], 'async'),
    ]);
    expect(named(root)).toEqual({
      ceiling: 0.997002,
      dependencies: [
        ['card.example', 0.998],
        ['users', 0.999],
      ],
      unknown: ['mail'],
    });
    expect(ceilingOf(root).assumptions).toHaveLength(4);
  });

  it('counts a failure once, where it begins, and only as far as it reached', () => {
    const root = treeOf('returns', 'POST', { calls: 100, errors: 11 }, [
      treeOf('shipping', 'POST', { calls: 310, errors: 257 }, [
        treeOf('carrier.example', 'POST', { calls: 806, errors: 693 }),
      ]),
    ]);
    expect(named(root)).toEqual({
      ceiling: 0.89,
      dependencies: [
        ['carrier.example', 0.89],
        ['shipping', 1],
      ],
      unknown: [],
    });
  });

  it('is never below what was measured: the service itself can only make it worse', () => {
    const count = fc.record({
      calls: fc.integer({ min: 30, max: 1_000 }),
      errors: fc.nat(1_000),
    });
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const step = (children: fc.Arbitrary<TreeStep[]>) =>
      fc
        .tuple(name, count, children)
        .map(([callee, { calls, errors }, below]) =>
          treeOf(
            callee,
            'x',
            { calls, errors: Math.min(calls, errors) },
            below,
          ),
        );
    const leaf = step(fc.constant([]));
    const branch = step(fc.array(leaf, { maxLength: 3 }));
    const tree = step(fc.array(branch, { maxLength: 3 }));
    fc.assert(
      fc.property(tree, below => {
        const { calls, errors } = below.counts;
        const root = treeOf('root', 'x', { calls, errors }, [below]);
        const { ceiling } = ceilingOf(root);
        expect(ceiling).toBeGreaterThanOrEqual(1 - errors / calls - 1e-9);
        expect(ceiling).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of nobody is certain', () => {
    expect(ceilingOf(treeOf('web', 'GET', { calls: 9 })).ceiling).toBe(1);
  });
});
