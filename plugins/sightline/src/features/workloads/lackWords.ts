import { WorkloadLack } from '@sightline/backstage-plugin-sightline-common';

type LackWords = { title: string; why: string; todo: string };

/** What is missing, what comes of that, and what to write. */
export const lackWords: Record<WorkloadLack, LackWords> = {
  'no-readiness-probe': {
    title: 'No readiness probe',
    why: 'Traffic comes before it can answer, and a broken version counts as rolled out.',
    todo: `readinessProbe:
  httpGet:
    path: /ready
    port: http
  periodSeconds: 5`,
  },
  'no-liveness-probe': {
    title: 'No liveness probe',
    why: 'When it hangs nobody starts it anew.',
    todo: `livenessProbe:
  httpGet:
    path: /live
    port: http
  periodSeconds: 10
  failureThreshold: 6`,
  },
  'no-requests': {
    title: 'No requests',
    why: 'The scheduler takes it for free: its node fills up, and it is the first to be evicted.',
    todo: `resources:
  requests:
    cpu: 100m
    memory: 256Mi`,
  },
  'no-limits': {
    title: 'No limits',
    why: 'A leak of its memory takes its neighbours along.',
    todo: `resources:
  limits:
    memory: 512Mi`,
  },
  'no-disruption-budget': {
    title: 'No disruption budget',
    why: 'When nodes are drained all of its pods may go at once.',
    todo: `apiVersion: policy/v1
kind: PodDisruptionBudget
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: …`,
  },
  'one-replica': {
    title: 'One replica',
    why: 'Every restart and every drained node is an outage.',
    todo: `spec:
  replicas: 2`,
  },
  'floating-image': {
    title: 'An image that moves',
    why: 'The same tag may be another image tomorrow, and no rollback brings the old one back.',
    todo: `# the digest of what was tested
image: registry.example/shop:1.4.2@sha256:…`,
  },
};
