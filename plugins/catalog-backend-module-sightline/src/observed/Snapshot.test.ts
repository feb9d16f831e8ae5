import { changedRefs } from './changedRefs';
import { createSnapshotBuilder, Pair } from './Snapshot';

const ref = (name: string) => `component:default/${name}`;

const pair = (from: string, to: string): Pair => ({
  ...{ from: ref(from), to: ref(to) },
});

const snapshotOf = (pairs: Pair[], atMost = 10) => {
  const builder = createSnapshotBuilder(atMost);
  for (const one of pairs) builder.add([one]);
  expect(builder.size()).toBe(pairs.length);
  return builder.build(7);
};

describe('a snapshot', () => {
  it('says of each entity whom it leans on; who leans on each other does so twice', () => {
    expect(
      snapshotOf([
        pair('orders', 'payments'),
        pair('orders', 'auth'),
        pair('payments', 'orders'),
        pair('orders', 'auth'),
      ]),
    ).toEqual({
      at: 7,
      seen: new Map([
        [
          ref('orders'),
          { targets: [ref('auth'), ref('payments')], silent: [] },
        ],
        [ref('payments'), { targets: [ref('orders')], silent: [] }],
      ]),
      leftOut: { dependsOn: 0, dependencyOf: 0, malformed: 0 },
    });
  });

  it('knows an entity however its ref is written, and none that leans on itself', () => {
    const { seen } = snapshotOf([
      { from: 'Component:Default/Orders', to: 'component:auth' },
      pair('orders', 'orders'),
    ]);
    expect(seen).toEqual(
      new Map([[ref('orders'), { targets: [ref('auth')], silent: [] }]]),
    );
  });

  it('counts pairs that name no entity, and goes on', () => {
    const { seen, leftOut } = snapshotOf([
      { from: '', to: ref('auth') },
      { from: ref('orders'), to: 'external:' },
      pair('orders', 'auth'),
    ]);
    expect([...seen.keys()]).toEqual([ref('orders')]);
    expect(leftOut).toEqual({ dependsOn: 0, dependencyOf: 0, malformed: 2 });
  });

  it('lets neither end have more than may be, and counts the rest', () => {
    const { seen, leftOut } = snapshotOf(
      [
        ...['d', 'c', 'b'].map(to => pair('a', to)),
        ...['z', 'y', 'x'].map(from => pair(from, 'hub')),
      ],
      2,
    );
    expect(Object.fromEntries(seen)).toEqual({
      [ref('a')]: { targets: [ref('b'), ref('c')], silent: [] },
      [ref('x')]: { targets: [ref('hub')], silent: [] },
      [ref('y')]: { targets: [ref('hub')], silent: [] },
      [ref('z')]: { targets: [ref('hub')], silent: [ref('hub')] },
    });
    expect(leftOut).toEqual({ dependsOn: 1, dependencyOf: 1, malformed: 0 });
  });
});

describe('changedRefs', () => {
  const before = snapshotOf([
    ...[pair('a', 'b'), pair('b', 'c'), pair('c', 'd'), pair('d', 'hub')],
  ]);

  it('are those that came, went, or lean on others than before', () => {
    const now = snapshotOf([
      ...[pair('a', 'b'), pair('b', 'd'), pair('d', 'hub'), pair('e', 'a')],
    ]);
    expect(changedRefs(before.seen, now.seen)).toEqual(
      ['b', 'e', 'c'].map(ref),
    );
    expect(changedRefs(now.seen, now.seen)).toEqual([]);
  });

  it('are also those that no longer show where they lean', () => {
    const now = snapshotOf(
      [...[pair('a', 'b'), pair('b', 'c'), pair('c', 'd')], pair('d', 'hub')],
      1,
    );
    expect(changedRefs(before.seen, now.seen)).toEqual([]);
    const crowded = snapshotOf(
      [
        ...[pair('a', 'b'), pair('b', 'c'), pair('c', 'd')],
        ...[pair('aa', 'hub'), pair('d', 'hub')],
      ],
      1,
    );
    expect(changedRefs(now.seen, crowded.seen)).toEqual(['aa', 'd'].map(ref));
  });
});
