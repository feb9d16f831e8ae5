import {
  ServiceRef,
  ServiceWorkloads,
  UnknownReason,
  Workload,
  podTroubles,
  toIso,
  unknown,
} from '@sightline/backstage-plugin-sightline-common';
import { HarbourWorkloads } from './HarbourWorkloads';
import { NOON } from './harbour';
import { deploysOf, deploysPage } from './harbourDeploys';
import { harbourSafe, Safe } from './harbourSafe';
import { image, seenIn, trouble, workload } from './harbourWorkload';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What runs for a service, and how it stands. */
export type Running =
  | 'stuck'
  | 'well'
  | 'skewed'
  | 'troubled'
  | 'many'
  | 'stale'
  | 'unseen'
  | 'none'
  | UnknownReason;

/** Search of Harbour: its new version never becomes ready while the old one serves. */
const stuck = (now: number): Workload =>
  workload(
    'harbour-eu1',
    {
      rollout: {
        state: 'stuck',
        words:
          'Its deadline has passed: ReplicaSet "search-6c8f9d4b7" has timed out progressing.',
        since: toIso(now - 85 * MINUTE),
      },
      replicas: { desired: 3, updated: 1, ready: 3, available: 3 },
      images: [image('search', '5.3.0')],
      version: '5.3.0',
      troubles: [
        trouble('not-ready', {
          words:
            '1 pod running, and not ready (search): GET /ready answers 503, index mapping v12 is missing',
          container: 'search',
          since: toIso(now - 94 * MINUTE),
          restarts: 2,
        }),
      ],
      restarts: { lastHour: 2, total: 5, lastAt: toIso(now - 20 * MINUTE) },
      warnings: [
        {
          words:
            'Unhealthy: Readiness probe failed: HTTP probe failed with 503',
          count: 562,
          lastAt: toIso(now - 2 * MINUTE),
        },
      ],
      delivery: {
        ...{ tool: 'Argo CD', name: 'search', state: 'Degraded' },
        words: 'synced to 9f3c2a1, and not healthy',
      },
      lacks: ['no-disruption-budget'],
    },
    now,
  );

const well = (now: number, cluster = 'harbour-us1') =>
  workload(cluster, { restarts: { lastHour: 0, total: 3 } }, now);

/** All that can ail a workload at once. */
const troubled = (now: number): Workload =>
  workload(
    'harbour-eu1',
    {
      rollout: {
        state: 'degraded',
        words: '2 of 10 pods are available',
        since: toIso(now - 3 * HOUR),
      },
      replicas: { desired: 10, updated: 10, ready: 2, available: 2 },
      images: [
        image('search', '5.3.0', [
          'sha256:9f2d41c07be8a6135d2c4e0f8b7a91c35e6d7f80',
          'sha256:17c0aa91b2d34455e6f7a8b9c0d1e2f304152637',
        ]),
        image('proxy', 'latest', []),
      ],
      troubles: podTroubles.map((kind, index) =>
        trouble(kind, {
          words: `${
            index + 1
          } pods in trouble: what the cluster says of ${kind}`,
          count: index + 1,
          container: index % 2 ? 'search' : undefined,
          since: toIso(now - (index + 1) * 7 * MINUTE),
        }),
      ),
      restarts: { lastHour: 41, total: 1_204 },
      autoscaler: {
        ...{ min: 2, max: 10, current: 10, atMaximum: true },
        since: toIso(now - 26 * HOUR),
        words:
          'At its maximum of 10 pods, and would take more: the desired replica count is more than the maximum replica count',
      },
      lacks: [
        'no-readiness-probe',
        'no-liveness-probe',
        'no-requests',
        'no-limits',
        'no-disruption-budget',
        'one-replica',
        'floating-image',
      ],
    },
    now,
  );

const named = (one: Workload, key: Partial<Workload['key']>): Workload => ({
  ...one,
  key: { ...one.key, ...key },
});

