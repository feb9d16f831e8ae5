import { toIso } from '@sightline/backstage-plugin-sightline-common';
import { useTestDatabases } from '../../platform/__testUtils__/testDatabases';
import {
  day,
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
import {
  deploysAtMost,
  deploysKeptFor,
  forgetOld,
  goneKeptFor,
} from './store/forget';

jest.setTimeout(120_000);

const databases = useTestDatabases();

const overdue = {
  Progressing: {
    ...{ status: 'False', reason: 'ProgressDeadlineExceeded' },
    message: 'timed out',
  },
};

describe.each(databases.ids)('deploys on %s', id => {
  const build = async () => workloadsWorld(await databases.open(id));

  const deploysOf = async ({ reader }: WorkloadsWorld, name: string) =>
    (await reader.ofService(ref(name))).deploys.map(
      ({ at, words, workload }) =>
        `${workload.cluster} ${(Date.parse(at) - START) / minute}: ${words}`,
    );

  it('remember deploys and rollbacks, and tell of them and of every state', async () => {
    const world = await build();
    await world.accept(reportOf([seen('cart', { version: '1' })]));
    const turns = [
      underWay('cart', { version: '2' }),
      seen('cart', { version: '2' }),
      seen('cart', {
        version: '2',
        replicas: {
          desired: 4,
          current: 4,
          updated: 4,
          ready: 4,
          available: 4,
        },
      }),
      underWay('cart', { version: '1' }),
      underWay('cart', { version: '1', conditions: overdue }),
    ];
    for (const turn of turns) {
      world.time.now += minute;
      await world.accept(reportOf([turn], { whole: false }));
    }
    expect(await deploysOf(world, 'cart')).toEqual([
      'eu1 4: Rolled back to 1, before 2',
      'eu1 1: Deployed 2, before 1',
    ]);
    const { deploys } = await world.reader.ofService(ref('cart'));
    expect(deploys[1]).toEqual({
      id: expect.any(String),
      workload: seen('cart').key,
      ...{ service: ref('cart'), kind: 'deploy', at: toIso(START + minute) },
      completedAt: toIso(START + 2 * minute),
      ...{ fromVersion: '1', toVersion: '2', images: ['shop/cart:2'] },
      words: 'Deployed 2, before 1',
      evidence: {
        source: 'kubernetes:eu1',
        observedAt: toIso(START + minute),
        validFor: Number.MAX_SAFE_INTEGER,
      },
    });
    expect(deploys[0].completedAt).toBeUndefined();
    expect(await world.events()).toEqual([
      'deployed eu1/cart deploy: Deployed 2, before 1',
      'changed eu1/cart complete → progressing: 1 of 3 pods updated',
      'changed eu1/cart progressing → complete: All 3 pods are there',
      'deployed eu1/cart rollback: Rolled back to 1, before 2',
      'changed eu1/cart complete → progressing: 1 of 3 pods updated',
      'changed eu1/cart progressing → stuck: Its deadline has passed: timed out',
    ]);
    expect(await world.reader.rolloutOf(ref('cart'))).toEqual([
      {
        ...{ cluster: 'eu1', state: 'stuck', since: START + 5 * minute },
        words: 'Deployment/cart: Its deadline has passed: timed out',
        evidence: {
          ...{ source: 'kubernetes:eu1', validFor: 600_000 },
          observedAt: toIso(START + 5 * minute),
        },
        deploy: deploys[0],
      },
    ]);
    const marks = await world.reader.marks(ref('cart'), {
      ...{ from: START, to: START + 4 * minute },
    });
    expect(marks.map(({ at, kind, words }) => [at, kind, words])).toEqual([
      [
        ...[toIso(START + minute), 'deploy'],
        'Deployed 2, before 1 (Deployment cart in eu1)',
      ],
      [
        ...[toIso(START + 4 * minute), 'deploy'],
        'Rolled back to 1, before 2 (Deployment cart in eu1)',
      ],
    ]);
  });

  it('seen for the first time tell of their last deploy, which is no news', async () => {
    const world = await build();
    const Progressing = {
      ...{ status: 'True', reason: 'NewReplicaSetAvailable' },
      since: START - 3 * day + minute,
    };
    await world.accept(
      reportOf([
        seen('cart', {
          template: { since: START - 3 * day },
          conditions: { Progressing },
        }),
        seen('web', { template: { since: START - minute } }),
        seen('orders'),
      ]),
    );
    expect(await deploysOf(world, 'cart')).toEqual(['eu1 -4320: Deployed 1']);
    const [deploy] = (await world.reader.ofService(ref('cart'))).deploys;
    expect(deploy.completedAt).toBe(toIso(START - 3 * day + minute));
    expect(await deploysOf(world, 'orders')).toEqual([]);
    expect(await world.events()).toEqual([
      'deployed eu1/web deploy: Deployed 1',
    ]);
  });

  it('of the weeks before are remembered as the cluster tells them, and are no news', async () => {
    const world = await build();
    const told = (name: string, late: number) => {
      const earlier = [1, 2, 3, 4, 5].map(version => ({
        id: `template-${version}`,
        images: seen(name, { version: String(version) }).template.images,
        since: START - (6 - version) * day + late,
      }));
      const template = { since: START - 2 * hour + late, earlier };
      return seen(name, { version: '6', template });
    };
    const report = reportOf([told('cart', 0), told('web', 4 * minute)]);
    await world.accept(report);
    await world.accept(report);
    expect(await deploysOf(world, 'cart')).toEqual([
      'eu1 -120: Deployed 6, before 5',
      'eu1 -1440: Deployed 5, before 4',
      'eu1 -2880: Deployed 4, before 3',
      'eu1 -4320: Deployed 3, before 2',
      'eu1 -5760: Deployed 2, before 1',
      'eu1 -7200: Deployed 1',
    ]);
    const { lockStep } = await world.reader.ofService(ref('cart'));
    expect(lockStep.map(({ services, of }) => [services, of])).toEqual([
      [[ref('cart'), ref('web')], 6],
    ]);
    expect(await world.events()).toEqual([]);
    const [row] = await world.database('workloads_workload').limit(1);
    expect(JSON.parse(row.document).template).not.toHaveProperty('earlier');
    expect(Number(row.deployed_at)).toBe(START - 2 * hour);
  });

  it('deployed together again and again go in lock-step', async () => {
    const world = await build();
    const all = (version: string, orders = version) => [
      seen('cart', { version }),
      seen('web', { version }),
      seen('orders', { version: orders }),
    ];
    await world.accept(reportOf(all('0')));
    for (let n = 1; n <= 5; n++) {
      world.time.now += day;
      await world.accept(reportOf(all(String(n), n > 2 ? '2' : String(n))));
    }
    const { lockStep } = await world.reader.ofService(ref('cart'));
    expect(lockStep).toEqual([
      {
        services: [ref('cart'), ref('web')],
        ...{ together: 5, of: 5, within: 600_000 },
        words: '1 other service deployed with it within 10 min, 5 times of 5',
      },
    ]);
    const orders = await world.reader.ofService(ref('orders'));
    expect(orders.lockStep).toEqual([]);
  });

  it('are listed by their deploys, page by page', async () => {
    const world = await build();
    const names = ['cart', 'web', 'orders', 'somebody'];
    await world.accept(reportOf(names.map(name => seen(name))));
    for (let n = 2; n < 6; n++) {
      world.time.now += hour;
      await world.accept(
        reportOf(names.map(name => seen(name, { version: String(n) }))),
      );
    }
    const walk = async (query: Parameters<typeof world.reader.deploys>[0]) => {
      const found: string[] = [];
      for (let cursor: string | undefined, more = true; more; ) {
        const page = await world.reader.deploys({ ...query, cursor });
        found.push(
          ...page.items.map(
            ({ workload, toVersion }) => `${workload.name} ${toVersion}`,
          ),
        );
        cursor = page.nextCursor;
        more = cursor !== undefined;
      }
      return found;
    };
    const everything = await walk({ limit: 3 });
    expect(everything).toHaveLength(16);
    expect(new Set(everything).size).toBe(16);
    expect(await walk({ limit: 200 })).toEqual(everything);
    const of = { service: ref('cart') };
    expect(await walk({ ...of, limit: 1 })).toEqual([
      ...['cart 5', 'cart 4', 'cart 3', 'cart 2'],
    ]);
    const span = { since: START + 2 * hour, until: START + 3 * hour };
    expect(await walk({ ...of, ...span })).toEqual(['cart 4', 'cart 3']);
    const mayRead = async () => (one?: string) => one === ref('web');
    expect(await walk({ limit: 3, mayRead })).toEqual([
      ...['web 5', 'web 4', 'web 3', 'web 2'],
    ]);
    const { nextCursor } = await world.reader.deploys({ limit: 3 });
    await expect(
      world.reader.deploys({ ...of, cursor: nextCursor }),
    ).rejects.toThrow('another filter');
  });

  it('forget what is old, and the oldest of too many', async () => {
    const world = await build();
    await world.accept(reportOf([seen('cart', { version: '0' })]));
    const turn = async (n: number) => {
      world.time.now += minute;
      await world.accept(reportOf([seen('cart', { version: String(n % 7) })]));
    };
    await turn(1);
    const [deploy] = await world.database('workloads_deploy');
    await world.database.batchInsert(
      'workloads_deploy',
      Array.from({ length: deploysAtMost - 1 }, (_, n) => ({
        ...{ ...deploy, id: `older ${n}`, at: START - n * hour },
      })),
      50,
    );
    await turn(2);
    await turn(3);
    const count = async () => {
      const [{ n }] = await world
        .database('workloads_deploy')
        .count({ n: '*' });
      return Number(n);
    };
    expect(await count()).toBe(deploysAtMost);
    expect(world.lost).toEqual([
      '1 deploys of a workload above 500',
      '1 deploys of a workload above 500',
    ]);
    await world.accept(reportOf([]));
    await forgetOld(world.database, world.time.now + goneKeptFor);
    expect(
      await world.database('workloads_workload').select('id'),
    ).toHaveLength(1);
    await forgetOld(world.database, world.time.now + deploysKeptFor + 1);
    expect(await count()).toBe(0);
    expect(await world.database('workloads_workload').select('id')).toEqual([]);
  });
});
