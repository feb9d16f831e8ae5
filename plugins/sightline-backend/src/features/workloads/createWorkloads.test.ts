import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import {
  hour,
  minute,
  reportOf,
  seen,
  START,
  underWay,
} from './__testUtils__/seen';
import {
  ref,
  WorkloadsWorld,
  workloadsWorld,
} from './__testUtils__/workloadsWorld';

jest.setTimeout(120_000);

const databases = useTestDatabases();

describe.each(databases.ids)('workloads on %s', id => {
  const build = async () => workloadsWorld(await databases.open(id));

  const states = async ({ reader }: WorkloadsWorld, name: string) =>
    (await reader.ofService(ref(name))).workloads.map(
      ({ key, rollout, version }) =>
        `${key.cluster}/${key.name} ${version} ${rollout.state}`,
    );

  const deploysOf = async ({ reader }: WorkloadsWorld, name: string) =>
    (await reader.ofService(ref(name))).deploys.map(
      ({ at, words, workload }) =>
        `${workload.cluster} ${(Date.parse(at) - START) / minute}: ${words}`,
    );

  it('are unknown until a cluster was seen, and then where nobody runs them', async () => {
    const world = await build();
    const { reader } = world;
    expect(await reader.ofService(ref('cart'))).toEqual({
      ...{ service: ref('cart'), workloads: [], deploys: [], lockStep: [] },
      gaps: [],
      unknown: {
        ...{ state: 'unknown', reason: 'not-configured' },
        detail: expect.stringContaining('docs/kubernetes.md'),
      },
    });
    expect(await reader.isKnown()).toBe(false);
    await world.accept(reportOf([seen('web')]));
    const { unknown } = await reader.ofService(ref('cart'));
    expect(unknown?.reason).toBe('no-data');
    expect(await reader.isKnown()).toBe(true);
  });

  it('tell all there is of them', async () => {
    const world = await build();
    await world.accept(
      reportOf([
        seen('cart', {
          ...{ version: '1.42', lacks: ['no-limits'] },
          restarts: { total: 3, lastAt: START - 10 * minute },
          replicas: { ready: 2, available: 2 },
          conditions: {
            Progressing: { status: 'True', reason: 'NewReplicaSetAvailable' },
          },
          troubles: [
            {
              ...{ trouble: 'crash-loop', said: 'CrashLoopBackOff' },
              ...{ pods: ['cart-1'], count: 1, container: 'cart' },
              ...{ since: START - hour, restarts: 3 },
            },
          ],
          autoscaler: {
            ...{ min: 3, max: 3, current: 3, limited: false },
          },
          warnings: [{ said: 'BackOff', count: 9, lastAt: START }],
          delivery: {
            ...{ tool: 'Argo CD', name: 'shop', state: 'Synced', said: '' },
          },
        }),
      ]),
    );
    const { workloads } = await world.reader.ofService(ref('cart'));
    expect(workloads).toEqual([
      {
        key: {
          ...{ cluster: 'eu1', namespace: 'shop' },
          ...{ kind: 'Deployment', name: 'cart' },
        },
        service: { ref: ref('cart'), name: 'cart' },
        rollout: { state: 'degraded', words: '2 of 3 pods available' },
        replicas: { desired: 3, updated: 3, ready: 2, available: 2 },
        images: [
          {
            ...{ container: 'cart', image: 'shop/cart:1.42' },
            ...{ version: '1.42', digests: [] },
          },
        ],
        version: '1.42',
        troubles: [
          {
            trouble: 'crash-loop',
            words: '1 pod crashing again and again (cart): CrashLoopBackOff',
            ...{ pods: ['cart-1'], count: 1, container: 'cart' },
            ...{ since: toIso(START - hour), restarts: 3 },
          },
        ],
        restarts: { lastHour: 1, total: 3, lastAt: toIso(START - 10 * minute) },
        autoscaler: {
          ...{ min: 3, max: 3, current: 3, atMaximum: false },
          words: '3 of 3 to 3 pods',
        },
        lacks: ['no-limits'],
        warnings: [{ words: 'BackOff', count: 9, lastAt: toIso(START) }],
        delivery: {
          ...{ tool: 'Argo CD', name: 'shop', state: 'Synced' },
          words: 'Argo CD says Synced',
        },
        evidence: {
          ...{ source: 'kubernetes:eu1', observedAt: toIso(START) },
          validFor: 600_000,
        },
      },
    ]);
  });

  it('of one cluster stay as they are, whatever another says', async () => {
    const world = await build();
    await world.accept(reportOf([seen('cart'), seen('web')]));
    const us1 = (name: string, more = {}) =>
      seen(name, { cluster: 'us1', ...more });
    await world.accept(reportOf([us1('cart')], { cluster: 'us1' }));
    world.time.now += minute;
    await world.accept(reportOf([], { cluster: 'us1' }));
    expect(await states(world, 'cart')).toEqual(['eu1/cart 1 complete']);
    // Words about another cluster are not its to say.
    await world.accept(
      reportOf([seen('web', { cluster: 'us1', version: '9' })]),
    );
    expect(world.lost).toEqual(['1 workloads of another cluster']);
    expect(await states(world, 'web')).toEqual([]);
    expect(await states(world, 'cart')).toEqual([]);
    await expect(
      world.accept(reportOf([seen('cart')]), 'kubernetes:us1'),
    ).rejects.toThrow(
      "kubernetes:us1 calls its cluster 'eu1', as kubernetes:eu1 does: give them different names",
    );
  });

  it('are shown as they were while their cluster is away, and that is said', async () => {
    const world = await build();
    await world.accept(
      reportOf([seen('cart')], { gaps: ['pods may not be listed'] }),
    );
    world.time.now += hour;
    expect(await states(world, 'cart')).toEqual(['eu1/cart 1 complete']);
    const gaps = async () => (await world.reader.ofService(ref('cart'))).gaps;
    expect(await gaps()).toEqual([
      {
        cluster: 'eu1',
        words:
          'Nothing was heard of it since 2026-11-21 12:00 UTC: what is shown is as it was then',
        since: toIso(START),
      },
      {
        ...{ cluster: 'eu1', words: 'pods may not be listed' },
        since: toIso(START),
      },
    ]);
    await world.accept(
      reportOf([seen('cart')], { gaps: ['pods may not be listed'] }),
    );
    expect(await gaps()).toEqual([
      {
        ...{ cluster: 'eu1', words: 'pods may not be listed' },
        since: toIso(START),
      },
    ]);
    // A cluster that is set up no longer is not shown.
    world.sources.shift();
    expect(await states(world, 'cart')).toEqual([]);
  });

  it('are not written again when a report says the same', async () => {
    const world = await build();
    const all = [seen('cart'), seen('web')];
    await world.accept(reportOf(all));
    const row = () => world.database('workloads_cluster').first();
    const before = await row();
    world.time.now += minute;
    await world.accept(reportOf(all));
    const after = await row();
    expect(after.generation).toBe(before.generation);
    expect(Number(after.observed_at)).toBe(START + minute);
    expect(world.changed).toEqual([[ref('cart'), ref('web')]]);
    expect(await world.events()).toEqual([]);
  });

  it('come and go by changes, too', async () => {
    const world = await build();
    await world.accept(reportOf([seen('cart'), seen('cart-worker')]));
    const delta = { whole: false };
    const { key } = seen('cart');
    await world.accept(reportOf([], { ...delta, removed: [key] }));
    expect(await states(world, 'cart')).toEqual(['eu1/cart-worker 1 complete']);
    await world.accept(reportOf([underWay('cart')], delta));
    expect(await states(world, 'cart')).toEqual([
      'eu1/cart 1 progressing',
      'eu1/cart-worker 1 complete',
    ]);
    // It was away and is back with the same template: nobody deployed it.
    expect(await deploysOf(world, 'cart')).toEqual([]);
  });

  it('with names nobody can spell are kept and found', async () => {
    const world = await build();
    const odd = ['cart-team/edge', 'cart- 🧀 ü', 'cart-"o\'hara"', 'cart-a\0b'];
    const strange = odd.map(name =>
      seen(name, { version: `1\0${'🧀'.slice(0, 1)}`, namespace: 'a/b "c"' }),
    );
    await world.accept(reportOf(strange));
    world.time.now += minute;
    await world.accept(
      reportOf(
        odd.map(name => underWay(name, { version: '2', namespace: 'a/b "c"' })),
      ),
    );
    const { workloads, deploys } = await world.reader.ofService(ref('cart'));
    expect(workloads.map(({ key }) => key.name).sort()).toEqual(
      [...odd].sort(),
    );
    expect(deploys).toHaveLength(4);
  });

  it('with too much to tell are counted, and do not hold up the others', async () => {
    const world = await build();
    const labels = { app: 'x'.repeat(2 * 1024 * 1024) };
    await world.accept(reportOf([seen('cart', { labels }), seen('web')]));
    expect(world.lost).toEqual(['1 workloads with too much to tell']);
    expect(await states(world, 'web')).toHaveLength(1);
    const { images } = seen('web').template;
    const earlier = Array.from({ length: 11 }, (_, n) => ({
      ...{ id: `template-${n}`, images },
    }));
    await world.accept(reportOf([seen('web', { template: { earlier } })]));
    expect(world.lost.at(-1)).toBe('1 earlier templates with too much to tell');
  });
});
