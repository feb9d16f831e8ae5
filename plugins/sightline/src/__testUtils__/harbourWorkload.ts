import {
  ContainerImage,
  PodTrouble,
  TroubledPods,
  Workload,
  toIso,
} from '@sightline/backstage-plugin-sightline-common';
import { NOON } from './harbour';

const MINUTE = 60_000;

/** What a cluster told so many minutes ago. */
export const seenIn = (cluster: string, now = NOON, minutesAgo = 1) => ({
  source: `kubernetes:${cluster}`,
  observedAt: toIso(now - minutesAgo * MINUTE),
  validFor: 5 * MINUTE,
});

export const image = (
  name: string,
  version: string,
  digests = ['sha256:9f2d41c07be8a6135d2c4e0f8b7a91c35e6d7f80'],
): ContainerImage => ({
  container: name,
  image: `registry.harbour.example/discovery/${name}:${version}`,
  version,
  digests,
});

/** Search of Harbour as it should be; a test says what is otherwise. */
export const workload = (
  cluster = 'harbour-eu1',
  other: Partial<Workload> = {},
  now = NOON,
): Workload => ({
  key: { cluster, namespace: 'discovery', kind: 'Deployment', name: 'search' },
  rollout: {
    state: 'complete',
    words: 'All 3 pods are there',
    since: toIso(now - 4 * 24 * 60 * MINUTE),
  },
  replicas: { desired: 3, updated: 3, ready: 3, available: 3 },
  images: [image('search', '5.2.8')],
  version: '5.2.8',
  troubles: [],
  restarts: { lastHour: 0, total: 0 },
  lacks: [],
  warnings: [],
  evidence: seenIn(cluster, now),
  ...other,
});

export const trouble = (
  kind: PodTrouble,
  other: Partial<TroubledPods> = {},
): TroubledPods => ({
  trouble: kind,
  words: `1 pod: ${kind}`,
  pods: ['search-6c8f9d4b7-x2x5p'],
  count: 1,
  ...other,
});
