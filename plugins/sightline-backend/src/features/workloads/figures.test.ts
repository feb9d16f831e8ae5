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

describe.each(databases.ids)('figures of workloads on %s', id => {
  const build = async () => workloadsWorld(await databases.open(id));

  const states = async ({ reader }: WorkloadsWorld, name: string) =>
    (await reader.ofService(ref(name))).workloads.map(
      ({ key, rollout, version }) =>
        `${key.cluster}/${key.name} ${version} ${rollout.state}`,
    );

  it('take a rollout that hangs for stuck by and by, though nothing is said anew', async () => {
    const world = await build();
    const hangs = underWay('cart', {
      kind: 'StatefulSet',
      troubles: [
        {
          ...{ trouble: 'image-pull', said: 'ErrImagePull' },
          ...{ pods: ['cart-0'], count: 1 },
        },
      ],
    });
    await world.accept(reportOf([hangs]));
    expect(await states(world, 'cart')).toEqual(['eu1/cart 1 progressing']);
    world.time.now += 15 * minute;
    await world.accept(reportOf([hangs]));
    expect(await states(world, 'cart')).toEqual(['eu1/cart 1 stuck']);
    expect(await world.events()).toEqual([
      'changed eu1/cart progressing → stuck: 1 of 3 pods updated, and nothing moved for 15 min: ErrImagePull',
    ]);
  });

  it('count restarts of the last hour, and how long an autoscaler is at its maximum', async () => {
    const world = await build();
    const autoscaler = { min: 2, max: 3, current: 3, limited: true };
    for (const total of [5, 7, 0, 1]) {
      await world.accept(
        reportOf([seen('cart', { restarts: { total }, autoscaler })]),
      );
      world.time.now += 10 * minute;
    }
    const read = async () => {
      const { workloads } = await world.reader.ofService(ref('cart'));
      const [{ restarts, autoscaler: scaler }] = workloads;
      return { lastHour: restarts.lastHour, scaler };
    };
    expect(await read()).toEqual({
      lastHour: 3,
      scaler: {
        ...{ min: 2, max: 3, current: 3, atMaximum: true },
        since: toIso(START),
        words: 'At its maximum of 3 pods, and would take more',
      },
    });
    world.time.now = START + 75 * minute;
    expect((await read()).lastHour).toBe(1);
  });

  it('in different versions are a skew, by the same name only', async () => {
    const world = await build();
    await world.accept(
      reportOf([
        seen('cart', { version: '2', template: { since: START - hour } }),
        seen('cart-cache', { version: '7.2' }),
      ]),
    );
    await world.accept(
      reportOf([seen('cart', { cluster: 'us1', version: '1' })], {
        cluster: 'us1',
      }),
    );
    const { skew } = await world.reader.ofService(ref('cart'));
    expect(skew).toEqual({
      versions: [
        { version: '2', clusters: ['eu1'], since: toIso(START - hour) },
        { version: '1', clusters: ['us1'] },
      ],
      words:
        'Deployment cart runs in 2 versions: 2 in eu1 since 2026-11-21 11:00 UTC; 1 in us1',
    });
  });

  it('become facts of those who run', async () => {
    const world = await build();
    await world.accept(
      reportOf(
        [
          seen('cart', {
            ...{ version: '2', lacks: ['no-limits', 'no-disruption-budget'] },
            template: { since: START - hour },
            restarts: { total: 1, lastAt: START - minute },
          }),
          seen('cart-report', { kind: 'CronJob', replicas: { desired: 0 } }),
          seen('web', { lacks: ['floating-image', 'no-liveness-probe'] }),
        ],
        { gaps: [] },
      ),
    );
    const { signal } = new AbortController();
    const refs = [ref('cart'), ref('web'), ref('orders')];
    const read = async () => {
      const facts = await world.workloads.facts.read(refs, { signal });
      return Object.fromEntries(
        [...facts].map(([one, readings]) => [
          one.replace(ref(''), ''),
          Object.fromEntries(
            readings.map(({ fact, value }) => [
              fact.replace('workloads.', ''),
              value,
            ]),
          ),
        ]),
      );
    };
    expect(await read()).toEqual({
      cart: {
        ...{ rollout: 'complete', clusters: ['eu1'], versions: ['1', '2'] },
        ...{ skew: false, replicas: 3, available: 1, probes: true },
        ...{ limits: false, pdb: false, pinnedImages: true },
        ...{ restartsLastHour: 1, troubledPods: 0 },
        lastDeploy: toIso(START - hour),
      },
      web: {
        ...{ rollout: 'complete', clusters: ['eu1'], versions: ['1'] },
        ...{ skew: false, replicas: 3, available: 1, probes: false },
        ...{ limits: true, pdb: true, pinnedImages: false },
        ...{ restartsLastHour: 0, troubledPods: 0 },
      },
    });
    // Where budgets cannot be seen, that there is none is not known.
    const gaps = ['poddisruptionbudgets may not be listed or watched'];
    await world.accept(reportOf([], { whole: false, gaps }));
    expect((await read()).web.pdb).toBeUndefined();
    // Nor is it whether pods are in trouble, where they cannot be.
    const noPods = ['pods cannot be seen now: eu1 answered 500'];
    await world.accept(reportOf([], { whole: false, gaps: noPods }));
    const { web } = await read();
    expect([web.restartsLastHour, web.troubledPods]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are in dossiers and rows', async () => {
    const world = await build();
    await world.accept(
      reportOf([
        seen('cart', { version: '2', template: { since: START - hour } }),
        underWay('cart-worker', { version: '1' }),
      ]),
    );
    const refs = [ref('cart'), ref('web')];
    const evidence = {
      ...{ source: 'kubernetes:eu1', observedAt: toIso(START) },
      validFor: 600_000,
    };
    const health = {
      ...{ state: 'progressing', workloads: 2 },
      words: 'eu1, Deployment/cart-worker: 1 of 3 pods updated',
    };
    const [healthRow, lastDeployRow] = world.workloads.rows;
    expect(await healthRow.read(refs)).toEqual(
      new Map([[ref('cart'), { ...health, evidence }]]),
    );
    expect(await lastDeployRow.read(refs)).toEqual(
      new Map([
        [
          ref('cart'),
          { at: toIso(START - hour), kind: 'deploy', version: '2' },
        ],
      ]),
    );
    const parts = await world.workloads.part.read(refs);
    expect(parts.get(ref('web'))).toMatchObject({ reason: 'no-data' });
    expect(parts.get(ref('cart'))).toEqual({
      state: 'known',
      value: {
        health,
        workloads: [
          {
            key: seen('cart-worker').key,
            ...{ state: 'progressing', words: '1 of 3 pods updated' },
            ...{ version: '1', ready: 3, desired: 3, troubles: [] },
          },
          {
            key: seen('cart').key,
            ...{ state: 'complete', words: 'All 3 pods are there' },
            ...{ version: '2', ready: 3, desired: 3, troubles: [] },
          },
        ],
        deploys: [
          {
            workload: seen('cart').key,
            ...{ kind: 'deploy', at: toIso(START - hour) },
            ...{ toVersion: '2', words: 'Deployed 2' },
          },
        ],
      },
      evidence: { ...evidence, validFor: 1_200_000 },
    });
  });
});
