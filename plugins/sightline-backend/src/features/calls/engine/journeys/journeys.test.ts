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

describe('the availability ceiling', () => {
  it('is the product over dependencies, worst first; those hardly called are unknown', () => {
    const { assumptions, ...ceiling } = availabilityCeiling([
      { party: party('users'), calls: 1_000, errors: 1 },
      { party: party('card.example'), calls: 500, errors: 1 },
      { party: party('mail'), calls: 29, errors: 29 },
    ]);
    expect(ceiling).toEqual({
      ceiling: expect.closeTo(0.997002, 12),
      dependencies: [
        {
          party: party('card.example'),
          calls: 500,
          availability: expect.closeTo(0.998, 12),
        },
        {
          party: party('users'),
          calls: 1_000,
          availability: expect.closeTo(0.999, 12),
        },
      ],
      unknown: [party('mail')],
    });
    expect(assumptions).toHaveLength(4);
  });

  it('of nobody is certain', () => {
    expect(availabilityCeiling([]).ceiling).toBe(1);
  });
});
