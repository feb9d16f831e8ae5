import {
  controllerRevision,
  deployment,
  pod,
  replicaSet,
} from '../__testUtils__/objects';
import { lookAt, noon, stateOf } from '../__testUtils__/lookAt';

const at = (time: string) => Date.parse(time);

const restarted = {
  'kubectl.kubernetes.io/restartedAt': '2026-11-03T10:00:00Z',
};

describe('the template of a workload', () => {
  const idOf = (...given: Parameters<typeof deployment>) =>
    lookAt(stateOf({ deployments: [deployment(...given)] }))[0].template.id;

  it('stays when it is restarted or scaled, and changes with its image', () => {
    const id = idOf('web');
    expect(idOf('web', { annotations: restarted })).toBe(id);
    expect(idOf('web', { replicas: 7 })).toBe(id);
    expect(idOf('web', { image: 'shop/web:2' })).not.toBe(id);
  });

  it.each([
    [
      'of one set',
      [replicaSet('web', { createdAt: '2026-11-01T00:00:00Z' })],
      '2026-11-01T00:00:00Z',
    ],
    [
      'of the newest set',
      [
        replicaSet('web', {
          image: 'shop/web:1.1.0',
          createdAt: '2026-11-01T00:00:00Z',
        }),
        replicaSet('web', { revision: 2, createdAt: '2026-11-02T00:00:00Z' }),
      ],
      '2026-11-02T00:00:00Z',
    ],
    [
      'before a restart',
      [
        replicaSet('web', { createdAt: '2026-11-01T00:00:00Z' }),
        replicaSet('web', {
          revision: 2,
          annotations: restarted,
          createdAt: '2026-11-03T00:00:00Z',
        }),
      ],
      '2026-11-01T00:00:00Z',
    ],
    [
      'of the last progress, when a rollback took an old set',
      [
        replicaSet('web', {
          image: 'shop/web:1.3.0',
          revision: 2,
          createdAt: '2026-11-02T00:00:00Z',
        }),
        replicaSet('web', {
          revision: 3,
          reused: true,
          createdAt: '2026-11-01T00:00:00Z',
        }),
      ],
      '2026-11-05T00:00:00Z',
    ],
    [
      'that nobody knows while another template is wanted',
      [replicaSet('web', { image: 'shop/web:1.1.0' })],
      undefined,
    ],
  ])('came to be at the time %s', (_, replicasets, since) => {
    const web = deployment('web');
    const progressing = {
      type: 'Progressing',
      status: 'True',
      lastUpdateTime: '2026-11-05T00:00:00Z',
    };
    const deployments = [{ ...web, status: { conditions: [progressing] } }];
    const [seen] = lookAt(stateOf({ deployments, replicasets }));
    expect(seen.template.since).toBe(since && at(since));
  });
});

describe.each(['StatefulSet', 'DaemonSet'] as const)(
  'the template of a %s',
  kind => {
    const revision = (
      nth: number,
      createdAt: string,
      more: Parameters<typeof controllerRevision>[1] = {},
    ) =>
      controllerRevision('web', {
        ...{ kind, revision: nth, createdAt: `2026-11-${createdAt}T00:00:00Z` },
        ...more,
      });
    const old = { image: 'shop/web:1.1.0' };

    it.each([
      ['of its only revision', [revision(1, '01')], '01'],
      ['of the newest', [revision(1, '01', old), revision(2, '02')], '02'],
      [
        'before a restart',
        [revision(1, '02'), revision(2, '03', { annotations: restarted })],
        '02',
      ],
      [
        'that nobody knows after a rollback',
        [revision(2, '02', old), revision(3, '01')],
        undefined,
      ],
    ])('came to be at the time %s', (_, controllerrevisions, day) => {
      const table = kind === 'StatefulSet' ? 'statefulsets' : 'daemonsets';
      const state = stateOf({
        [table]: [deployment('web')],
        controllerrevisions,
      });
      const [{ template }] = lookAt(state);
      expect(template.since).toBe(day && at(`2026-11-${day}T00:00:00Z`));
    });
  },
);

