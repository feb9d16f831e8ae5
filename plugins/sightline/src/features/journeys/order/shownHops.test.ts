import fc from 'fast-check';
import { NOON } from '../../../__testUtils__/harbour';
import { harbourJourney } from '../../../__testUtils__/harbourJourneys';
import { journeyTree } from './journeyTree';
import { ShownHop, Sight, shownHops, sightOf, turnedAt } from './shownHops';

const tree = journeyTree(harbourJourney('place-order', NOON));

const usual: Sight = {
  critical: false,
  failing: false,
  stores: true,
  branches: 'usual',
  turned: [],
};

const words = ({ node, open }: ShownHop) => {
  const mark = { true: '▼', false: '▶', undefined: '·' }[String(open)];
  return `${'  '.repeat(node.level - 1)}${mark} ${node.hop.callee.name}`;
};

const keyOf = (name: string) =>
  [...tree.byKey.values()].find(({ hop }) => hop.callee.name === name)!.key;

const shown = (sight: Partial<Sight>) =>
  shownHops(tree, { ...usual, ...sight });

it('shows everything but what happens behind a topic', () => {
  const { rows, fitting } = shown({});
  const topics = rows.filter(({ node }) => node.hop.callee.kind === 'queue');
  expect(topics.map(words)).toEqual([
    '        ▶ payment-events',
    '      ▶ order-events',
  ]);
  expect(fitting).toBe(tree.byKey.size);
});

it('shows the critical path: hops of 2 % or more, and what leads to them', () => {
  expect(shown({ critical: true }).rows.map(words)).toEqual([
    '▼ edge-gateway',
    '  ▼ web-bff',
    '    ▼ orders',
    '      · shipping',
    '      ▼ payments',
    '        ▼ fraud',
    '          ▼ orders',
    '            · orders-db',
    '          · score.riskmesh.example',
    '        · api.cardrail.example',
  ]);
});

it('shows what fails by itself, also behind a topic', () => {
  const names = shown({ failing: true }).rows.map(
    ({ node }) => node.hop.callee.name,
  );
  expect(names).toContain('api.mailferry.example');
  expect(names).not.toContain('session-cache');
});

it('hides datastores, and says how many hops are left', () => {
  const { rows, fitting } = shown({ stores: false });
  expect(
    rows.filter(({ node }) => node.hop.callee.kind === 'datastore'),
  ).toEqual([]);
  expect(fitting).toBeLessThan(tree.byKey.size);
});

it('folds all but the root, and unfolds one by one', () => {
  expect(shown({ branches: 'closed' }).rows.map(words)).toEqual([
    '▼ edge-gateway',
    '  ▶ sessions',
    '  · identity',
    '  ▶ web-bff',
  ]);
  expect(
    shown({ branches: 'closed', turned: [keyOf('sessions')] }).rows.map(words),
  ).toContain('    · session-cache');
});

it('counts a hop among the siblings that are shown', () => {
  const last = shown({ critical: true }).rows.at(-1)!;
  expect([last.position, last.siblings]).toEqual([2, 2]);
});

it('turns a hop back when it is turned twice', () => {
  expect(turnedAt(turnedAt(['a'], 'b'), 'b')).toEqual(['a']);
});

it('finds for every hop a sight in which it can be seen', () => {
  const keys = [...tree.byKey.keys()];
  const sights = fc.record({
    critical: fc.boolean(),
    failing: fc.boolean(),
    stores: fc.boolean(),
    branches: fc.constantFrom(
      'usual' as const,
      'open' as const,
      'closed' as const,
    ),
    turned: fc.subarray(keys),
  });
  fc.assert(
    fc.property(sights, fc.constantFrom(...keys), (sight, key) => {
      const { rows } = shownHops(tree, sightOf(tree, sight, key));
      expect(rows.some(({ node }) => node.key === key)).toBe(true);
    }),
  );
});
