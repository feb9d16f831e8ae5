import { nodeInDirection } from './nodeInDirection';

const at = (x: number, y: number) => ({ x, y, width: 100, height: 40 });

//  a   b   c
//      d
const places = { a: at(0, 0), b: at(200, 0), c: at(400, 0), d: at(200, 90) };

it.each([
  ['a', 'ArrowRight', 'b'],
  ['b', 'ArrowRight', 'c'],
  ['c', 'ArrowRight', undefined],
  ['c', 'ArrowLeft', 'b'],
  ['b', 'ArrowDown', 'd'],
  ['d', 'ArrowUp', 'b'],
  ['a', 'ArrowUp', undefined],
  ['nobody', 'ArrowUp', 'a'],
] as const)('from %s with %s comes %s', (from, key, to) => {
  expect(nodeInDirection(places, from, key)).toBe(to);
});

it('reaches every node from every other', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] as const;
  const reached = new Set(['a']);
  for (const id of reached) {
    keys.forEach(key => {
      const next = nodeInDirection(places, id, key);
      if (next) reached.add(next);
    });
  }
  expect([...reached].sort()).toEqual(['a', 'b', 'c', 'd']);
});
