import {
  controllerRevision,
  deployment,
  replicaSet,
} from '../__testUtils__/objects';
import { lookAt, stateOf } from '../__testUtils__/lookAt';

const on = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`;

const progressing = {
  type: 'Progressing',
  status: 'True',
  lastUpdateTime: on(20),
};

type Told = { day?: number; reused?: boolean; restarted?: boolean };

const restarted = {
  'kubectl.kubernetes.io/restartedAt': '2026-11-03T10:00:00Z',
};

const more = (version: number, { day, restarted: is }: Told) => ({
  image: `shop/web:${version}`,
  ...(day !== undefined && { createdAt: on(day) }),
  ...(is && { annotations: restarted }),
});

/** What was out of a workload that is at version `now`, by its revisions in order. */
const before = (
  kind: 'Deployment' | 'StatefulSet',
  now: number,
  ...revisions: [version: number, told: Told][]
) => {
  const web = deployment('web', { image: `shop/web:${now}` });
  const own = [{ ...web, status: { conditions: [progressing] } }];
  const state =
    kind === 'Deployment'
      ? stateOf({
          deployments: own,
          replicasets: revisions.map(([version, told], n) =>
            replicaSet('web', {
              ...{ revision: n + 1, reused: told.reused },
              ...more(version, told),
            }),
          ),
        })
      : stateOf({
          statefulsets: own,
          controllerrevisions: revisions.map(([version, told], n) =>
            controllerRevision('web', {
              ...{ kind, revision: n + 1 },
              ...more(version, told),
            }),
          ),
        });
  const [{ template }] = lookAt(state);
  const words = (at: number | undefined) =>
    at === undefined ? 'some time' : new Date(at).getUTCDate();
  return {
    earlier: (template.earlier ?? []).map(
      ({ images, since }) => `${images[0].version} on ${words(since)}`,
    ),
    since: words(template.since),
  };
};

describe.each(['Deployment', 'StatefulSet'] as const)(
  'what was out of a %s',
  kind => {
    it.each<[string, Parameters<typeof before>[1], [number, Told][], unknown]>([
      [
        'nothing, of the first',
        1,
        [[1, { day: 1 }]],
        { earlier: [], since: 1 },
      ],
      [
        'each template, the newest last',
        3,
        [
          [1, { day: 1 }],
          [2, { day: 2 }],
          [3, { day: 3 }],
        ],
        { earlier: ['1 on 1', '2 on 2'], since: 3 },
      ],
      [
        'a template once, however often it was restarted',
        2,
        [
          [1, { day: 1 }],
          [1, { day: 2, restarted: true }],
          [2, { day: 3 }],
          [2, { day: 4, restarted: true }],
        ],
        { earlier: ['1 on 1'], since: 3 },
      ],
      [
        'one that came back, nobody knows when, twice',
        4,
        [
          [2, { day: 2 }],
          [1, { day: 1, reused: true }],
          [4, { day: 4 }],
        ],
        { earlier: ['1 on 1', '2 on 2', '1 on some time'], since: 4 },
      ],
      [
        'all of them, while none of the next is there yet',
        2,
        [[1, { day: 1 }]],
        { earlier: ['1 on 1'], since: 'some time' },
      ],
      [
        'the ten newest',
        15,
        Array.from({ length: 15 }, (_, n) => [n + 1, { day: n + 1 }]),
        {
          earlier: [5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map(n => `${n} on ${n}`),
          since: 15,
        },
      ],
    ])('is %s', (_title, now, revisions, expected) => {
      expect(before(kind, now, ...revisions)).toEqual(expected);
    });
  },
);

it('is the template that is out now, too, when a rollback took its old set', () => {
  const rolledBack = before(
    ...(['Deployment', 1] as const),
    [2, { day: 2 }],
    [1, { day: 1, reused: true }],
  );
  expect(rolledBack).toEqual({ earlier: ['1 on 1', '2 on 2'], since: 20 });
});

it('has the id of the template that is out again, so that it is known again', () => {
  const [{ template }] = lookAt(
    stateOf({
      deployments: [deployment('web')],
      replicasets: [
        replicaSet('web', {
          ...{ image: 'shop/web:2', revision: 2, createdAt: on(2) },
        }),
        replicaSet('web', { revision: 3, reused: true }),
      ],
    }),
  );
  expect(template.earlier?.map(({ id }) => id === template.id)).toEqual([
    true,
    false,
  ]);
});
