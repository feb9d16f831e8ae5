import { among, around } from './lit';

const edge = (from: string, to: string) =>
  ({ id: `${from} ${to}`, from, to, modes: ['sync'] } as never);
const map = { edges: [edge('a', 'b'), edge('b', 'c'), edge('c', 'd')] };

it('lights a node with its neighbours, and the lines between', () => {
  expect(around(map, { kind: 'node', id: 'b' })).toEqual({
    nodes: new Set(['a', 'b', 'c']),
    edges: new Set(['a b', 'b c']),
    spelled: new Set(['a b', 'b c']),
  });
});

it('lights an edge with its two ends', () => {
  expect(around(map, { kind: 'edge', id: 'c d' }).nodes).toEqual(
    new Set(['c', 'd']),
  );
});

it('spells nothing out where too much would be said', () => {
  const star = {
    edges: Array.from({ length: 30 }, (_, at) => edge('hub', `n${at}`)),
  };
  const { edges, spelled } = around(star, { kind: 'node', id: 'hub' });
  expect([edges.size, spelled.size]).toEqual([30, 0]);
});

it('lights those who fail together, and only the lines that carry a failure', () => {
  const event = { id: 'b d', from: 'b', to: 'd', modes: ['async'] } as never;
  expect(
    among({ edges: [...map.edges, event] }, new Set(['b', 'd'])).edges,
  ).toEqual(new Set());
  expect(among(map, new Set(['a', 'b', 'd'])).edges).toEqual(new Set(['a b']));
});
