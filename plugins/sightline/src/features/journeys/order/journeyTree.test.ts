import { JourneyHop } from '@sightline/backstage-plugin-sightline-common';
import fc from 'fast-check';
import { NOON } from '../../../__testUtils__/harbour';
import { harbourJourney } from '../../../__testUtils__/harbourJourneys';
import { journeyOf } from '../../../__testUtils__/journeyOf';
import { call, message } from '../../../__testUtils__/journeyPlan';
import {
  HopNode,
  ancestorsOf,
  isCrossing,
  journeyTree,
  readersOf,
} from './journeyTree';

/** gateway 100 ms: orders 60 ms (cart 20 ms; a message that two read), session 10 ms */
const small = journeyOf({
  id: 'small',
  perSecond: 1,
  now: NOON,
  plan: call(
    'edge-gateway',
    'POST /orders',
    [100, 200, 0.02],
    [
      call(
        'orders',
        'POST /orders',
        [60, 150, 0.02],
        [
          message('order-events', [
            call('invoices', 'process order-events', [90, 200, 0.001]),
            call('users', 'process order-events', [10, 20, 0]),
          ]),
          call('cart', 'GET /carts/{id}', [20, 40, 0.02]),
        ],
      ),
      call('sessions', 'GET /sessions/{id}', [10, 20, 0]),
    ],
  ),
});

const drawn = (node: HopNode): string[] => [
  `${'  '.repeat(node.level - 1)}${node.hop.callee.name}${
    node.later ? ' later' : ''
  }`,
  ...node.children.flatMap(drawn),
];

it('puts every hop below its caller, in call order, and what nobody waits for last', () => {
  expect(journeyTree(small).roots.flatMap(drawn)).toEqual([
    'edge-gateway',
    '  orders',
    '    cart',
    '    order-events later',
    '      invoices later',
    '      users later',
    '  sessions',
  ]);
});

it('lays the time that is waited for end to end, each hop with all below it', () => {
  const bars = [...journeyTree(small).byKey.values()]
    .filter(({ later }) => !later)
    .map(({ hop, offset, within }) => [
      hop.callee.name,
      ...[offset, hop.critical, within].map(part => Math.round(part * 100)),
    ]);
  expect(bars).toEqual([
    ['edge-gateway', 0, 30, 100],
    ['orders', 30, 40, 60],
    ['cart', 70, 20, 20],
    ['sessions', 90, 10, 10],
  ]);
});

it('knows a topic by its readers, and what is below and above a hop', () => {
  const { byKey } = journeyTree(small);
  const topic = [...byKey.values()].find(isCrossing)!;
  expect(topic.hop.callee.name).toBe('order-events');
  expect(readersOf(topic)).toBe(2);
  expect(topic.below).toBe(2);
  expect(ancestorsOf(topic).map(({ hop }) => hop.callee.name)).toEqual([
    'edge-gateway',
    'orders',
  ]);
});

it('says where failures begin, and whether that is much of them', () => {
  const failing = [...journeyTree(small).byKey.values()]
    .filter(node => node.failing)
    .map(({ hop, failing: of }) => [hop.callee.name, of?.errors, of?.much]);
  expect(failing).toEqual([
    ['cart', 72, true],
    ['invoices', 4, true],
  ]);
});

it('puts a hop whose caller was left out at the top rather than losing it', () => {
  const tree = small.tree.filter(({ callee }) => callee.name !== 'orders');
  const { roots, byKey } = journeyTree({ tree, failurePoints: [] });
  expect(byKey.size).toBe(tree.length);
  expect(roots.map(({ hop }) => hop.callee.name)).toEqual([
    'edge-gateway',
    'order-events',
    'cart',
  ]);
});

it('waits for a message to be handed over where that takes time, but not for its readers', () => {
  const tree = small.tree.map(hop =>
    hop.callee.kind === 'queue' ? { ...hop, critical: 0.04 } : hop,
  );
  const later = [...journeyTree({ tree, failurePoints: [] }).byKey.values()]
    .filter(node => node.later)
    .map(({ hop }) => hop.callee.name);
  expect(later).toEqual(['invoices', 'users']);
});

it('reads a journey that begins with a message from there on', () => {
  const tree = small.tree.map((hop, at) =>
    at === 0 ? { ...hop, mode: 'async' as const, critical: 0 } : hop,
  );
  const { roots } = journeyTree({ tree, failurePoints: [] });
  expect([roots[0].later, roots[0].children[0].later]).toEqual([false, false]);
});

it('gives a hop the same key in every answer, though its id be another', () => {
  const namesByKey = (tree: JourneyHop[]) =>
    [...journeyTree({ tree, failurePoints: [] }).byKey]
      .map(([key, { hop }]) => `${key} ${hop.callee.name}`)
      .sort();
  const renumbered = small.tree.map(hop => ({
    ...hop,
    id: `new-${hop.id}`,
    ...(hop.parent ? { parent: `new-${hop.parent}` } : {}),
  }));
  expect(namesByKey(renumbered)).toEqual(namesByKey(small.tree));
});

it('keeps every hop once, whatever the order they come in', () => {
  const { tree, failurePoints } = harbourJourney('place-order', NOON);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(tree, { minLength: tree.length }),
      (shuffled: JourneyHop[]) => {
        const { roots, byKey } = journeyTree({ tree: shuffled, failurePoints });
        const below = roots.reduce((sum, root) => sum + root.below + 1, 0);
        expect([byKey.size, below]).toEqual([tree.length, tree.length]);
      },
    ),
  );
});