describe('a workload', () => {
  it('knows its autoscaler, its budget and what warns about it', () => {
    const meta = (name: string) => ({ name, namespace: 'shop' });
    const event = (name: string, kind: string, of: string, count: number) => ({
      ...{
        metadata: meta(name),
        type: 'Warning',
        reason: 'BackOff',
        message: 'Back-off',
      },
      ...{ involvedObject: { kind, ...meta(of) }, count, lastTimestamp: null },
      series: { count, lastObservedTime: '2026-11-21T11:00:00Z' },
    });
    const [seen] = lookAt(
      stateOf({
        deployments: [deployment('web', { replicas: 1, image: 'shop/web' })],
        replicasets: [replicaSet('web')],
        pods: [pod('web-1'), pod('web-1', { nth: 1 })],
        horizontalpodautoscalers: [
          {
            metadata: meta('web'),
            spec: {
              scaleTargetRef: { kind: 'Deployment', name: 'web' },
              minReplicas: 2,
              maxReplicas: 4,
            },
            status: {
              currentReplicas: 4,
              conditions: [
                {
                  ...{
                    type: 'ScalingLimited',
                    status: 'True',
                    reason: 'TooManyReplicas',
                  },
                  ...{
                    message: 'more is wanted',
                    lastTransitionTime: '2026-11-21T10:00:00Z',
                  },
                },
              ],
            },
          },
        ],
        poddisruptionbudgets: [
          {
            metadata: meta('web'),
            spec: {
              selector: {
                matchExpressions: [
                  { key: 'app', operator: 'In', values: ['web'] },
                ],
              },
            },
          },
        ],
        events: [
          event('a', 'Pod', 'web-1-0', 2),
          event('b', 'Pod', 'web-1-1', 3),
          event('c', 'Pod', 'other', 3),
        ],
      }),
    );
    expect(seen).toMatchObject({
      autoscaler: {
        ...{ min: 2, max: 4, current: 4, limited: true },
        ...{ said: 'more is wanted', since: at('2026-11-21T10:00:00Z') },
      },
      lacks: ['floating-image', 'one-replica'],
      warnings: [
        {
          said: 'BackOff: Back-off',
          count: 5,
          lastAt: at('2026-11-21T11:00:00Z'),
        },
      ],
      template: { revision: 1 },
    });
  });

  it('has the pods of its jobs', () => {
    const job = pod('backup-29123456', {
      owner: 'Job',
      status: { phase: 'Failed', reason: 'Evicted' },
    });
    const [seen] = lookAt(
      stateOf({
        cronjobs: [
          {
            metadata: { name: 'backup', namespace: 'shop' },
            spec: { suspend: true },
          },
        ],
        pods: [job],
      }),
    );
    expect(seen).toMatchObject({
      ...{ paused: true, lacks: [] },
      troubles: [{ trouble: 'evicted', pods: ['backup-29123456-0'], count: 1 }],
    });
  });

  it.each<[string, [image: string, digest: string][], string[]]>([
    [
      'of the pods of its template, while those before it still run',
      [
        ['registry.example:5000/shop/web:1.1.0', 'aa'],
        ['registry.example:5000/shop/web:1.2.0', 'bb'],
      ],
      ['bb'],
    ],
    [
      'of all that differ behind one name',
      [
        ['registry.example:5000/shop/web:1.2.0', 'bb'],
        ['registry.example:5000/shop/web:1.2.0', 'cc'],
      ],
      ['bb', 'cc'],
    ],
    [
      'of those that come from a mirror',
      [
        ['mirror.example/shop/web:1.1.0', 'aa'],
        ['mirror.example/shop/web:1.2.0', 'bb'],
      ],
      ['bb'],
    ],
    [
      'of nothing, while no pod of its template runs',
      [['registry.example:5000/shop/web:1.1.0', 'aa']],
      [],
    ],
  ])('knows the digests %s', (_title, running, expected) => {
    const digestOf = (pair: string) => `sha256:${pair.repeat(32)}`;
    const pods = running.map(([image, digest], nth) => ({
      ...pod('web-1', {
        nth,
        status: {
          containerStatuses: [
            { name: 'web', imageID: `shop/web@${digestOf(digest)}` },
          ],
        },
      }),
      spec: { containers: [{ name: 'web', image }] },
    }));
    const [{ template }] = lookAt(
      stateOf({
        deployments: [deployment('web')],
        replicasets: [replicaSet('web')],
        pods,
      }),
    );
    expect(template.images[0].digests).toEqual(expected.map(digestOf));
  });

  it('says of a kill for memory within the hour, and not later', () => {
    const killed = (finishedAt: string) => {
      const lastState = {
        terminated: { reason: 'OOMKilled', finishedAt, exitCode: 137 },
      };
      const containerStatuses = [
        { name: 'web', restartCount: 1, state: { running: {} }, lastState },
      ];
      const pods = [
        pod('web', { owner: 'StatefulSet', status: { containerStatuses } }),
      ];
      const statefulsets = [{ metadata: { name: 'web', namespace: 'shop' } }];
      return lookAt(stateOf({ pods, statefulsets }))[0].troubles.map(
        ({ trouble }) => trouble,
      );
    };
    expect(killed('2026-11-21T11:30:00Z')).toEqual(['out-of-memory']);
    expect(killed('2026-11-21T10:30:00Z')).toEqual([]);
  });

  it('names ten pods, and counts all', () => {
    const status = {
      conditions: [
        {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: 'no room',
        },
      ],
      phase: 'Pending',
      containerStatuses: [],
    };
    const pods = Array.from({ length: 30 }, (_, nth) =>
      pod('web', { nth, owner: 'DaemonSet', status }),
    );
    const daemonsets = [{ metadata: { name: 'web', namespace: 'shop' } }];
    const [{ troubles }] = lookAt(stateOf({ pods, daemonsets }));
    expect(troubles).toEqual([
      expect.objectContaining({
        trouble: 'unschedulable',
        said: 'Unschedulable: no room',
        count: 30,
      }),
    ]);
    expect(troubles[0].pods).toHaveLength(10);
  });

  it('keeps nothing of an annotation of 2 MB, and little of long words', () => {
    const long = 'x'.repeat(2 ** 21);
    const web = deployment('web');
    const state = stateOf({
      deployments: [
        {
          ...web,
          metadata: {
            ...web.metadata,
            annotations: { long },
            labels: { app: long },
          },
        },
      ],
      pods: [
        pod('web', {
          owner: 'Deployment',
          status: { phase: 'Failed', reason: 'Bad', message: long },
        }),
      ],
    });
    expect(JSON.stringify(lookAt(state, noon)).length).toBeLessThan(3000);
  });
});
