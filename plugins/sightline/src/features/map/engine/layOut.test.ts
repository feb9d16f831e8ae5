import fc from 'fast-check';
import { layOut } from './layOut';
import { LayoutInput, MapLayout, Rect } from './MapLayout';

const node = (id: string, group?: string) => ({
  id,
  width: 120,
  height: 40,
  group,
});
const edge = (from: string, to: string, weight = 1) => ({
  id: `${from} ${to}`,
  from,
  to,
  weight,
});
const group = (id: string) => ({ id, width: 140 });

/** Any graph: cycles, loops, several parts, open groups and closed ones. */
const anyMap: fc.Arbitrary<LayoutInput> = fc
  .record({
    sizes: fc.array(
      fc.record({
        width: fc.integer({ min: 60, max: 240 }),
        home: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 24 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }),
    open: fc.integer({ min: 0, max: 4 }),
    focused: fc.boolean(),
  })
  .map(({ sizes, pairs, open, focused }) => {
    const nodes = sizes.map(({ width, home }, at) => ({
      id: `n${at}`,
      width,
      height: 40,
      group: home > 0 ? `g${home}` : undefined,
    }));
    const ids = pairs
      .filter(() => nodes.length > 0)
      .map(([a, b]) => `n${a % nodes.length} n${b % nodes.length}`);
    return {
      nodes,
      groups: Array.from({ length: open }, (_, at) => group(`g${at + 1}`)),
      edges: [...new Set(ids)].map(id =>
        edge(...(id.split(' ') as [string, string])),
      ),
      focus: focused && nodes.length > 0 ? 'n0' : undefined,
    };
  });

const overlap = (a: Rect, b: Rect) =>
  a.x < b.x + b.width &&
  b.x < a.x + a.width &&
  a.y < b.y + b.height - 0.01 &&
  b.y < a.y + a.height - 0.01;

const within = (inner: Rect, outer: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const overlapping = (layout: MapLayout) => {
  const boxed = [...Object.entries(layout.nodes)];
  return boxed.flatMap(([a, first], at) =>
    boxed
      .slice(at + 1)
      .filter(([, second]) => overlap(first, second))
      .map(([b]) => `${a} ${b}`),
  );
};

const homeOf = ({ nodes, groups }: LayoutInput, id: string) => {
  const home = nodes.find(one => one.id === id)!.group;
  return groups.some(open => open.id === home) ? home : undefined;
};

describe('any map', () => {
  const holds = (check: (input: LayoutInput, layout: MapLayout) => void) =>
    fc.assert(fc.property(anyMap, input => check(input, layOut(input))));

  it('has a place for every node and a line for every edge', () => {
    holds((input, layout) => {
      expect(Object.keys(layout.nodes).sort()).toEqual(
        input.nodes.map(({ id }) => id).sort(),
      );
      expect(Object.keys(layout.edges).sort()).toEqual(
        input.edges.map(({ id }) => id).sort(),
      );
    });
  });

  it('lets no two nodes overlap', () => {
    holds((_input, layout) => expect(overlapping(layout)).toEqual([]));
  });

  it('keeps members inside their group, and all others out of it', () => {
    holds((input, layout) => {
      for (const [id, box] of Object.entries(layout.groups)) {
        for (const [name, place] of Object.entries(layout.nodes)) {
          const inside = homeOf(input, name) === id;
          expect([
            name,
            id,
            inside ? within(place, box) : overlap(place, box),
          ]).toEqual([name, id, inside]);
        }
      }
    });
  });

  it('lets no two groups overlap', () => {
    holds((_input, layout) => {
      const boxes = Object.values(layout.groups);
      boxes.forEach((box, at) =>
        expect(boxes.slice(at + 1).some(other => overlap(box, other))).toBe(
          false,
        ),
      );
    });
  });

  it('begins every line at its caller and ends it at its callee', () => {
    holds((input, layout) => {
      for (const { id, from, to } of input.edges) {
        const { path, head } = layout.edges[id];
        const [x, y] = path.slice(1).split(/[LC ]/).map(Number);
        const caller = layout.nodes[from];
        const callee = layout.nodes[to];
        const atSide = (
          px: number,
          py: number,
          { x: left, y: top, width, height }: Rect,
        ) =>
          Math.min(Math.abs(px - left), Math.abs(px - left - width)) < 0.2 &&
          py >= top - 0.2 &&
          py <= top + height + 0.2;
        expect([
          id,
          atSide(x, y, caller),
          atSide(head.x, head.y, callee),
        ]).toEqual([id, true, true]);
      }
    });
  });

  it('stays inside the size it says', () => {
    holds((_input, { nodes, groups, width, height }) => {
      const all = {
        x: -0.01,
        y: -0.01,
        width: width + 0.02,
        height: height + 0.02,
      };
      [...Object.values(nodes), ...Object.values(groups)].forEach(place =>
        expect(within(place, all)).toBe(true),
      );
    });
  });

  it('is the same whatever order the lists came in', () => {
    holds((input, layout) => {
      const turned = {
        ...input,
        nodes: [...input.nodes].reverse(),
        groups: [...input.groups].reverse(),
        edges: [...input.edges].reverse(),
      };
      expect(layOut(turned)).toEqual(layout);
    });
  });

  it('stays where it was when it is laid out once more', () => {
    holds((input, layout) => {
      const again = layOut({ ...input, seeds: layout.seeds });
      for (const [id, { x, y }] of Object.entries(layout.nodes)) {
        expect(Math.abs(again.nodes[id].x - x)).toBeLessThan(1);
        expect(Math.abs(again.nodes[id].y - y)).toBeLessThan(4);
      }
    });
  });
});

it('has an answer for nothing, and for one', () => {
  expect(layOut({ nodes: [], groups: [], edges: [] })).toEqual({
    nodes: {},
    groups: {},
    edges: {},
    width: 0,
    height: 0,
    seeds: { places: {}, lanes: [], air: 1 },
  });
  expect(layOut({ nodes: [node('a')], groups: [], edges: [] }).nodes).toEqual({
    a: { x: 0, y: 0, width: 120, height: 40 },
  });
});

it('draws callers left of whom they call, and one line of a cycle back', () => {
  const { nodes, edges } = layOut({
    nodes: ['a', 'b', 'c'].map(id => node(id)),
    groups: [],
    edges: [edge('a', 'b', 5), edge('b', 'c', 5), edge('c', 'a')],
  });
  expect([nodes.a.x < nodes.b.x, nodes.b.x < nodes.c.x]).toEqual([true, true]);
  expect([edges['a b'].head.towards, edges['c a'].head.towards]).toEqual([
    'right',
    'left',
  ]);
});

it('has the focus between its callers and whom it calls, also in a cycle', () => {
  const { nodes } = layOut({
    nodes: ['caller', 'focus', 'callee'].map(id => node(id)),
    groups: [],
    edges: [
      edge('caller', 'focus'),
      edge('focus', 'callee'),
      edge('callee', 'caller', 9),
    ],
    focus: 'focus',
  });
  expect([
    nodes.caller.x < nodes.focus.x,
    nodes.focus.x < nodes.callee.x,
  ]).toEqual([true, true]);
});

it('makes a rectangle of a star, not a needle', () => {
  const leaves = Array.from({ length: 100 }, (_, at) => `leaf ${at}`);
  const { width, height } = layOut({
    nodes: ['hub', ...leaves].map(id => node(id)),
    groups: [],
    edges: leaves.map(leaf => edge('hub', leaf)),
  });
  expect(height / width).toBeLessThan(2);
});

describe('when something is added', () => {
  const before: LayoutInput = {
    nodes: ['a', 'b', 'c', 'd', 'e'].map(id =>
      node(id, 'abc'.includes(id) ? 'g' : undefined),
    ),
    groups: [],
    edges: [edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'e')],
  };
  const first = layOut(before);
  const above = (layout: MapLayout, one: string, other: string) =>
    layout.nodes[one].y < layout.nodes[other].y;

  it('a newcomer shuffles nobody', () => {
    const after = layOut({
      ...before,
      nodes: [...before.nodes, node('new')],
      edges: [...before.edges, edge('b', 'new'), edge('new', 'e')],
      seeds: first.seeds,
    });
    expect(above(after, 'b', 'c')).toBe(above(first, 'b', 'c'));
    expect(above(after, 'd', 'e')).toBe(above(first, 'd', 'e'));
    expect(after.nodes.a.x).toBe(first.nodes.a.x);
  });

  it('a group that opens gets a lane, and nobody else is moved about', () => {
    const closed: LayoutInput = {
      nodes: ['x', 'g', 'y', 'z'].map(id => node(id)),
      groups: [],
      edges: [edge('x', 'g'), edge('x', 'y'), edge('x', 'z')],
    };
    const was = layOut(closed);
    const opened = layOut({
      nodes: [
        ...['x', 'y', 'z'].map(id => node(id)),
        ...['m1', 'm2'].map(id => node(id, 'g')),
      ],
      groups: [group('g')],
      edges: [
        edge('x', 'm1'),
        edge('m1', 'm2'),
        edge('x', 'y'),
        edge('x', 'z'),
      ],
      seeds: was.seeds,
    });
    expect(['x', 'y', 'z'].map(id => opened.nodes[id].x)).toEqual(
      ['x', 'y', 'z'].map(id => was.nodes[id].x),
    );
    expect(above(opened, 'y', 'z')).toBe(above(was, 'y', 'z'));
  });
});

it('puts a member that nobody calls into its group too', () => {
  const { nodes, groups } = layOut({
    nodes: [node('a', 'g'), node('b', 'g'), node('alone', 'g')],
    groups: [group('g')],
    edges: [edge('a', 'b')],
  });
  expect(within(nodes.alone, groups.g)).toBe(true);
});

it('leaves lines between nodes: none runs through one that it does not touch', () => {
  fc.assert(
    fc.property(anyMap, input => {
      const { nodes, edges } = layOut(input);
      for (const { id, from, to } of input.edges) {
        const straight = [
          ...edges[id].path.matchAll(/([\d.-]+) ([\d.-]+)L([\d.-]+) [\d.-]+/g),
        ];
        for (const [, x1, y, x2] of straight) {
          const [left, right] = [Number(x1), Number(x2)].sort((a, b) => a - b);
          const line = {
            x: left,
            y: Number(y),
            width: right - left,
            height: 0.02,
          };
          const hit = Object.keys(nodes).filter(
            one => one !== from && one !== to && overlap(line, nodes[one]),
          );
          expect([id, hit]).toEqual([id, []]);
        }
      }
    }),
  );
});