/** One of every kind, and more than a card shows. */
const many = (now: number): Workload[] => [
  named(well(now), { name: 'search-indexer', kind: 'StatefulSet' }),
  named(well(now), { name: 'search-reindex', kind: 'CronJob' }),
  named(well(now), { name: 'search-agent', kind: 'DaemonSet' }),
  named(
    workload(
      'harbour-eu1',
      {
        rollout: {
          state: 'progressing',
          words: '4 of 40 pods updated',
          since: toIso(now - 2 * MINUTE),
        },
        replicas: { desired: 40, updated: 4, ready: 39, available: 39 },
      },
      now,
    ),
    { name: 'search-web', kind: 'Rollout' },
  ),
  named(
    workload(
      'harbour-eu1',
      { rollout: { state: 'unknown', words: 'The object has no status' } },
      now,
    ),
    { name: 'search-canary' },
  ),
  stuck(now),
  named(
    workload(
      'harbour-eu1',
      {
        replicas: { desired: 0, updated: 0, ready: 0, available: 0 },
        version: undefined,
      },
      now,
    ),
    { name: 'search-old' },
  ),
];

const reasons: UnknownReason[] = [
  'no-data',
  'not-configured',
  'source-unavailable',
  'too-few-events',
  'not-permitted',
];

const isReason = (running: Running): running is UnknownReason =>
  reasons.some(reason => reason === running);

const workloadsOf = (running: Running, now: number): Workload[] => {
  switch (running) {
    case 'stuck':
    case 'unseen':
      return [well(now), stuck(now)];
    case 'well':
      return [well(now, 'harbour-eu1')];
    case 'skewed':
      return [
        well(now, 'harbour-eu1'),
        workload(
          'harbour-us1',
          { version: '5.1.44', images: [image('search', '5.1.44')] },
          now,
        ),
      ];
    case 'troubled':
      return [troubled(now)];
    case 'many':
      return many(now);
    case 'stale':
      return [
        { ...well(now), evidence: seenIn('harbour-us1', now, 47) },
        { ...stuck(now), evidence: seenIn('harbour-eu1', now, 47) },
      ];
    default:
      return [];
  }
};

const unseen = (now: number): ServiceWorkloads['gaps'] => [
  {
    cluster: 'harbour-ap1',
    words: 'It does not answer, and nothing of it was ever seen',
    since: toIso(now - 3 * HOUR),
  },
  {
    cluster: 'harbour-eu1',
    words: 'Horizontal pod autoscalers may not be listed',
  },
  {
    cluster: 'harbour-eu1',
    words: 'Events may not be listed',
  },
];

const skew = (now: number): ServiceWorkloads['skew'] => ({
  words:
    'Deployment search runs in 2 versions: 5.2.8 in harbour-eu1; 5.1.44 in harbour-us1',
  versions: [
    {
      version: '5.2.8',
      clusters: ['harbour-eu1'],
      since: toIso(now - 96 * HOUR),
    },
    {
      version: '5.1.44',
      clusters: ['harbour-us1'],
      since: toIso(now - 41 * 24 * HOUR),
    },
  ],
});

/** All that runs for a service, whichever it is. */
const serviceWorkloads = (
  running: Running = 'stuck',
  service: ServiceRef = 'component:default/search',
  now = NOON,
): ServiceWorkloads => {
  const workloads = workloadsOf(running, now);
  return {
    service,
    workloads,
    ...(isReason(running) && { unknown: unknown(running) }),
    ...(running === 'skewed' && { skew: skew(now) }),
    deploys: workloads.length > 0 ? deploysOf(service, now).slice(0, 20) : [],
    lockStep:
      running === 'skewed'
        ? [
            {
              services: [service, 'component:default/product-catalog'],
              ...{ together: 6, of: 6, within: 10 * MINUTE },
              words:
                '1 other service deployed with it within 10 min, 6 times of 6',
            },
          ]
        : [],
    gaps: running === 'unseen' ? unseen(now) : [],
  };
};

/** What a backend says about what runs for whichever service is asked for. */
export const harbourServiceWorkloads = (
  now = NOON,
  running: Running = 'stuck',
  safe?: Safe,
): HarbourWorkloads => ({
  getServiceWorkloads: service => serviceWorkloads(running, service, now),
  getDeploys: query =>
    running === 'none' || isReason(running)
      ? { items: [] }
      : deploysPage(query, now),
  ...harbourSafe(now, safe),
});
